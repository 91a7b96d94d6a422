/** Why a white spot may be worth a letter, in words: each reason with the names behind it. Pure. */
import type { Dataset } from '../../domain/dataset.ts';
import type { Extras } from '../../domain/detail.ts';
import type { SizeClass } from '../../domain/model.ts';
import type { Place, Potential } from '../../domain/potentials.ts';
import type { Reason } from '../../domain/reasons.ts';
import { formatDate, formatList, formatNumber } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { distanceWords } from '../around.ts';
import { kreisName, named, sizeTitleWords } from '../labels.ts';

type Word = (inputs?: object, options?: { locale?: Locale }) => string;

export const reasonWords: Record<Reason, Word> = {
  nachbarn: m.reason_nachbarn,
  landkreis: m.reason_landkreis,
  netzwerk: m.reason_netzwerk,
  aehnlich: m.reason_aehnlich,
  akteur: m.reason_akteur,
  gesuch: m.reason_gesuch
};

/** A size class in a word, without its bounds. */
export const sizeWord: Record<SizeClass, Word> = {
  landgemeinde: m.size_word_landgemeinde,
  kleinstadt: m.size_word_kleinstadt,
  mittelstadt: m.size_word_mittelstadt,
  grossstadt: m.size_word_grossstadt,
  'grossstadt-500': m.size_word_grossstadt_500
};

export interface SpotReason {
  id: Reason;
  text: string;
}

/** Names that are written out; the rest is counted. */
const NAMED = 3;

/** @returns the reasons that hold, in their order */
export function spotReasons(
  dataset: Dataset,
  extras: Extras | null,
  place: Place,
  potential: Potential,
  locale: Locale
): SpotReason[] {
  const say = { locale };
  const { authorities, laender, countries } = dataset;
  const number = (value: number) => formatNumber(value, locale);
  const near = (name: string, km: number) =>
    m.spot_place_km({ name, km: distanceWords(km, locale) }, say);
  const list = (names: string[]) => {
    const rest = names.length - NAMED;
    const shown = rest > 1 ? names.slice(0, NAMED) : names;
    return formatList(
      rest > 1 ? [...shown, m.spot_more({ count: number(rest) }, say)] : shown,
      locale,
      'and'
    );
  };
  const found: SpotReason[] = [];
  const { neighbours, landkreis, networks, similar, actors, requests } = potential;
  if (neighbours.length > 0)
    found.push({
      id: 'nachbarn',
      text: m.spot_neighbours(
        {
          count: neighbours.length,
          shown: number(neighbours.length),
          names: list(neighbours.map(({ row, km }) => near(authorities.name[row]!, km)))
        },
        say
      )
    });
  if (landkreis !== null)
    found.push({
      id: 'landkreis',
      text: m.spot_landkreis({ name: kreisName(authorities.name[landkreis]!, locale) }, say)
    });
  if (networks.length > 0) {
    const names = networks.map((id) => {
      const network = extras?.networks.find((one) => one.id === id);
      return network ? named(network, locale) : id;
    });
    found.push({ id: 'netzwerk', text: m.spot_networks({ names: list(names) }, say) });
  }
  if (similar.engaged > 0)
    found.push({
      id: 'aehnlich',
      text: m.spot_similar(
        {
          engaged: number(similar.engaged),
          n: number(similar.n),
          size: sizeTitleWords[place.size]({}, say),
          land: laender.find(({ code }) => code === place.land)?.name ?? ''
        },
        say
      )
    });
  // An organisation has a row for each of its partners.
  const organisations = new Map(actors.map(({ at, km }) => [extras!.actors[at]!.name, km]));
  for (const [name, km] of [...organisations].slice(0, 2)) {
    const text =
      km === 0
        ? m.spot_actor_here({ name }, say)
        : m.spot_actor_near({ name, km: distanceWords(km, locale) }, say);
    found.push({ id: 'akteur', text });
  }
  for (const { at, via } of requests.slice(0, 2)) {
    const { name, country, date } = extras!.requests[at]!;
    const state = countries.find(({ iso2 }) => iso2 === country)!;
    found.push({
      id: 'gesuch',
      text: m.spot_request(
        {
          country: named(state, locale),
          name,
          date: date ? dateWords(date, locale) : m.steps_undated({}, say),
          neighbour: authorities.name[via.row]!,
          km: distanceWords(via.km, locale)
        },
        say
      )
    });
  }
  return found;
}

/** `2026-06-30` -> `30.06.2026`, `2026-06` -> `06/2026`, `2026`. */
function dateWords(date: string, locale: Locale): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return formatDate(date, locale);
  const [year, month] = date.split('-');
  return month ? `${month}/${year}` : year!;
}
