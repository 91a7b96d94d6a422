/**
 * SVG as text, safe by construction.
 *
 * Contract: pure. Only this file makes a `Markup`; every string that is not one is escaped, so that
 * nothing a reader types or a source holds can become markup. Characters XML does not know are dropped.
 */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type Child = Markup | string | null | readonly (Markup | null)[];
export type Attributes = Record<string, string | number | null | undefined>;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
};
/** What XML 1.0 forbids. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

/** Hundredths of a pixel are enough for anybody. */
const short = (value: number): string => String(Math.round(value * 100) / 100 || 0);

/** One element; attributes that are null or undefined are left out. */
export function el(name: string, attributes: Attributes = {}, ...children: Child[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${typeof value === 'number' ? short(value) : escaped(value!)}"`
    )
    .join('');
  const inside = children.map(textOf).join('');
  return new Markup(
    inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`
  );
}

function textOf(child: Child): string {
  if (child === null) return '';
  if (typeof child === 'string') return escaped(child);
  if (child instanceof Markup) return child.text;
  return child.map((one) => one?.text ?? '').join('');
}

/** Moves what is drawn at 0,0 to its place. */
export const at = (x: number, y: number, ...children: Child[]): Markup =>
  el('g', { transform: `translate(${short(x)} ${short(y)})` }, ...children);
