/** The map library is worth the framework; it comes only when a reader asks for it. */
export const csr = true;
