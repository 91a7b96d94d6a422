/** Links and a form are all it needs: no script is sent. */
export const csr = false;
