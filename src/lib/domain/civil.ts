/**
 * Civil society: organisations that carry a partnership of their municipality.
 *
 * Contract: pure; an organisation counts where a partnership of the selection joins its German body
 * and its partner abroad. What is recorded of organisations without such a partnership is no part of
 * a picture that obeys filters.
 */
import type { Dataset } from './dataset.ts';
import type { ActorLine } from './detail.ts';
import type { Selection } from './selection.ts';

/** Kinds as the reference table names them, associations first. */
export const ACTOR_KINDS = [
  'partnerschaftsverein',
  'freundeskreis',
  'eine_welt_verein',
  'schule',
  'hochschule',
  'kirchengemeinde',
  'krankenhaus',
  'kommunales_unternehmen'
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export interface Organisation {
  actor: ActorLine;
  kind: ActorKind;
  /** Authority and partner rows it stands between. */
  authority: number;
  partner: number;
  /** Partnership rows of the selection that join them, ascending. */
  rows: number[];
}

export interface Civil {
  /** In the order of `actors`. */
  organisations: Organisation[];
  /** Different partnerships with at least one of them. */
  known: number;
  /** Different organisations by name: one may stand beside several partnerships. */
  names: number;
}

/** @param actors of the snapshot's details; kinds that this list does not know are left out */
export function civil(dataset: Dataset, selection: Selection, actors: readonly ActorLine[]): Civil {
  const wanted = new Set(actors.map(({ authority, partner }) => key(authority, partner)));
  const joined = ties(dataset, selection, wanted);
  const organisations = actors.flatMap((actor): Organisation[] => {
    const kind = ACTOR_KINDS.find((one) => one === actor.kind);
    const found = joined.get(key(actor.authority, actor.partner));
    return kind && found ? [{ actor, kind, ...found }] : [];
  });
  return {
    organisations,
    known: new Set(organisations.flatMap(({ rows }) => rows)).size,
    names: new Set(organisations.map(({ actor }) => actor.name)).size
  };
}

const key = (authority: string, partner: string) => `${authority} ${partner}`;

/** Partnerships of the selection between the wanted pairs of ids. */
function ties(
  { authorities, partners, partnerships }: Dataset,
  selection: Selection,
  wanted: ReadonlySet<string>
) {
  const { members, memberStart } = partnerships;
  const bodies = new Set(selection.authorities);
  const abroad = new Set(selection.partners);
  const found = new Map<string, { authority: number; partner: number; rows: number[] }>();
  for (const row of selection.rows) {
    const all = [...members.subarray(memberStart[row]!, memberStart[row + 1]!)];
    for (const authority of all) {
      if (authority < 0 || !bodies.has(authority)) continue;
      for (const member of all) {
        if (member >= 0 || !abroad.has(~member)) continue;
        const pair = key(authorities.id[authority]!, partners.id[~member]!);
        if (!wanted.has(pair)) continue;
        const one = found.get(pair) ?? { authority, partner: ~member, rows: [] };
        one.rows.push(row);
        found.set(pair, one);
      }
    }
  }
  return found;
}
