/**
 * The view model of the white spots: how many of whom, where, and one page of the list with reasons.
 *
 * Contract: pure and plain, like `buildAtlas`. Needs the register; without it `spots` is null. Order
 * is by Kreis or name, never by potential.
 */
import { SMALL } from '../../domain/areas.ts';
import { askedAbout } from '../../domain/engaged.ts';
import { SIZE_CLASSES } from '../../domain/model.ts';
import { REASONS, RADII, reasonBits } from '../../domain/reasons.ts';
import { select, type Selection } from '../../domain/selection.ts';
import { whiteSpotsOf, type Spot, type WhiteSpots } from '../../domain/whitespots.ts';
import { collator, formatNumber } from '../../i18n/format.ts';
import { localise, type Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { DEFAULT_VIEW, serialise, type Parsed, type WhiteState } from '../../url/codec.ts';
import { buildAtlas, type Atlas, type Data } from '../atlas.ts';
import { kreisName, sizeWords } from '../labels.ts';
import { linkTo, linkToFilters, type Here } from '../links.ts';
import { mapOf, type WhiteMap } from './whitemap.ts';
import { reasonWords, sizeWord, spotReasons, type SpotReason } from './spotwords.ts';

export interface SpotView {
  id: string;
  name: string;
  /** Size class and inhabitants; with the Kreis where the list is not by Kreis. */
  about: string;
  reasons: SpotReason[];
  picked: boolean;
  /** Puts it on the list or takes it off. */
  pick: string;
}

export interface SpotGroup {
  /** Kreis and Land; '' where the list is by name. */
  title: string;
  /** e.g. "12 von 30 noch nicht erfasst". */
  sum: string;
  spots: SpotView[];
}

export interface Toggle {
  label: string;
  /** '' where there is nothing to count. */
  count: string;
  href: string;
  on: boolean;
}

export interface Spots {
  sentence: string;
  map: WhiteMap;
  sizes: { label: string; text: string; share: number | null; href: string; on: boolean }[];
  reasons: Toggle[];
  radii: Toggle[];
  orders: Toggle[];
  groups: SpotGroup[];
  total: number;
  page: number;
  pages: number;
}

export interface White {
  atlas: Atlas;
  title: string;
  /** null: the register is not here. */
  spots: Spots | null;
  picked: number;
  csv: string;
}

export const WHITE_PAGE_SIZE = 50;

export function buildWhite(
  data: Data,
  parsed: Parsed,
  locale: Locale,
  selection: Selection = select(data.dataset, parsed.filters)
): White {
  const { filters, view } = parsed;
  const page = '/luecken/weisse-flecken';
  const atlas = buildAtlas(data, parsed, locale, selection, page);
  const here: Here = { filters, view, locale, page };
  const query = serialise(filters, {
    ...DEFAULT_VIEW,
    snapshot: view.snapshot,
    white: { ...view.white, picked: [] }
  });
  const more = locale === 'de' ? 'trennzeichen=semikolon' : '';
  const search = [query, more].filter(Boolean).join('&');
  return {
    atlas,
    title:
      atlas.chips.length > 0
        ? m.white_title_of({ title: atlas.title }, { locale })
        : m.white_title({}, { locale }),
    spots: data.register ? spotsOf(data, parsed, here) : null,
    picked: view.white.picked.length,
    csv: localise(`/api/v1/white-spots.csv${search && `?${search}`}`, locale)
  };
}

function spotsOf({ dataset, details, register }: Data, { filters, view }: Parsed, here: Here) {
  const { locale } = here;
  const { white } = view;
  const extras = details?.extras ?? null;
  const found = whiteSpotsOf(dataset, filters, { register: register!, extras }, white.radius);
  const fitting = spotsWith(found, white.reasons);
  const byName = view.sort === 'name';
  const { compare } = collator(locale);
  if (byName) fitting.sort((a, b) => compare(a.name, b.name));
  const pages = Math.max(1, Math.ceil(fitting.length / WHITE_PAGE_SIZE));
  const page = Math.min(view.page, pages);
  const shown = fitting.slice((page - 1) * WHITE_PAGE_SIZE, page * WHITE_PAGE_SIZE);
  const number = (value: number) => formatNumber(value, locale);
  const kreise = new Map(dataset.kreise.map(({ code, name }) => [code, kreisName(name, locale)]));
  const laender = new Map(dataset.laender.map(({ code, name }) => [code, name]));
  const where = ({ kreis, land }: Spot) => `${kreise.get(kreis) ?? ''}, ${laender.get(land) ?? ''}`;
  const groups: SpotGroup[] = [];
  for (const spot of shown) {
    const title = byName ? '' : where(spot);
    if (groups.at(-1)?.title !== title) {
      const { n, without } = found.kreise.get(spot.kreis)!;
      const sum = m.white_kreis_sum({ without: number(without), n: number(n) }, { locale });
      groups.push({ title, sum: byName ? '' : sum, spots: [] });
    }
    const potential = found.framework.potentialOf(spot);
    groups.at(-1)!.spots.push({
      id: spot.id,
      name: spot.name,
      about: aboutSpot(spot, locale) + (byName ? ` · ${where(spot)}` : ''),
      reasons: spotReasons(dataset, extras, spot, potential, locale),
      ...pickOf(here, white, spot.id)
    });
  }
  return {
    sentence: m.white_sentence(
      {
        count: found.all.n,
        shown: number(found.all.n),
        without: number(found.all.without)
      },
      { locale }
    ),
    map: mapOf(dataset, askedAbout(filters), found, register!, here),
    ...togglesOf(found, here),
    groups,
    total: fitting.length,
    page,
    pages
  } satisfies Spots;
}

/** Those for which all the reasons hold, in the same order. */
export function spotsWith({ spots }: WhiteSpots, reasons: WhiteState['reasons']): Spot[] {
  const bits = reasonBits(reasons);
  return spots.filter((spot) => (spot.reasons & bits) === bits);
}

/** e.g. "Kleinstadt · 5.123 Einwohner". */
export function aboutSpot({ size, population }: Pick<Spot, 'size' | 'population'>, locale: Locale) {
  const count = formatNumber(population, locale);
  const word = sizeWord[size]({}, { locale });
  return `${word[0]!.toUpperCase()}${word.slice(1)} · ${m.spot_inhabitants({ count }, { locale })}`;
}

/** As many as an address carries. */
export const MOST_PICKED = 100;

function pickOf(here: Here, white: Readonly<WhiteState>, id: string) {
  const picked = white.picked.includes(id);
  const next = picked ? white.picked.filter((one) => one !== id) : [...white.picked, id];
  return {
    picked,
    pick: linkTo(here, {}, { white: { ...white, picked: next.slice(0, MOST_PICKED) } })
  };
}

function togglesOf(found: WhiteSpots, here: Here) {
  const { locale, filters, view } = here;
  const { white } = view;
  const number = (value: number) => formatNumber(value, locale);
  const to = (change: Partial<WhiteState>) =>
    linkTo(here, {}, { white: { ...white, ...change }, page: 1 });
  const bits = reasonBits(white.reasons);
  return {
    sizes: SIZE_CLASSES.flatMap(({ id }, at) => {
      const { n, without } = found.sizes[at]!;
      const on = filters.sizes.includes(id);
      if (n === 0) return [];
      return [
        {
          label: sizeWords[id]({}, { locale }),
          text: m.white_of({ without: number(without), n: number(n) }, { locale }),
          // Under five a share says more than is known.
          share: n < SMALL ? null : without / n,
          href: linkToFilters(here, {
            sizes: on ? filters.sizes.filter((one) => one !== id) : [id]
          }),
          on
        }
      ];
    }),
    reasons: REASONS.map((id, k): Toggle => {
      const on = white.reasons.includes(id);
      const all = bits | (1 << k);
      return {
        label: reasonWords[id]({}, { locale }),
        count: number(found.spots.filter(({ reasons }) => (reasons & all) === all).length),
        href: to({
          reasons: on
            ? white.reasons.filter((one) => one !== id)
            : REASONS.filter((one) => one === id || white.reasons.includes(one))
        }),
        on
      };
    }),
    radii: RADII.map((radius): Toggle => {
      const label = m.near_km({ km: String(radius) }, { locale });
      return { label, count: '', href: to({ radius }), on: radius === white.radius };
    }),
    orders: [
      {
        label: m.white_order_kreis({}, { locale }),
        count: '',
        href: linkTo(here, {}, { sort: null, page: 1 }),
        on: view.sort !== 'name'
      },
      {
        label: m.white_order_name({}, { locale }),
        count: '',
        href: linkTo(here, {}, { sort: 'name', page: 1 }),
        on: view.sort === 'name'
      }
    ]
  };
}
