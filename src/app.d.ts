declare global {
  namespace App {
    interface Error {
      message: string;
      /** Machine-readable reason, e.g. `no-snapshot`. */
      code?: string;
    }
  }
}

export {};
