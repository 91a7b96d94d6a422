/**
 * Reads single parameters: tolerant of forms without JavaScript (repeated keys, empty values), hard
 * on anything that is not a value of the grammar. Never throws; what is wrong becomes an Issue.
 */
import type { Issue, Reason } from './state.ts';

const MAX_VALUE = 100;
const MAX_LIST = 100;
const MAX_ISSUES = 50;
/** C0, C1, line and paragraph separators, zero-width and bidi controls, BOM. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

export class Reader {
  readonly issues: Issue[] = [];
  readonly #params: URLSearchParams;

  constructor(params: URLSearchParams) {
    this.#params = params;
  }

  /** Notes what was wrong; the value is cleaned so that it can be shown. */
  report(parameter: string, value: string, reason: Reason): void {
    if (this.issues.length >= MAX_ISSUES) return;
    const clean = (text: string) => text.replace(CONTROL, '').slice(0, MAX_VALUE);
    this.issues.push({ parameter: clean(parameter), value: clean(value), reason });
  }

  /** Values given for the name, in order: not too long, without control characters. */
  #values(name: string): string[] {
    return this.#params.getAll(name).filter((value) => {
      if (value.search(CONTROL) >= 0) this.report(name, value, 'control_characters');
      else return true;
      return false;
    });
  }

  /** A comma list of codes, also from repeated keys; each once. */
  list<T>(name: string, decode: (item: string) => T | undefined): T[] {
    const items = this.#values(name)
      .flatMap((value) => value.split(',', MAX_LIST * 2))
      .map((item) => item.trim())
      .filter((item) => item !== '');
    if (items.length > MAX_LIST) this.report(name, items.slice(MAX_LIST).join(','), 'too_many');
    const found = new Set<T>();
    for (const item of items.slice(0, MAX_LIST)) {
      const value = item.length > MAX_VALUE ? undefined : decode(item);
      if (value !== undefined) found.add(value);
      else this.report(name, item, item.length > MAX_VALUE ? 'too_long' : 'unknown_value');
    }
    return [...found];
  }

  /** One value; null when absent or empty. */
  one(name: string): string | null {
    const values = this.#values(name)
      .map((value) => value.trim())
      .filter((value) => value !== '');
    const [first] = values;
    if (first === undefined) return null;
    const other = values.find((value) => value !== first);
    if (other !== undefined) this.report(name, other, 'repeated');
    if (first.length <= MAX_VALUE) return first;
    this.report(name, first, 'too_long');
    return null;
  }

  /** One value of a kind; `otherwise` when absent, empty or wrong. */
  as<T>(name: string, otherwise: T, decode: (value: string) => T | undefined): T {
    const value = this.one(name);
    if (value === null) return otherwise;
    const decoded = decode(value);
    if (decoded !== undefined) return decoded;
    this.report(name, value, 'unknown_value');
    return otherwise;
  }

  flag(name: string): boolean {
    return this.as(name, false, (value) => value === '1' || (value === '0' ? false : undefined));
  }

  /**
   * A span of years: `1990-2005`, `2015-`, `-1989`, `1990`, `unbekannt`. A form without JavaScript
   * sends two fields of the same name: `seit=1990&seit=2005`, either of them empty, and a third
   * where `unbekannt` is ticked: that answer wins then.
   */
  years(name: string): { from: number | null; to: number | null } | 'unbekannt' | null {
    const values = this.#values(name).map((value) => value.trim());
    if (values.length === 3 && values[2] === 'unbekannt') return 'unbekannt';
    const asFields = values.length === 2 && values.every((value) => /^\d{0,4}$/.test(value));
    const text = asFields ? (values[0] || values[1] ? values.join('-') : '') : this.one(name);
    if (!text) return null;
    if (text === 'unbekannt') return text;
    const match = /^(\d{4})?(-)?(\d{4})?$/.exec(text);
    const from = match?.[1] ? Number(match[1]) : null;
    const to = match?.[3] ? Number(match[3]) : match?.[2] ? null : from;
    const bounded = [from, to].every((year) => year === null || (year >= 1000 && year <= 2100));
    if (!match || (from === null && to === null)) this.report(name, text, 'unknown_value');
    else if (!bounded || (from !== null && to !== null && from > to))
      this.report(name, text, 'bad_range');
    else return { from, to };
    return null;
  }
}
