/**
 * Whether the page shows itself dark: the reader's system says so, unless the address does
 * (`data-farben` on the root element, as `app.css` reads it).
 *
 * Contract: browser only. A media query in both cases, so that whoever draws in colours of its own
 * (canvas, WebGL) listens in one way.
 */
export function darkScheme(): MediaQueryList {
  const { farben } = document.documentElement.dataset;
  if (farben === 'hell') return matchMedia('not all');
  if (farben === 'dunkel') return matchMedia('all');
  return matchMedia('(prefers-color-scheme: dark)');
}
