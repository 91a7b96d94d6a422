/**
 * Ties that may be one: the same body with a town and with the district, canton or former commune of
 * the same name. Both are kept; a person decides by a row in `merges.tsv`.
 */
import type { Partnership } from './assemble.ts';
import type { Foreign } from './members.ts';
import { fold } from './names.ts';
import { ownName } from './partners.ts';

export interface Double {
  body: string;
  bodyKey: string;
  /** Names and keys of the partners. */
  partners: string[];
}

/** Words around the name that is shared: `canton of Yvetot`, `Słubice County`. */
const AROUND =
  /\b(canton of|canton de|community of communes|city of|greater|powiat|county|district|kreis|rural|urban|oblast|region|province|municipality|gmina|commune)\b/g;

const stem = ({ place, label }: Foreign): string =>
  ownName(place?.name ?? label)
    .replace(AROUND, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Groups of two or more partners of one body that share country and name. */
export function doublesOf(partnerships: readonly Partnership[]): Double[] {
  const groups = new Map<string, { body: string; bodyKey: string; partners: Set<string> }>();
  for (const { members, operator } of partnerships) {
    const body = members.find((member) => member.body)?.body;
    const foreign = members.find((member) => member.foreign)?.foreign;
    if (!body || !foreign || operator) continue;
    const key = [body.key, foreign.country, stem(foreign) || fold(foreign.label)].join('|');
    const group = groups.get(key) ?? {
      body: body.nameFull,
      bodyKey: body.key,
      partners: new Set<string>()
    };
    groups.set(key, group);
    group.partners.add(`${foreign.place?.name ?? foreign.label} {${foreign.key}}`);
  }
  return [...groups.values()]
    .filter(({ partners }) => partners.size > 1)
    .map(({ body, bodyKey, partners }) => ({ body, bodyKey, partners: [...partners].sort() }));
}
