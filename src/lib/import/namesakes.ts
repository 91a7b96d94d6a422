/**
 * Partners whose name several towns of the country bear: Wikipedia's point is one per name and country,
 * so it may be that of any of them.
 */
import { km } from './distance.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Draft } from './members.ts';
import { fold } from './names.ts';

/** A namesake that people may mean: of that size, and not dwarfed by the one at the point. */
const TOWN = 10_000;
const DWARFS = 4;

/** Leaves a bare name of Wikipedia open where another town of that name may be meant and nobody attests which. */
export function doubtNamesakes(drafts: readonly Draft[], gazetteer: Gazetteer): void {
  const key = ({ german, foreign }: Draft) => `${german.body?.key}|${foreign?.key}`;
  const attested = new Set(
    drafts.filter(({ tie, foreign }) => tie.layer !== 'wikipedia-2026' && foreign).map(key)
  );
  for (const draft of drafts) {
    const { tie, country, foreign, byHand } = draft;
    const place = foreign?.place;
    if (tie.layer !== 'wikipedia-2026' || !place || !country || byHand) continue;
    // `Taizhou, Zhejiang` says which one.
    if (/[,(–]/.test(tie.partner.label) || attested.has(key(draft))) continue;
    const rivals = gazetteer
      .find(country, fold(tie.partner.label))
      .filter(({ place: other, main }) => main && other.id !== place.id && other.code !== 'PPLX')
      .filter(({ place: other }) => other.population >= TOWN && km(other.at, place.at) > 30)
      .filter(({ place: other }) => other.population * DWARFS > place.population);
    if (!rivals.length) continue;
    draft.foreign = null;
    draft.found = {
      place: null,
      reason: 'partner_homonym',
      detail: [place, ...rivals.map((rival) => rival.place)]
        .slice(0, 4)
        .map((one) => `${one.name} ${one.country}.${one.admin1} (${one.population})`)
        .join('; ')
    };
  }
}
