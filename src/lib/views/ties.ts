/** A partnership as a reader sees it: in the table, in the place panel, in every list. */
import { FLAG_INITIATED, FLAG_OPERATOR, type Dataset } from '../domain/dataset.ts';
import type { Details } from '../domain/detail.ts';
import { BASES, FORMS, LAYERS, PROGRAMMES, STATUSES, type Basis } from '../domain/model.ts';
import type { Locale } from '../i18n/locale.ts';
import { webAddress } from './links.ts';
import {
  formWords,
  goalName,
  licenceName,
  named,
  programmeWords,
  sourceTitle,
  statusWords
} from './labels.ts';

export interface Member {
  id: string;
  name: string;
  /** Land or country. */
  where: string;
}

export interface GoalMark {
  goal: number;
  name: string;
  bases: Basis[];
}

export interface SourceLine {
  /** Name of the source, or the host of the page it was read on. */
  title: string;
  /** The cited page, else the source's own page; '' where that is no web address. */
  url: string;
  licence: string;
  licenceUrl: string;
  /** What time the source speaks of; '' = not said. */
  state: string;
  note: string;
}

export interface Tie {
  id: string;
  german: Member[];
  partners: Member[];
  form: string;
  formKnown: boolean;
  status: string;
  statusKnown: boolean;
  since: number | null;
  programmes: string[];
  topics: string[];
  goals: GoalMark[];
  /** Attested by a page that somebody read, not only by a bulk layer. */
  confirmed: boolean;
  initiated: boolean;
  operator: boolean;
  /** Layers that attest it: positions in LAYERS. */
  layers: number[];
  /** null = not loaded yet. */
  sources: SourceLine[] | null;
}

const FACTS = 1 << LAYERS.indexOf('facts-2026');

/** @param row partnership row; @param details null while that part is not loaded */
export function tieOf(dataset: Dataset, details: Details | null, row: number, locale: Locale): Tie {
  const ties = dataset.partnerships;
  const say = { locale };
  const id = ties.id[row]!;
  const members = [...ties.members.subarray(ties.memberStart[row]!, ties.memberStart[row + 1]!)];
  const form = FORMS[ties.form[row]!]!;
  const status = STATUSES[ties.status[row]!]!;
  const topics = ties.topicList.subarray(ties.topicStart[row]!, ties.topicStart[row + 1]!);
  return {
    id,
    german: members
      .filter((member) => member >= 0)
      .map((member) => authorityMember(dataset, member)),
    partners: members
      .filter((member) => member < 0)
      .map((member) => partnerMember(dataset, ~member, locale)),
    form: formWords[form]({}, say),
    formKnown: form !== 'unbekannt',
    status: statusWords[status]({}, say),
    statusKnown: status !== 'unbekannt',
    since: ties.since[row] || null,
    programmes: PROGRAMMES.filter((_, bit) => ties.programmes[row]! & (1 << bit)).map((p) =>
      programmeWords[p]({}, say)
    ),
    topics: Array.from(topics, (topic) => named(dataset.topics[topic]!, locale)),
    goals: goalMarks(dataset, row, locale),
    confirmed: (ties.layers[row]! & FACTS) !== 0,
    initiated: (ties.flags[row]! & FLAG_INITIATED) !== 0,
    operator: (ties.flags[row]! & FLAG_OPERATOR) !== 0,
    layers: LAYERS.flatMap((_, bit) => (ties.layers[row]! & (1 << bit) ? [bit] : [])),
    sources: details ? sourceLines(dataset, details, id, locale) : null
  };
}

export function authorityMember(dataset: Dataset, row: number): Member {
  const { id, name, land } = dataset.authorities;
  return { id: id[row]!, name: name[row]!, where: dataset.laender[land[row]!]?.name ?? '' };
}

export function partnerMember(dataset: Dataset, row: number, locale: Locale): Member {
  const { id, nameDe, nameEn, country } = dataset.partners;
  return {
    id: id[row]!,
    name: locale === 'de' ? nameDe[row]! : nameEn[row]!,
    where: named(dataset.countries[country[row]!]!, locale)
  };
}

function goalMarks(dataset: Dataset, row: number, locale: Locale): GoalMark[] {
  const masks = dataset.partnerships.goals.map((column) => column[row]!);
  return dataset.goals
    .map((goal) => ({
      goal: goal.goal,
      name: goalName(goal, locale),
      bases: BASES.filter((_, basis) => masks[basis]! & (1 << goal.goal))
    }))
    .filter((mark) => mark.bases.length > 0);
}

function sourceLines(dataset: Dataset, details: Details, id: string, locale: Locale): SourceLine[] {
  return (details.get(id)?.sources ?? []).map((line) => {
    const source = dataset.sources.find((s) => s.id === line.source);
    return {
      title: line.url
        ? hostOf(line.url)
        : sourceTitle(source?.title ?? line.source, locale).split(',')[0]!,
      url: webAddress(line.url) || webAddress(source?.url ?? ''),
      licence: licenceName(source?.licence ?? '', locale),
      licenceUrl: webAddress(source?.licenceUrl ?? ''),
      state: (locale === 'de' ? source?.stateDe : source?.stateEn) ?? '',
      note: line.note
    };
  });
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}
