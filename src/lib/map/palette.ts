/**
 * The map's colours: the tokens of the design, once for light and once for dark.
 *
 * Contract: WebGL can't read CSS custom properties, so the values are repeated here; a test holds
 * them against `src/app.css`.
 */
export interface Palette {
  ink: string;
  muted: string;
  accent: string;
  warm: string;
  land: string;
  /** Germany, a shade apart from the other land. */
  home: string;
  water: string;
  /** Borders between countries, and the finer ones within Germany. */
  border: string;
  inner: string;
}

export const LIGHT: Palette = {
  ink: '#17212b',
  muted: '#4d5a66',
  accent: '#0b5a66',
  warm: '#b3441a',
  land: '#f1eee6',
  home: '#faf8f3',
  water: '#dfe8ec',
  border: '#c3beb0',
  inner: '#d9d6cd'
};

export const DARK: Palette = {
  ink: '#eceae4',
  muted: '#a9b4be',
  accent: '#6fc3cd',
  warm: '#f0a27e',
  land: '#1d252e',
  home: '#28323d',
  water: '#161d25',
  border: '#43505d',
  inner: '#333e4a'
};

export const palette = (dark: boolean): Palette => (dark ? DARK : LIGHT);
