/**
 * Embeds are whole without the framework in the browser: a small script of their own makes them alive
 * (docs/adr/0012). Half the bytes, no router that would write to the reader's storage.
 */
export const csr = false;
