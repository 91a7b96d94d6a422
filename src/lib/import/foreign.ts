/**
 * Partners that a single row can't decide: adopted from another layer, or made where GeoNames has none.
 */
import { km, type Position } from './distance.ts';
import { push, type Draft, type Foreign } from './members.ts';
import { fold } from './names.ts';
import { isArea, ownName, type Found } from './partners.ts';
import type { Tie } from './ties.ts';

/** An unresolved partner that another layer attests for the same body under the same name. */
export function adoptPartners(drafts: Draft[]): void {
  const known = new Map<string, Foreign | null>();
  const nameKey = ({ german, country, tie }: Draft) =>
    `${german.body?.key}|${country}|${fold(tie.partner.label.split(',')[0]!)}`;
  for (const draft of drafts) {
    if (!draft.foreign || !draft.german.body) continue;
    const before = known.get(nameKey(draft));
    if (before === undefined) known.set(nameKey(draft), draft.foreign);
    // Homonyms of one body: Wikipedia's single position per name yields to the earlier layers.
    else if (before && before.key !== draft.foreign.key) {
      if (draft.tie.layer === 'wikipedia-2026') draft.foreign = before;
      else known.set(nameKey(draft), null);
    }
  }
  for (const draft of drafts) {
    if (draft.foreign || draft.other || !draft.german.body || isArea(draft.tie.partner.label))
      continue;
    draft.foreign = known.get(nameKey(draft)) ?? null;
  }
}

const APART = 40;

/** The point of a partner, unless it was copied from the German side. */
const hintOf = ({ partner, german }: Tie): Position[] =>
  partner.hint && !(german.hint && km(partner.hint, german.hint) < 1) ? [partner.hint] : [];

/**
 * Partners that GeoNames lacks. Curated facts may make one; bulk rows only where the name has no
 * candidate at all in the country and all rows of that name lie within 40 km of each other: islands and districts have no one centre.
 */
export function ownPartners(drafts: Draft[]): void {
  const groups = Map.groupBy(
    drafts.filter(
      ({ foreign, country, other, german }) => !foreign && country && !other && german.body
    ),
    ({ country, tie }) => `own:${country}|${ownName(tie.partner.label)}`
  );
  const taken = new Map<string, Position[]>();
  for (const { german, foreign } of drafts)
    if (german.body && foreign?.place)
      push(taken, `${german.body.key}|${foreign.country}`, foreign.place.at);
  for (const [key, group] of groups) {
    const curated = group.some(({ tie }) => tie.fact);
    const hints = group.flatMap(({ tie }) => hintOf(tie));
    const apart = hints.some((a) => hints.some((b) => km(a, b) > APART));
    const unknown = group.every(
      ({ found }) => found && !found.place && /partner_(unknown|area)/.test(found.reason)
    );
    if (!curated && (apart || !unknown || !group.some(({ tie }) => tie.partner.hint))) {
      if (apart && unknown) for (const draft of group) draft.found = homonym(draft);
      continue;
    }
    const foreign: Foreign = {
      key,
      place: null,
      country: group[0]!.country!,
      label: (group.find(({ tie }) => tie.fact) ?? group[0]!).tie.partner.label
    };
    for (const draft of group) {
      const { hint } = draft.tie.partner;
      const others = taken.get(`${draft.german.body!.key}|${draft.country}`) ?? [];
      // The same town under a name that GeoNames lacks would stand twice beside this body.
      if (hint && !isArea(draft.tie.partner.label) && others.some((at) => km(at, hint) < 4)) {
        draft.found = {
          place: null,
          reason: 'partner_unknown',
          detail: `${draft.tie.partner.label}: possible double`
        };
        continue;
      }
      if (!draft.tie.fact && apart) draft.found = homonym(draft);
      else draft.foreign = foreign;
    }
  }
}

const homonym = ({ tie }: Draft): Found => ({
  place: null,
  reason: 'partner_homonym',
  detail: tie.partner.label
});
