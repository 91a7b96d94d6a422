/**
 * German homonyms in Wikipedia's rows, decided by what Wikidata and the facts attest.
 */
import type { German } from './german.ts';
import { push, type Draft } from './members.ts';
import { baseKey, fold, wholeKey } from './names.ts';
import type { Body } from './register.ts';
import type { Side } from './ties.ts';

/** What identifies the other end while the German side is still open. */
const partnerKey = (draft: Draft): string =>
  draft.foreign?.key ?? `${draft.country}|${fold(draft.tie.partner.label.split(',')[0]!)}`;

/**
 * Wikipedia's German sides: one position per name. A name with namesakes in the register, or one
 * whose position lies too far away, is taken only where Wikidata attests the same tie for exactly
 * one of the namesakes, or where the body dwarfs its namesakes.
 */
export function decideHomonyms(drafts: Draft[]): void {
  const attested = new Map<string, Set<string>>();
  const attest = (body: Body | null, key: string) => {
    if (!body) return;
    const set = attested.get(body.key) ?? new Set();
    attested.set(body.key, set.add(key));
  };
  for (const draft of drafts) {
    if (draft.tie.layer === 'wikipedia-2026') continue;
    attest(draft.german.body, partnerKey(draft));
    if (draft.other) {
      attest(draft.german.body, inlandKey(draft.tie.partner));
      attest(draft.other.body, inlandKey(draft.tie.german));
    }
  }
  // A row that names a part without its city, where another names both for the same partner.
  const parts = new Map<string, German>();
  for (const draft of drafts) {
    const part = /^über Ortsteil (.+)$/.exec(draft.german.body ? draft.german.evidence : '')?.[1];
    if (part) parts.set(`${fold(part)}|${partnerKey(draft)}`, draft.german);
  }
  const lists = new Map<string, string[]>();
  for (const draft of drafts)
    if (listKey(draft))
      push(lists, listKey(draft), draft.other ? inlandKey(draft.tie.partner) : partnerKey(draft));
  for (const draft of drafts) {
    if (draft.tie.layer !== 'wikipedia-2026') continue;
    const { german, other, tie } = draft;
    const end = other ? inlandKey(tie.partner) : partnerKey(draft);
    const city = parts.get(`${fold(tie.german.label)}|${partnerKey(draft)}`);
    draft.german =
      city && !attested.get(german.body?.key ?? '')?.has(end)
        ? city
        : settle(tie.german.label, german, end, lists.get(listKey(draft)) ?? [], attested);
    if (other) draft.other = settle(tie.partner.label, other, inlandKey(tie.german), [], attested);
  }
}

/** Rows of Wikipedia's German list stand under one heading, so they speak of one place. */
const listKey = ({ tie }: Draft): string =>
  tie.layer === 'wikipedia-2026' && tie.raw['city1'] === tie.german.label ? tie.german.label : '';

const inlandKey = (side: Side) => `DE|${fold(side.label.split(/[,(/]/)[0]!)}`;

function settle(
  label: string,
  german: German,
  partner: string,
  listed: readonly string[],
  attested: Map<string, Set<string>>
): German {
  if (german.body && german.decided) return german;
  // `Rottenburg am Neckar` names its river: another Rottenburg is no rival.
  const least = wholeKey(label) === baseKey(label) ? 2 : 3;
  const rivals = german.rivals.filter((near) => near.rank >= least).map((near) => near.body);
  const all = german.body ? [german.body, ...rivals] : rivals;
  if (!rivals.length || all.length === 0) return german;
  const backed = all.filter((body) => attested.get(body.key)?.has(partner));
  if (backed.length === 1)
    return { body: backed[0]!, evidence: 'name and same tie in Wikidata', rivals: german.rivals };
  const shared = all.map((body) => listed.filter((key) => attested.get(body.key)?.has(key)).length);
  const known = all.filter((_, i) => shared[i]! > 0);
  if (backed.length === 0 && known.length === 1 && Math.max(...shared) >= 2)
    return { body: known[0]!, evidence: 'list shares ties with Wikidata', rivals: german.rivals };
  if (!german.body) return german;
  const size = german.body.population ?? 0;
  const biggest = Math.max(...rivals.map((body) => body.population ?? 0));
  const dwarfs = size >= 6 * biggest && size >= (size >= 8 * biggest ? 3000 : 10_000);
  if (backed.length === 0 && dwarfs) return german;
  return {
    body: null,
    reason: 'german_homonym',
    rivals: german.rivals,
    detail: all
      .slice(0, 4)
      .map((body) => body.nameFull)
      .join('; ')
  };
}
