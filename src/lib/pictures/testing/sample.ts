/** Test support: a fixed set of data whose every picture has something to show, and its orders. */
import type { Details, Extras } from '../../domain/detail.ts';
import { NO_FILTERS } from '../../domain/filters.ts';
import { GOALS, LAYERS } from '../../domain/model.ts';
import { gapSample } from '../../domain/testing/gapsample.ts';
import type { Source } from '../../domain/dataset.ts';
import type { NetworkLayout } from '../../domain/layout.ts';
import { DEFAULT_VIEW, type ViewState } from '../../url/codec.ts';
import { PICTURES, type Order } from '../pictures.ts';

/** Long, with hyphens and slashes, and a single word without any. */
const LONG = [
  'Verbandsgemeinde Ralbitz-Rosenthal/Ralbicy-Róžant an der Lausitzer Neiße',
  'Donaudampfschifffahrtsgesellschaftskapitänshausen',
  'Bad Neuenahr-Ahrweiler'
];

function made() {
  const { dataset, context } = gapSample(7, 120);
  const { members: ends, memberStart } = dataset.partnerships;
  // Two of three partnerships are those of one body.
  const members = ends.map((end, i) => {
    const row = memberStart.findLastIndex((start) => start <= i);
    const shared = row % 3 > 0 && i === memberStart[row] && end >= 0;
    return shared && !ends.subarray(i, memberStart[row + 1]).includes(0) ? 0 : end;
  });
  const names = (list: string[]) => list.map((name, i) => (i % 9 === 4 ? LONG[i % 3]! : name));
  const source = (layer: number): Source => ({
    id: LAYERS[layer]!,
    ...{ title: `Quelle ${layer}`, url: '', licence: 'CC BY-SA 4.0', licenceUrl: '' },
    ...{ attributionDe: `Quelle ${layer}`, attributionEn: `Source ${layer}`, retrievedAt: '' },
    ...{ stateDe: '2026', stateEn: '2026', layer }
  });
  const data = {
    ...dataset,
    laender: ['05', '09', '14'].map((code, i) => ({
      code,
      name: ['Nordrhein-Westfalen', 'Bayern', 'Sachsen'][i]!
    })),
    goals: GOALS.map((goal) => ({
      goal,
      ...{ colour: '', shortDe: `Ziel ${goal} in Worten`, shortEn: `Goal ${goal} in words` },
      ...{ titleDe: '', titleEn: '' }
    })),
    sources: [0, 1, 2].map(source),
    partnerships: { ...dataset.partnerships, members },
    authorities: { ...dataset.authorities, name: names(dataset.authorities.name) },
    partners: {
      ...dataset.partners,
      nameDe: names(dataset.partners.nameDe),
      nameEn: names(dataset.partners.nameEn)
    }
  };
  const memberships = data.authorities.id.flatMap((authority, i) =>
    i % 2 === 0
      ? ['Zeichnungskommune Agenda 2030', 'Hauptstadt des Fairen Handels (ausgezeichnet)'].map(
          (programme) => ({
            ...{ authority, network: 'agenda2030', programme, year: i % 4 === 0 ? '2021' : '' },
            ...{ caveat: 'draft_only', url: '' }
          })
        )
      : []
  );
  const lists = { examples: [], actors: [], funding: [], reviews: [], requests: [] };
  const extras = { ...context.extras, ...lists, memberships } as unknown as Extras;
  const details: Details = Object.assign(new Map(), { extras });
  return { dataset: data, details, register: context.register };
}

export const SAMPLE = made();

/** A body with many ties, one with one, and one of the register without any. */
export function samplePlaces(): { most: string; one: string; none: string; partner: string } {
  const { authorities, partners, partnerships } = SAMPLE.dataset;
  const ties = authorities.id.map(
    (_, row) => partnerships.members.filter((member) => member === row).length
  );
  const recorded = new Set(authorities.id);
  return {
    most: authorities.id[ties.indexOf(Math.max(...ties))]!,
    one: authorities.id[ties.indexOf(1)]!,
    none: SAMPLE.register.find(({ id }) => !recorded.has(id))!.id,
    partner: partners.id[~partnerships.members.find((member) => member < 0)!]!
  };
}

/** @param state of the address; everything else stays the same */
export function sampleOrder(
  view: string,
  state: Partial<ViewState> = {},
  more: Partial<Order> = {}
): Order {
  return {
    view: PICTURES[view]!,
    data: SAMPLE,
    layout: null as NetworkLayout | null,
    parsed: { filters: NO_FILTERS, view: { ...DEFAULT_VIEW, ...state }, issues: [] },
    locale: 'de',
    snapshot: { version: 7, publishedAt: '2026-11-22T10:00:00Z', edition: null },
    attributions: ['Quelle A', 'Quelle B'],
    origin: 'https://atlas.example.org',
    theme: 'hell',
    width: 800,
    ...more
  };
}
