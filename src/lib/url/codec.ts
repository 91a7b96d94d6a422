/**
 * The URL grammar: the one place where filters and view state become a query and come back.
 *
 * Contract: `parse` is total (never throws, keeps the valid part, reports the rest as issues) and
 * canonical (lists in the order of the vocabulary), `serialise` drops defaults, and
 * `parse(serialise(x))` is x. Parameter names are the same in every language. Golden URLs in the
 * test hold the grammar: a published link must never change its meaning.
 */
import type { Filters } from '../domain/filters.ts';
import { BASES, FORMS, GOALS, PROGRAMMES, SIZE_CLASSES, STATUSES } from '../domain/model.ts';
import { GAP_PARAMETERS, gapValues, readGaps } from './gaps.ts';
import { NET_PARAMETERS, netValues, readNet } from './net.ts';
import { Reader } from './read.ts';
import { readTitle, titleText } from './title.ts';
import { oneOf } from './values.ts';
import { readWhite, WHITE_PARAMETERS, whiteValues } from './white.ts';
import {
  AREA_SORT_KEYS,
  AREAS,
  DEFAULT_VIEW,
  SORT_KEYS,
  VIEWS,
  type Areas,
  type Parsed,
  type Sort,
  type ViewState,
  type Vocabulary
} from './state.ts';

export * from './state.ts';

/** In the order in which they are written. */
export const PARAMETERS = [
  'sdg',
  'sdg_alle',
  'basis',
  'region',
  'staat',
  'sued',
  'land',
  'kreis',
  'groesse',
  'form',
  'programm',
  'status',
  'seit',
  'thema',
  'beleg',
  'inland',
  'q',
  'ort',
  'stand',
  'ansicht',
  'flaechen',
  'sortierung',
  'seite',
  'titel',
  ...NET_PARAMETERS,
  ...GAP_PARAMETERS,
  ...WHITE_PARAMETERS
] as const;
export type Parameter = (typeof PARAMETERS)[number];

/** Names the grammar keeps for what later versions can ask. */
const RESERVED = ['ziel', 'netzwerk', 'akteur'];
/** Added to links by others; no business of ours and no reason for a notice. */
const FOREIGN = /^(utm_|mtm_|pk_|fbclid$|gclid$|msclkid$)/;

const GOAL_VALUES: readonly (number | 'keine')[] = [...GOALS, 'keine'];
const PROGRAMME_VALUES = [...PROGRAMMES, 'keine'] as const;
const SIZE_VALUES = SIZE_CLASSES.map((size) => size.id);
const EVIDENCE_VALUES = ['belegt', 'unbestaetigt'] as const;
const SORTS: readonly Sort[] = [...SORT_KEYS, ...AREA_SORT_KEYS].flatMap((key): Sort[] => [
  key,
  `-${key}`
]);

const memberOf =
  (values: ReadonlySet<string>, change = (item: string) => item) =>
  (item: string): string | undefined =>
    values.has(change(item)) ? change(item) : undefined;

const upper = (item: string) => item.toUpperCase();
const lower = (item: string) => item.toLowerCase();

function goal(item: string): number | 'keine' | undefined {
  if (item.toLowerCase() === 'keine') return 'keine';
  return /^\d{1,2}$/.test(item) ? GOALS.find((value) => value === Number(item)) : undefined;
}

const whole = (max: number) => (value: string) =>
  /^[1-9]\d{0,8}$/.test(value) && Number(value) <= max ? Number(value) : undefined;

const sorted = <T>(list: T[], order: Iterable<T>): T[] => {
  const chosen = new Set(list);
  return [...order].filter((value) => chosen.has(value));
};

