/** Waits for the promise, but not longer than that. */
export async function atMost(milliseconds: number, promise: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const pause = new Promise((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([promise, pause]).finally(() => clearTimeout(timer));
}
