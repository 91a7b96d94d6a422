/**
 * The outreach list as a file that can be opened again: places in order, with notes.
 *
 * Contract: pure and total. Reading never throws; what is not exactly such a file is refused with the
 * reason, and nothing of it is taken over. Names are for people who look into the file: when it is
 * opened, ids decide.
 */
import * as v from 'valibot';

export const OUTREACH_FORMAT = 'partnerschaftsatlas-ansprache';
export const OUTREACH_VERSION = 1;
/** Bytes; a full list with long notes has about a tenth of it. */
export const OUTREACH_MOST = 1_000_000;

const schema = v.object({
  format: v.literal(OUTREACH_FORMAT),
  version: v.literal(OUTREACH_VERSION),
  /** Number of the snapshot that was looked at. */
  snapshot: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** ISO timestamp. */
  savedAt: v.string(),
  /** The address's query: filters, reasons, radius. */
  query: v.pipe(v.string(), v.maxLength(8000)),
  places: v.pipe(
    v.array(
      v.object({
        id: v.pipe(v.string(), v.regex(/^a[1-9]\d{0,8}$/)),
        name: v.pipe(v.string(), v.maxLength(200)),
        note: v.pipe(v.string(), v.maxLength(5000))
      })
    ),
    v.maxLength(100),
    v.check((places) => new Set(places.map(({ id }) => id)).size === places.length)
  )
});

export type OutreachFile = v.InferOutput<typeof schema>;

export type Read =
  | { file: OutreachFile }
  /** `where`: the path of the first thing that is wrong, e.g. `places.2.note`. */
  | { problem: 'json' | 'format' | 'version' | 'size' | 'content'; where: string };

/** @returns the text of the file, ending with a line break */
export function writeOutreach(file: Omit<OutreachFile, 'format' | 'version'>): string {
  const whole: OutreachFile = { format: OUTREACH_FORMAT, version: OUTREACH_VERSION, ...file };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

export function readOutreach(text: string): Read {
  if (text.length > OUTREACH_MOST) return { problem: 'size', where: '' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'json', where: '' };
  }
  const head = v.safeParse(v.object({ format: v.literal(OUTREACH_FORMAT) }), value);
  if (!head.success) return { problem: 'format', where: '' };
  const version = v.safeParse(v.object({ version: v.number() }), value);
  if (version.success && version.output.version > OUTREACH_VERSION)
    return { problem: 'version', where: '' };
  const { success, output, issues } = v.safeParse(schema, value);
  if (success) return { file: output };
  return { problem: 'content', where: v.getDotPath(issues[0]) ?? '' };
}

/** The query that shows an opened file: its question and places, on the snapshot of the page. */
export function queryOf({ query, places }: OutreachFile): string {
  const address = new URLSearchParams(query);
  // Another snapshot would be another document, and the notes live in this one.
  address.delete('stand');
  address.set('merkliste', places.map(({ id }) => id).join(','));
  return address.toString().replaceAll('%2C', ',');
}
