// @ts-check
/**
 * What makes an embed alive: words for the mark under pointer, finger or keyboard, one tab stop for a
 * picture whose arrows walk from mark to mark, its height for the page it stands in, our letters.
 *
 * Contract: a classic script without imports, so that one small request does and a sandboxed frame
 * (whose origin is opaque) may load it. Everything it says stands in the page already: without it all
 * marks are links, with names of their own. Keeps nothing, asks nobody but this site.
 */
(() => {
  const self = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const PICTURE = 'svg, table[data-marks]';
  const MARK = 'svg a[href], table[data-marks] a[href]';
  const HEIGHT = 'partnerschaftsatlas:hoehe';

  /*
   * Height: told when it changes and when the page outside asks (`static/embed.js`). Nothing of it is
   * secret, and who frames us is not known.
   */
  let tell = (_anew = false) => {};
  if (window.parent !== window) {
    // Not the body: where that is as high as the frame, it would never rest.
    const all = document.querySelector('main') ?? document.body;
    let told = 0;
    tell = (anew = false) => {
      const hoehe = Math.ceil(all.getBoundingClientRect().bottom + scrollY);
      if (hoehe === told && !anew) return;
      told = hoehe;
      window.parent.postMessage({ type: HEIGHT, hoehe }, '*');
    };
    new ResizeObserver(() => tell()).observe(all);
    // Frames out of sight are not drawn, and nothing is observed in them: tell without being asked.
    tell();
    window.addEventListener('load', () => tell());
    window.addEventListener('message', ({ source, data }) => {
      if (source === window.parent && data?.type === `${HEIGHT}?`) tell(true);
    });
  }

  /* Letters: after the first picture, so that they cost it nothing. */
  const font = self?.dataset.font;
  if (font) {
    const face = new FontFace('Source Sans 3', `url(${JSON.stringify(font)})`, {
      weight: '200 900'
    });
    face.load().then(
      () => {
        document.fonts.add(face);
        tell();
      },
      () => undefined // the fallback has the same measures
    );
  }

  /* The tip. */
  const tip = document.createElement('p');
  tip.className = 'tip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true'); // the mark's own name says the same
  document.body.append(tip);
  /** @type {Element | null} */
  let shown = null;

  /** @param {EventTarget | null} target */
  const markOf = (target) => (target instanceof Element ? target.closest(MARK) : null);

  /** @param {Element} mark */
  function wordsOf(mark) {
    const title = mark.querySelector('title');
    // The browser's own tip would stand over ours.
    if (title?.textContent) {
      mark.setAttribute('data-words', title.textContent);
      title.textContent = '';
    }
    return (
      mark.getAttribute('aria-label') ??
      mark.getAttribute('data-words') ??
      mark.querySelector('.visually-hidden')?.textContent ??
      ''
    );
  }

  /** @param {Element} mark */
  function show(mark) {
    const words = wordsOf(mark);
    if (!words) return hide();
    shown = mark;
    tip.textContent = words;
    tip.hidden = false;
    const at = mark.getBoundingClientRect();
    const { width, height } = tip.getBoundingClientRect();
    const middle = at.left + at.width / 2 - width / 2;
    const left = Math.max(4, Math.min(middle, document.documentElement.clientWidth - width - 4));
    const above = at.top - height - 6;
    const top = above >= 4 ? above : at.bottom + 6;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${top + scrollY}px`;
  }
  function hide() {
    shown = null;
    tip.hidden = true;
  }

  document.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType === 'touch') return;
    const mark = markOf(target);
    if (mark) show(mark);
    else if (document.activeElement !== shown) hide();
  });
  document.documentElement.addEventListener('pointerleave', hide);
  document.addEventListener('focusin', ({ target }) => {
    const mark = markOf(target);
    if (mark) show(mark);
    else hide();
  });
  document.addEventListener('focusout', hide);

  // A finger covers what it points at: the first tap tells, the second one opens.
  /** @type {Element | null} */
  let touched = null;
  document.addEventListener('pointerdown', ({ target, pointerType }) => {
    touched = pointerType === 'touch' && markOf(target) !== shown ? markOf(target) : null;
  });
  document.addEventListener('click', (event) => {
    const mark = markOf(event.target);
    if (!mark) return hide();
    if (mark !== touched) return;
    event.preventDefault();
    show(mark);
  });

  /* The keyboard: a picture is one stop. */
  /** @param {Element} picture */
  const marksOf = (picture) =>
    /** @type {(SVGAElement | HTMLAnchorElement)[]} */ ([
      ...picture.querySelectorAll('a[href]:not([aria-hidden] a)')
    ]).filter((mark) => mark.getClientRects().length > 0);
  for (const picture of document.querySelectorAll(PICTURE)) {
    const marks = [...picture.querySelectorAll('a[href]:not([aria-hidden] a)')];
    if (marks.length > 1)
      marks.forEach((mark, at) => mark.setAttribute('tabindex', at === 0 ? '0' : '-1'));
  }

  const STEPS = /** @type {const} */ ({
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1]
  });
  /**
   * The nearest mark in a direction; what lies aside counts double.
   * @template {Element} M
   * @param {M} from
   * @param {M[]} marks
   * @param {readonly [number, number]} step
   */
  function next(from, marks, [dx, dy]) {
    /** @param {Element} mark */
    const middle = (mark) => {
      const { left, top, width, height } = mark.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    };
    const [x = 0, y = 0] = middle(from);
    /** @type {M | null} */
    let best = null;
    let least = Infinity;
    for (const mark of marks) {
      const [u = 0, v = 0] = middle(mark);
      const ahead = (u - x) * dx + (v - y) * dy;
      const aside = Math.abs((u - x) * dy) + Math.abs((v - y) * dx);
      const far = ahead + 2 * aside;
      if (mark !== from && ahead > 1 && far < least) [best, least] = [mark, far];
    }
    return best;
  }

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return hide();
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const from = /** @type {SVGAElement | null} */ (markOf(event.target));
    const picture = from?.closest(PICTURE);
    if (!from || !picture) return;
    const marks = marksOf(picture);
    const to =
      event.key === 'Home'
        ? marks[0]
        : event.key === 'End'
          ? marks.at(-1)
          : event.key in STEPS
            ? next(from, marks, STEPS[/** @type {keyof typeof STEPS} */ (event.key)])
            : undefined;
    if (to === undefined) return;
    event.preventDefault(); // the page outside does not scroll
    if (!to) return;
    from.setAttribute('tabindex', '-1');
    to.setAttribute('tabindex', '0');
    to.focus();
  });

  // A sandbox that gives no origin seldom lets links open windows: then the address can be copied.
  if (window.origin === 'null') document.documentElement.dataset.opaque = 'true';
  document.documentElement.dataset.alive = 'true';
})();
