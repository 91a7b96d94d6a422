/** Work in a task of its own, after what is on its way to the screen has got there. */

/** A page in the background draws no frames: then this long, ms. */
const UNSEEN = 100;

/** @returns takes it back, as long as it has not begun */
export function afterFrame(work: () => void): () => void {
  const begin = () => {
    cancelAnimationFrame(frame);
    work();
  };
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(work);
  });
  let timer = setTimeout(begin, UNSEEN);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
