/**
 * A paper as a file to save and to open again: JSON with a version.
 *
 * Contract: pure. What is opened is checked before it is believed: a file of another kind, a newer
 * version, a broken or a huge one is refused with a reason, and nothing else happens. Addresses in a
 * file are paths of this site (they are fetched from here) or http(s) links.
 */
import * as v from 'valibot';
import { SECTIONS, type Paper } from './paper.ts';

export const FILE_KIND = 'partnerschaftsatlas-vorlage';
export const FILE_VERSION = 1;
/** Characters; a paper has about 50,000. */
export const MOST = 4_000_000;

export type Refusal = 'too_large' | 'no_json' | 'other_kind' | 'newer' | 'broken';

const text = v.pipe(v.string(), v.maxLength(200_000));
const short = v.pipe(v.string(), v.maxLength(5000));
/** A path of this site, never of another host. */
const path = v.pipe(short, v.regex(/^\/(?![/\\])[^\s\\]*$/));
const link = v.pipe(short, v.regex(/^(https?:\/\/\S+|\/(?![/\\])\S*)?$/));
const placed = { id: short, on: v.boolean() };
const sourced = { ...placed, caption: short, address: path };

const block = v.variant('kind', [
  v.object({ kind: v.literal('text'), ...placed, label: short, text, draft: text }),
  v.object({
    kind: v.literal('table'),
    ...sourced,
    columns: v.pipe(
      v.array(v.object({ title: short, number: v.boolean() })),
      v.minLength(1),
      v.maxLength(40)
    ),
    rows: v.pipe(v.array(v.array(v.object({ text: short, url: link }))), v.maxLength(1000)),
    note: short
  }),
  v.object({
    kind: v.literal('list'),
    ...sourced,
    items: v.pipe(v.array(v.object({ title: short, text: short, url: link })), v.maxLength(500)),
    note: short
  }),
  v.object({
    kind: v.literal('chart'),
    ...sourced,
    picture: v.pipe(path, v.regex(/^\/(en\/)?bild\/[a-z]+\.png/)),
    alt: short
  })
]);

const paper = v.object({
  locale: v.picklist(['de', 'en']),
  title: short,
  snapshot: v.object({
    version: v.pipe(v.number(), v.integer(), v.minValue(0)),
    publishedAt: v.pipe(v.string(), v.isoTimestamp())
  }),
  query: short,
  source: short,
  sections: v.pipe(
    v.array(
      v.object({
        id: v.picklist(SECTIONS),
        title: short,
        blocks: v.pipe(v.array(block), v.maxLength(60))
      })
    ),
    v.maxLength(SECTIONS.length),
    v.check((sections) => new Set(sections.map(({ id }) => id)).size === sections.length),
    v.check((sections) => {
      const ids = sections.flatMap(({ blocks }) => blocks.map(({ id }) => id));
      return new Set(ids).size === ids.length;
    })
  )
});

/** @param savedAt ISO timestamp */
export function paperFile(document: Paper, savedAt: string): string {
  const file = { kind: FILE_KIND, version: FILE_VERSION, saved_at: savedAt, paper: document };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** @param content of a file somebody chose */
export function openPaper(content: string): { paper: Paper } | { refused: Refusal } {
  if (content.length > MOST) return { refused: 'too_large' };
  let read: unknown;
  try {
    read = JSON.parse(content);
  } catch {
    return { refused: 'no_json' };
  }
  const head = v.safeParse(v.object({ kind: v.literal(FILE_KIND), version: v.number() }), read);
  if (!head.success) return { refused: 'other_kind' };
  if (head.output.version > FILE_VERSION) return { refused: 'newer' };
  const body = v.safeParse(v.object({ paper }), read);
  if (!body.success) return { refused: 'broken' };
  const found = body.output.paper;
  const even = found.sections.every(({ blocks }) =>
    blocks.every(
      (one) => one.kind !== 'table' || one.rows.every((r) => r.length === one.columns.length)
    )
  );
  return even ? { paper: found } : { refused: 'broken' };
}
