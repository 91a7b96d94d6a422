/**
 * An embedded document tells the page around it how high it is; `static/embed.js` is who listens.
 *
 * Contract: does nothing where the document is not framed. Posts whole pixels whenever the height
 * changes, and again when the page around asks. To any origin: who frames us is not known, and a height
 * is no secret. What is measured must not follow the frame's own height (no `100vh`), or it never rests.
 */
const HEIGHT = 'partnerschaftsatlas:hoehe';

/**
 * @param element holds all that is shown, and nothing below it has a margin
 * @returns ends it
 */
export function announceHeight(element: HTMLElement): () => void {
  if (window.parent === window) return () => undefined;
  let told = 0;
  const height = () => Math.ceil(element.getBoundingClientRect().bottom + window.scrollY);
  const tell = () => {
    told = height();
    window.parent.postMessage({ type: HEIGHT, hoehe: told }, '*');
  };
  const answer = ({ source, data }: MessageEvent<unknown>) => {
    if (source === window.parent && isQuestion(data)) tell();
  };
  const observer = new ResizeObserver(() => {
    if (height() !== told) tell();
  });
  observer.observe(element);
  window.addEventListener('message', answer);
  return () => {
    observer.disconnect();
    window.removeEventListener('message', answer);
  };
}

const isQuestion = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === `${HEIGHT}?`;
