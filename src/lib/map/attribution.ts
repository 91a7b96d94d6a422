/** The only HTML of the map: MapLibre takes attributions as markup, so texts are escaped here. */
import type { Attribution } from './types.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** The source's words, leading to its licence where that has an http(s) address. */
export function attributionHtml({ text, licenceUrl }: Attribution): string {
  if (!/^https?:\/\//.test(licenceUrl)) return escape(text);
  return `<a href="${escape(licenceUrl)}" rel="license">${escape(text)}</a>`;
}
