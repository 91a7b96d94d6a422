/**
 * A comparison of two snapshots as CSV: one line per partnership and list it is in, then the bodies.
 *
 * Contract: pure; codes and ids, so that programs can read it in either language; every row names both
 * snapshots, what the comparison is, the terms and whom to name. `gone` is never `ended`.
 */
import { isChanged, isConfirmed, type Delta, type KeptTie, type Side } from '../domain/delta.ts';
import type { Locale } from '../i18n/locale.ts';
import { cell, type Cell } from './csv.ts';
import { list } from './records.ts';
import { termsOf } from './terms.ts';

export const DELTA_COLUMNS = [
  'change',
  'partnership_id',
  'authority_ids',
  'authority_names',
  'partner_ids',
  'partner_names',
  'country_codes',
  'fields',
  'before',
  'after',
  'confirmed_by',
  'fits',
  'merged_ids',
  'source_urls',
  'snapshot_before',
  'snapshot_after',
  'note',
  'terms',
  'attributions'
] as const;
type Line = Record<(typeof DELTA_COLUMNS)[number], Cell>;

export interface DeltaCsvOptions {
  separator: ',' | ';';
  locale: Locale;
  /** What the comparison is and is not. */
  note: string;
}

/** @returns the whole file; a header line even when nothing differs */
export function deltaCsv(
  before: Side,
  after: Side,
  delta: Delta,
  { separator, locale, note }: DeltaCsvOptions
): string {
  const terms = [before, after].map(({ dataset }) => termsOf(dataset.sources));
  // What is stricter holds for a file made of both.
  const strict = terms.find(({ scope }) => scope === 'alle') ?? terms[1]!;
  const lines = terms.flatMap((one) =>
    locale === 'de' ? one.attributions_de : one.attributions_en
  );
  const stamp = ({ dataset }: Side) => `${dataset.version} (${dataset.publishedAt.slice(0, 10)})`;
  const file = {
    snapshot_before: stamp(before),
    snapshot_after: stamp(after),
    note,
    terms: `${strict.licence}, ${strict.licence_url}`,
    attributions: list([...new Set(lines)])
  };
  const rows: Omit<Line, keyof typeof file>[] = [
    ...delta.added.map((row) => ({ change: 'new', ...tieCells(after, row, locale), ...NOTHING })),
    ...delta.ended.map((tie) => ({ change: 'ended', ...keptCells(after, tie, locale) })),
    ...delta.gone.map((row) => ({ change: 'gone', ...tieCells(before, row, locale), ...NOTHING })),
    ...delta.kept
      .filter(isConfirmed)
      .map((tie) => ({ change: 'confirmed', ...keptCells(after, tie, locale) })),
    ...delta.kept
      .filter(isChanged)
      .map((tie) => ({ change: 'changed', ...keptCells(after, tie, locale) })),
    ...delta.first.map(({ row }) => ({ change: 'first_record', ...bodyCells(after, row) })),
    ...delta.last.map(({ row }) => ({ change: 'last_record_gone', ...bodyCells(before, row) }))
  ];
  const text = rows.map((row) => {
    const whole: Line = { ...row, ...file };
    return DELTA_COLUMNS.map((column) => cell(whole[column], separator)).join(separator);
  });
  return `\ufeff${[DELTA_COLUMNS.join(separator), ...text].join('\r\n')}\r\n`;
}

const NOTHING = { fields: '', before: '', after: '', confirmed_by: '', fits: '', merged_ids: '' };

function tieCells({ dataset, details }: Side, row: number, locale: Locale) {
  const { partnerships: ties, authorities, partners, countries } = dataset;
  const members = [...ties.members.subarray(ties.memberStart[row], ties.memberStart[row + 1])];
  const ours = members.filter((member) => member >= 0);
  const theirs = members.filter((member) => member < 0).map((member) => ~member);
  const names = locale === 'de' ? partners.nameDe : partners.nameEn;
  const urls = details?.get(ties.id[row]!)?.sources.map(({ url }) => url) ?? [];
  return {
    partnership_id: ties.id[row]!,
    authority_ids: list(ours.map((member) => authorities.id[member]!)),
    authority_names: list(ours.map((member) => authorities.name[member]!)),
    partner_ids: list(theirs.map((member) => partners.id[member]!)),
    partner_names: list(theirs.map((member) => names[member]!)),
    country_codes: list([
      ...new Set(theirs.map((member) => countries[partners.country[member]!]!.iso2))
    ]),
    source_urls: list([...new Set(urls.filter((url) => url !== ''))])
  };
}

function keptCells(after: Side, tie: KeptTie, locale: Locale) {
  const values = (of: 'before' | 'after') =>
    list(tie.changes.map((change) => `${change.field}=${change[of].join('+')}`));
  return {
    ...tieCells(after, tie.after, locale),
    fields: list(tie.changes.map(({ field, kind }) => `${field}:${kind}`)),
    before: values('before'),
    after: values('after'),
    confirmed_by: list(tie.confirmedBy),
    fits: tie.fits,
    merged_ids: list(tie.merged)
  };
}

const bodyCells = ({ dataset }: Side, row: number) => ({
  ...{ partnership_id: '', partner_ids: '', partner_names: '', country_codes: '', source_urls: '' },
  ...NOTHING,
  authority_ids: dataset.authorities.id[row]!,
  authority_names: dataset.authorities.name[row]!
});
