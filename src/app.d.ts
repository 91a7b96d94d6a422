declare global {
  namespace App {
    interface PageState {
      /** The filter sheet of the phone is open. */
      sheet?: boolean;
    }
    interface Error {
      message: string;
      /** Machine-readable reason, e.g. `no-snapshot`. */
      code?: string;
    }
  }
}

export {};
