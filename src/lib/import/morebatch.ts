/**
 * The further lists as rows of their tables, ready for the one call of `import_batch`.
 *
 * Contract: pure; property names are column names; every row of a table has the same properties.
 * Only imported rows make entities; every row makes a source record.
 */
import type { RecordRow } from './batch.ts';
import type { Entry } from './entries.ts';
import type { Ledger } from './ids.ts';
import { entriesOf, type More } from './more.ts';
import type { Body } from './register.ts';
import type { Abroad } from './whereabouts.ts';

type Cell = string | number | boolean | null | number[];
export type Row = Record<string, Cell>;

/** Tables of `import_batch` beyond partnerships, in the order of their references. */
export const MORE_TABLES = [
  'authority_change',
  'network',
  'funding_instrument',
  'membership',
  'actor',
  'good_example',
  'good_example_topic',
  'partner_request',
  'partner_request_topic',
  'un_review'
] as const;
export type MoreTable = (typeof MORE_TABLES)[number];

const FACTS = 'facts-2026';
/** Kind of an entry -> kind of id; the others are their own key. */
const LEDGER = {
  membership: 'm',
  good_example: 'g',
  partner_request: 'r',
  actor: 'o',
  un_review: 'u'
} as const;

/** Natural keys that need an id. */
export const moreKeys = (more: More): Record<'m' | 'g' | 'r' | 'o' | 'u', string[]> => ({
  m: keys(more.memberships),
  g: keys(more.examples),
  r: keys(more.requests),
  o: keys(more.actors),
  u: keys(more.reviews)
});

const keys = (entries: readonly Entry<unknown>[]) =>
  entries.flatMap(({ outcome, key }) => (outcome === 'imported' ? [key] : []));

/** @throws {Error} when an entity has no id in the ledger */
export function toMoreBatch(more: More, ledger: Ledger): Record<MoreTable, Row[]> {
  const authority = (body: Body | null) => body && ledger.id('a', body.key);
  const abroad = ({ partner, country }: Abroad) => ({
    partner_id: partner && ledger.id('p', partner),
    country_iso2: country
  });
  const tie = ({ partnership }: Abroad) => partnership && ledger.id('t', partnership);
  const source = ({ source: id, url }: Entry<unknown>) => ({ source_id: id, source_url: url });
  const id = (entry: Entry<unknown>) => entityId(entry, ledger)!;
  return {
    authority_change: taken(more.changes).map(({ entry, value }) => ({
      ...value,
      ...source(entry)
    })),
    network: more.networks.map((network) => ({ ...network, source_id: FACTS })),
    funding_instrument: taken(more.funding).map(({ entry, value }) => ({
      ...value,
      ...source(entry)
    })),
    membership: taken(more.memberships).map(({ entry, value }) => ({
      id: id(entry),
      authority_id: authority(value.body),
      network_id: value.network,
      programme: value.programme,
      year: value.year,
      year_from: value.yearFrom,
      year_to: value.yearTo,
      note: value.caveat,
      ...source(entry)
    })),
    actor: taken(more.actors).map(({ entry, value }) => ({
      id: id(entry),
      name: value.name,
      kind: value.kind,
      authority_id: authority(value.body),
      partnership_id: tie(value.abroad),
      partner_name: value.partnerName || null,
      ...abroad(value.abroad),
      since_year: value.since,
      note: value.note,
      ...source(entry)
    })),
    good_example: taken(more.examples).map(({ entry, value }) => ({
      id: id(entry),
      title: value.title,
      authority_id: authority(value.body),
      partnership_id: tie(value.abroad),
      partner_name: value.partnerName || null,
      ...abroad(value.abroad),
      summary: value.summary,
      goals: value.goals,
      ...source(entry)
    })),
    good_example_topic: taken(more.examples).flatMap(({ entry, value }) =>
      value.topics.map(([topic_id, spelling]) => ({
        good_example_id: id(entry),
        topic_id,
        spelling
      }))
    ),
    partner_request: taken(more.requests).map(({ entry, value }) => ({
      id: id(entry),
      partner_name: value.name,
      ...abroad(value.abroad),
      population: value.population,
      request_date: value.date,
      marked_historic: value.historic,
      note: value.note,
      ...source(entry)
    })),
    partner_request_topic: taken(more.requests).flatMap(({ entry, value }) =>
      value.topics.map(([topic_id, spelling]) => ({
        partner_request_id: id(entry),
        topic_id,
        spelling
      }))
    ),
    un_review: taken(more.reviews).map(({ entry, value }) => ({
      id: id(entry),
      kind: value.kind,
      year: value.year,
      goals: value.goals,
      occasion: value.occasion,
      date_from: value.from,
      date_to: value.to,
      entity: value.entity,
      authority_id: authority(value.body),
      confirmed: value.confirmed,
      note: value.note,
      ...source(entry)
    }))
  };
}

/** Source records of all rows of the further lists. */
export function moreRecords(more: More, ledger: Ledger): RecordRow[] {
  return entriesOf(more).map((entry) => ({
    source_id: entry.source,
    source_key: entry.key,
    row_number: entry.row,
    raw: entry.raw,
    url: entry.url,
    outcome: entry.outcome,
    reason: entry.reason,
    detail: entry.detail,
    partnership_id: null,
    since_year: entry.since,
    confidence: '',
    note: entry.note,
    entity_kind: entry.kind,
    entity_id: entityId(entry, ledger)
  }));
}

function entityId(entry: Entry<unknown>, ledger: Ledger): string | null {
  if (entry.outcome === 'quarantined') return null;
  const own = entry.key.replace(/#\d+$/, '');
  if (entry.kind === 'authority_change') return own;
  if (entry.kind === 'funding_instrument') return own.slice('funding_instrument|'.length);
  return ledger.id(LEDGER[entry.kind], own);
}

const taken = <T>(entries: readonly Entry<T>[]): { entry: Entry<T>; value: T }[] =>
  entries.flatMap((entry) =>
    entry.outcome === 'imported' && entry.value ? [{ entry, value: entry.value }] : []
  );
