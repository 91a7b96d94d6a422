/*
 * Partnerschaftsatlas: gives every <iframe data-partnerschaftsatlas src="…"> the height it asks for.
 * Loads nothing, stores nothing, touches nothing but the height of these frames. EUPL-1.2
 */
(() => {
  'use strict';
  const HEIGHT = 'partnerschaftsatlas:hoehe';
  const frames = () => [...document.querySelectorAll('iframe[data-partnerschaftsatlas]')];

  /** Exactly the origin of the frame's address; "null" only where a sandbox makes it that. */
  const speaksFor = (frame, origin) =>
    frame.src.startsWith(origin + '/') ||
    (origin === 'null' &&
      frame.hasAttribute('sandbox') &&
      !frame.sandbox.contains('allow-same-origin'));

  const listen = ({ source, origin, data }) => {
    if (!data || data.type !== HEIGHT) return;
    const { hoehe } = data;
    if (!Number.isInteger(hoehe) || hoehe < 60 || hoehe > 20000) return;
    const frame = frames().find(({ contentWindow }) => source && contentWindow === source);
    if (frame && speaksFor(frame, origin)) frame.style.height = hoehe + 'px';
  };

  // Loaded more than once, it listens once and asks again.
  const once = Symbol.for(HEIGHT);
  if (!window[once]) window.addEventListener('message', (window[once] = listen));
  // Frames that come later speak first; these may have spoken before anybody listened.
  for (const { contentWindow } of frames()) {
    if (contentWindow) contentWindow.postMessage({ type: HEIGHT + '?' }, '*');
  }
})();
