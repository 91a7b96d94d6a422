/**
 * The whole snapshot as one file: everything, or without what only Wikipedia attests.
 *
 * Contract: made once per snapshot, scope, format and language, then served compressed from memory
 * (at most a few files per snapshot; they go with it). Terms and attributions are inside.
 */
import { createHash } from 'node:crypto';
import type { Dataset } from '../domain/dataset.ts';
import type { Locale } from '../i18n/locale.ts';
import { csv, type CsvOptions } from '../report/csv.ts';
import { withoutWikipedia, type Separated } from '../report/separable.ts';
import { SCOPES, termsOf, type Scope } from '../report/terms.ts';
import type { Issue } from '../url/state.ts';
import { formWords, kindWords, programmeWords, statusWords } from '../views/labels.ts';
import { ApiError } from './api.ts';
import { Encoded } from './encoded.ts';
import type { Loaded } from './load.ts';
import { describe } from './manifests.ts';
import { partnershipJson } from './partnerships.ts';

export const FILE_FORMATS = ['json', 'csv'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export interface Wanted {
  scope: Scope;
  format: FileFormat;
  /** null = the current one. */
  snapshot: number | null;
}

export interface File {
  name: string;
  type: string;
  /** Hash of the bytes, for the ETag. */
  hash: string;
  licenceUrl: string;
  encoded: Encoded;
}

/** Some MB, made once: a fast level is nearly as small. */
const QUALITY = 6;

const TYPES: Record<FileFormat, string> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present'
};

/** @throws {ApiError} 400 with the list of everything that is wrong */
export function wanted(params: URLSearchParams): Wanted {
  const issues: Issue[] = [];
  const one = <T extends string>(name: string, values: readonly T[]): T => {
    const value = params.get(name) || values[0]!;
    const found = values.find((known) => known === value);
    if (!found)
      issues.push({ parameter: name, value: value.slice(0, 100), reason: 'unknown_value' });
    return found ?? values[0]!;
  };
  const scope = one('lizenz', SCOPES);
  const format = one('format', FILE_FORMATS);
  const stand = params.get('stand') ?? '';
  if (stand !== '' && !/^[1-9]\d{0,6}$/.test(stand))
    issues.push({ parameter: 'stand', value: stand.slice(0, 100), reason: 'unknown_value' });
  for (const name of new Set(params.keys()))
    if (!['lizenz', 'format', 'stand'].includes(name))
      issues.push({ parameter: name, value: '', reason: 'unknown_parameter' });
  if (issues.length === 0) return { scope, format, snapshot: stand === '' ? null : Number(stand) };
  throw new ApiError(
    400,
    'bad_parameters',
    'Einige Angaben in der Adresse sind nicht gültig.',
    'Some parameters of the address are not valid.',
    issues
  );
}

const made = new WeakMap<Dataset, Map<string, File>>();

/** The file; made where it was not asked for yet. */
export function fileOf(loaded: Loaded, { scope, format }: Wanted, locale: Locale): File {
  let files = made.get(loaded.dataset);
  if (!files) made.set(loaded.dataset, (files = new Map()));
  const key = format === 'csv' ? `${scope}.csv.${locale}` : `${scope}.json`;
  let file = files.get(key);
  if (!file) files.set(key, (file = make(loaded, scope, format, locale)));
  return file;
}

function make(loaded: Loaded, scope: Scope, format: FileFormat, locale: Locale): File {
  const { version, published_at } = loaded.manifest;
  const { dataset, details } = loaded;
  const data: Separated =
    scope === 'alle'
      ? { dataset, details, rows: Uint32Array.from(dataset.partnerships.id, (_, row) => row) }
      : withoutWikipedia(dataset, details);
  const text = format === 'csv' ? csvText(data, locale) : partnershipsText(loaded, data);
  const bytes = Buffer.from(text, 'utf8');
  const day = published_at.slice(0, 10);
  return {
    name: `partnerschaftsatlas-stand-${version}-${day}-${scope}.${format}`,
    type: TYPES[format],
    hash: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
    licenceUrl: termsOf(data.dataset.sources).licence_url,
    encoded: new Encoded(bytes, QUALITY)
  };
}

/** The given partnerships with terms, snapshot and sources; each says what it is. */
export function partnershipsText({ manifest }: Loaded, data: Separated): string {
  const { version, published_at, format, hash } = describe(manifest);
  return JSON.stringify({
    terms: termsOf(data.dataset.sources),
    snapshot: { version, published_at, format, hash },
    sources: data.dataset.sources,
    total: data.rows.length,
    partnerships: [...data.rows].map((row) => partnershipJson(data, row))
  });
}

function csvText(data: Separated, locale: Locale): string {
  const words: Record<string, Record<string, typeof formWords.kontakt>> = {
    form: formWords,
    status: statusWords,
    programme: programmeWords,
    kind: kindWords
  };
  const label: CsvOptions['label'] = (kind, code) => words[kind]?.[code]?.({}, { locale }) ?? code;
  const { dataset, details } = data;
  return csv(dataset, data, { separator: ',', bom: true, locale, label, details });
}
