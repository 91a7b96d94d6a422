/** CSV files of the API: the separator that was asked for, and the answer around the text. */
import { createHash } from 'node:crypto';
import { termsOf } from '../report/terms.ts';
import { ApiError, isKnown, SHORT } from './api.ts';
import type { Loaded } from './store.ts';

const SEPARATORS = { komma: ',', semikolon: ';' } as const;

/**
 * Takes `trennzeichen` (or `trenn`) out of the parameters.
 * @throws {ApiError} 400 when it is neither `komma` nor `semikolon`
 */
export function takeSeparator(params: URLSearchParams): ',' | ';' {
  const value = params.get('trennzeichen') || params.get('trenn') || 'komma';
  params.delete('trennzeichen');
  params.delete('trenn');
  if (value === 'komma' || value === 'semikolon') return SEPARATORS[value];
  throw new ApiError(
    400,
    'bad_parameters',
    'Das Trennzeichen ist „komma“ oder „semikolon“.',
    'The separator is “komma” (comma) or “semikolon”.',
    [{ parameter: 'trennzeichen', value: value.slice(0, 100), reason: 'unknown_value' }]
  );
}

/**
 * The file as a download with an ETag, or 304 where the reader has it already.
 * @param name first part of the file's name, e.g. `partnerschaften`
 */
export function csvAnswer(
  request: Request,
  name: string,
  { manifest, dataset }: Pick<Loaded, 'manifest' | 'dataset'>,
  body: string
): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const file = `${name}-stand-${manifest.version}-${manifest.published_at.slice(0, 10)}.csv`;
  const headers = {
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': SHORT,
    etag,
    link: `<${termsOf(dataset.sources).licence_url}>; rel="license", </quellen>; rel="describedby"`
  };
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  return new Response(body, {
    headers: {
      ...headers,
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${file}"`
    }
  });
}
