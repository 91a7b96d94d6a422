/**
 * A selection as a file: what was asked, of which snapshot, and how the answer is sent.
 *
 * Contract: the page's filters, `ort` (only the partnerships of that place) and the parameters the
 * format names; anything else is a 400 that lists all of it. Nothing is cached here: an ETag makes
 * asking again cheap.
 */
import { createHash } from 'node:crypto';
import { placeOf } from '../domain/place.ts';
import { select, type Selection } from '../domain/selection.ts';
import type { Filters } from '../domain/filters.ts';
import { locale } from '../i18n/locale.ts';
import type { CsvOptions } from '../report/csv.ts';
import { termsOf } from '../report/terms.ts';
import type { Issue } from '../url/state.ts';
import { formWords, kindWords, programmeWords, statusWords } from '../views/labels.ts';
import { answer, ApiError, isKnown, noSnapshot, notFound, SHORT } from './api.ts';
import { asked } from './pages.ts';
import { store } from './snapshots.ts';
import type { Loaded } from './store.ts';

const WORDS: Record<string, Record<string, () => string>> = {
  form: formWords,
  status: statusWords,
  programme: programmeWords,
  kind: kindWords
};

/** Labels in the language of the request. */
export const label: CsvOptions['label'] = (kind, code) => WORDS[kind]?.[code]?.() ?? code;

/** A parameter of a format: its values, the first is the default; other names it goes by. */
export interface Choice<T extends string> {
  names: readonly [string, ...string[]];
  values: readonly [T, ...T[]];
}

/** Takes a format's own parameter out of the query. */
export function take<T extends string>(
  params: URLSearchParams,
  { names, values }: Choice<T>,
  issues: Issue[]
): T {
  let found: T | undefined;
  for (const name of names) {
    for (const given of params.getAll(name).filter((value) => value !== '')) {
      const value = values.find((known) => known === given);
      const reason = value === undefined ? 'unknown_value' : 'repeated';
      if (value === undefined || (found !== undefined && found !== value))
        issues.push({ parameter: name, value: given.slice(0, 100), reason });
      else found = value;
    }
    params.delete(name);
  }
  return found ?? values[0];
}

export interface Made {
  body: string;
  type: string;
  /** Ending of the file name. */
  ending: string;
}

/**
 * Answers with the selection as a file.
 * @param own reads (and takes) the format's own parameters, before the page's are read
 */
export function selectedFile<T>(
  { request, url }: { request: Request; url: URL },
  own: (params: URLSearchParams, issues: Issue[]) => T,
  make: (loaded: Loaded, selection: Pick<Selection, 'rows'>, wanted: T) => Made
): Promise<Response> {
  return answer(async () => {
    const params = new URLSearchParams(url.searchParams);
    const issues: Issue[] = [];
    const wanted = own(params, issues);
    const now = await store().current();
    const { filters, view } = readAll(params, now, issues);
    const loaded = view.snapshot === null ? now : await store().at(view.snapshot);
    if (!loaded) throw noSnapshot();
    const { dataset, manifest } = loaded;
    const { body, type, ending } = make(loaded, rowsOf(loaded, filters, view.place), wanted);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const name = `partnerschaften-stand-${manifest.version}-${manifest.published_at.slice(0, 10)}.${ending}`;
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'etag, content-disposition, link',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': SHORT,
      'content-language': locale(),
      etag,
      link: `<${termsOf(dataset.sources).licence_url}>; rel="license", </quellen>; rel="describedby"`
    };
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
    return new Response(body, {
      headers: {
        ...headers,
        'content-type': type,
        'content-disposition': `attachment; filename="${name}"`
      }
    });
  });
}

/**
 * What the filters give; of a place only what it takes part in.
 * @throws {ApiError} 404 where the snapshot knows no such place
 */
export function rowsOf(
  { dataset, registerById }: Pick<Loaded, 'dataset' | 'registerById'>,
  filters: Filters,
  place: string | null
): Pick<Selection, 'rows'> {
  const selection = select(dataset, filters);
  if (place === null) return selection;
  const found = placeOf(dataset, selection, place, registerById.get(place));
  if (!found) throw notFound();
  return { rows: Uint32Array.from(found.inside) };
}

/** @throws {ApiError} 400 that lists the format's issues and the page's */
function readAll(params: URLSearchParams, { dataset }: Loaded, issues: Issue[]) {
  try {
    const parsed = asked(params, dataset, ['ort']);
    if (issues.length === 0) return parsed;
  } catch (error) {
    if (!(error instanceof ApiError) || !Array.isArray(error.details)) throw error;
    issues.push(...(error.details as Issue[]));
  }
  throw new ApiError(
    400,
    'bad_parameters',
    'Einige Angaben in der Adresse sind nicht gültig.',
    'Some parameters of the address are not valid.',
    issues
  );
}