/** @param known names that the caller reads itself and that are therefore no mistake */
export function parse(
  params: URLSearchParams,
  vocabulary: Vocabulary,
  known: readonly string[] = []
): Parsed {
  const read = new Reader(params);
  const topics = new Set([...vocabulary.topics, 'keine']);
  const filters: Filters = {
    goals: sorted(read.list('sdg', goal), GOAL_VALUES),
    goalsAll: read.flag('sdg_alle'),
    bases: sorted(read.list('basis', oneOf(BASES)), BASES),
    regions: sorted(read.list('region', memberOf(vocabulary.regions)), vocabulary.regions),
    countries: sorted(
      read.list('staat', memberOf(vocabulary.countries, upper)),
      vocabulary.countries
    ),
    south: read.flag('sued'),
    laender: sorted(read.list('land', memberOf(vocabulary.laender)), vocabulary.laender),
    kreise: sorted(read.list('kreis', memberOf(vocabulary.kreise)), vocabulary.kreise),
    sizes: sorted(read.list('groesse', oneOf(SIZE_VALUES)), SIZE_VALUES),
    forms: sorted(read.list('form', oneOf(FORMS)), FORMS),
    programmes: sorted(read.list('programm', oneOf(PROGRAMME_VALUES)), PROGRAMME_VALUES),
    statuses: sorted(read.list('status', oneOf(STATUSES)), STATUSES),
    since: read.years('seit'),
    topics: sorted(read.list('thema', memberOf(topics, lower)), topics),
    evidence: sorted(read.list('beleg', oneOf(EVIDENCE_VALUES)), EVIDENCE_VALUES),
    inland: read.flag('inland'),
    text: (read.one('q') ?? '').normalize('NFC').replace(/\s+/g, ' ')
  };
  const view: ViewState = {
    place: read.as<string | null>('ort', null, (value) =>
      /^[ap][1-9]\d{0,8}$/.test(value) ? (vocabulary.moved.get(value) ?? value) : undefined
    ),
    snapshot: read.as<number | null>('stand', null, whole(1_000_000)),
    view: read.as('ansicht', DEFAULT_VIEW.view, oneOf(VIEWS)),
    areas: read.as<Areas | null>('flaechen', null, oneOf(AREAS)),
    sort: read.as<Sort | null>('sortierung', null, oneOf(SORTS)),
    page: read.as('seite', 1, whole(100_000)),
    title: readTitle(read),
    net: readNet(read),
    gaps: readGaps(read),
    white: readWhite(read, vocabulary.moved)
  };
  const fine = new Set<string>([...PARAMETERS, ...known]);
  for (const name of new Set(params.keys())) {
    if (fine.has(name) || FOREIGN.test(name)) continue;
    const value = params.get(name) ?? '';
    if (!RESERVED.includes(name)) read.report(name, value, 'unknown_parameter');
    else if (value !== '') read.report(name, value, 'not_yet');
  }
  return { filters, view, issues: read.issues };
}

/** Query without `?`; '' when everything is at its default. */
export function serialise(filters: Filters, view: ViewState = DEFAULT_VIEW): string {
  const { since } = filters;
  const span =
    since === null || since === 'unbekannt' ? since : `${since.from ?? ''}-${since.to ?? ''}`;
  const flag = (value: boolean) => (value ? '1' : '');
  const values: Record<Parameter, string> = {
    sdg: sorted(filters.goals, GOAL_VALUES).join(','),
    sdg_alle: flag(filters.goalsAll),
    basis: sorted(filters.bases, BASES).join(','),
    region: codes(filters.regions),
    staat: codes(filters.countries),
    sued: flag(filters.south),
    land: codes(filters.laender),
    kreis: codes(filters.kreise),
    groesse: sorted(filters.sizes, SIZE_VALUES).join(','),
    form: sorted(filters.forms, FORMS).join(','),
    programm: sorted(filters.programmes, PROGRAMME_VALUES).join(','),
    status: sorted(filters.statuses, STATUSES).join(','),
    seit: span ?? '',
    thema: codes(filters.topics),
    beleg: sorted(filters.evidence, EVIDENCE_VALUES).join(','),
    inland: flag(filters.inland),
    q: filters.text.trim().replace(/\s+/g, ' '),
    ort: view.place ?? '',
    stand: view.snapshot === null ? '' : String(view.snapshot),
    ansicht: view.view === DEFAULT_VIEW.view ? '' : view.view,
    flaechen: view.areas ?? '',
    sortierung: view.sort ?? '',
    seite: view.page > 1 ? String(view.page) : '',
    titel: titleText(view.title),
    ...netValues(view.net),
    ...gapValues(view.gaps),
    ...whiteValues(view.white)
  };
  return PARAMETERS.filter((name) => values[name] !== '')
    .map((name) => `${name}=${escape(values[name])}`)
    .join('&');
}

/** Codes without a fixed order are written alphabetically, so that one filter has one URL. */
const codes = (list: readonly string[]) => [...new Set(list)].sort().join(',');

const escape = (value: string) =>
  encodeURIComponent(value.toWellFormed()).replaceAll('%2C', ',').replaceAll('%20', '+');
