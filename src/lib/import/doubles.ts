/**
 * Ties that may be one: the same body with a town and with the district, canton or former commune of
 * the same name. A person decides: a row in `merges.tsv` makes them one, a row in
 * `matching/kept_apart.csv` says why they stay two.
 */
import type { Partnership } from './assemble.ts';
import type { Foreign } from './members.ts';
import { fold } from './names.ts';
import { ownName } from './partners.ts';
import { readTable } from './table.ts';

export interface Double {
  body: string;
  bodyKey: string;
  /** Names of the partners, with their keys. */
  partners: string[];
  /** Why they stay apart; '' = nobody decided yet. */
  decision: string;
}

/** Words around the name that is shared: `canton of Yvetot`, `Słubice County`. */
const AROUND =
  /\b(canton of|canton de|community of communes|city of|greater|powiat|county|district|kreis|rural|urban|oblast|region|province|municipality|gmina|commune)\b/g;

const stem = ({ place, label }: Foreign): string =>
  ownName(place?.name ?? label)
    .replace(AROUND, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Groups of two or more partners of one body that share country and name.
 * @param kept `kept_apart.csv`: body, partners (their keys, ` | ` between), reason
 * @throws {Error} when a decision is about partners that do not stand beside each other (any more)
 */
export function doublesOf(partnerships: readonly Partnership[], kept: string): Double[] {
  const decisions = readKept(kept);
  const groups = new Map<
    string,
    { body: string; bodyKey: string; partners: Map<string, string> }
  >();
  for (const { members, operator } of partnerships) {
    const body = members.find((member) => member.body)?.body;
    const foreign = members.find((member) => member.foreign)?.foreign;
    if (!body || !foreign || operator) continue;
    const key = [body.key, foreign.country, stem(foreign) || fold(foreign.label)].join('|');
    const group = groups.get(key) ?? {
      body: body.nameFull,
      bodyKey: body.key,
      partners: new Map<string, string>()
    };
    groups.set(key, group);
    group.partners.set(foreign.key, foreign.place?.name ?? foreign.label);
  }
  const doubles = [...groups.values()]
    .filter(({ partners }) => partners.size > 1)
    .map(({ body, bodyKey, partners }): Double => {
      const id = pairOf(bodyKey, [...partners.keys()]);
      const decision = decisions.get(id) ?? '';
      decisions.delete(id);
      const names = [...partners].map(([key, name]) => `${name} {${key}}`).sort();
      return { body, bodyKey, partners: names, decision };
    });
  const [stale] = decisions.keys();
  if (stale) throw new Error(`kept_apart.csv: ${stale} does not stand beside each other`);
  return doubles;
}

const pairOf = (body: string, partners: string[]): string => [body, ...partners.sort()].join(' | ');

const readKept = (text: string): Map<string, string> =>
  new Map(
    readTable(text, {
      file: 'kept_apart.csv',
      columns: ['body', 'partners', 'reason'] as const
    }).map(({ cells }) => [pairOf(cells.body, cells.partners.split(' | ')), cells.reason])
  );
