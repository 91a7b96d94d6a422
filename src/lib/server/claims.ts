/** One figure as a sentence for the API: what was asked, of which snapshot, and the five states behind it. */
import { createHash } from 'node:crypto';
import { locale } from '../i18n/locale.ts';
import { termsOf } from '../report/terms.ts';
import { serialise, type ViewState } from '../url/codec.ts';
import { DEFAULT_VIEW, type Parsed } from '../url/state.ts';
import { claimOf, type Claim } from '../views/claim/claim.ts';
import { linkTo } from '../views/links.ts';
import { isKnown, noSnapshot, SHORT } from './api.ts';
import { describe } from './manifests.ts';
import { asked } from './pages.ts';
import { store } from './snapshots.ts';
import type { Loaded } from './store.ts';

export interface AskedClaim {
  loaded: Loaded;
  parsed: Parsed;
  claim: Claim;
}

/**
 * Reads the address and counts; words are in the language of the request.
 * @throws {ApiError} 400 with all that is wrong; 404 for an unknown snapshot
 */
export async function askedClaim(params: URLSearchParams): Promise<AskedClaim> {
  const now = await store().current();
  const parsed = asked(params, now.dataset);
  const { snapshot } = parsed.view;
  const loaded = snapshot === null ? now : await store().at(snapshot);
  if (!loaded) throw noSnapshot();
  const { published_at: publishedAt, edition } = loaded.manifest;
  const stand = { publishedAt, edition: edition?.[`title_${locale()}`] ?? null };
  return { loaded, parsed, claim: claimOf(loaded.dataset, parsed.filters, locale(), stand) };
}

/** @param origin of the site, e.g. `https://atlas.example.org` */
export function claimJson(
  { loaded, parsed: { filters, view }, claim }: AskedClaim,
  origin: string
) {
  const { version, published_at, hash, licences } = describe(loaded.manifest);
  const { match, of, rate, states, upper, coverage, beside } = claim.figure;
  const seen = (snapshot: number | null): ViewState => ({ ...DEFAULT_VIEW, snapshot });
  const page = (snapshot: number | null) =>
    origin + linkTo({ filters, view: seen(snapshot), locale: locale() });
  return {
    snapshot: { version, published_at, hash },
    query: serialise(filters, seen(view.snapshot)),
    address: page(view.snapshot),
    /** The same for ever. */
    frozen_address: page(version),
    language: locale(),
    sentence: claim.sentence,
    caveat: claim.caveat,
    population: 'gemeinden',
    figure: { match, of, rate },
    // Without a denominator nobody knows how many have no record.
    states: of === null ? null : states,
    coverage,
    upper_bound: upper,
    beside,
    terms: termsOf(loaded.dataset.sources),
    licences
  };
}

/** The sentence alone, as a line of text. */
export function claimText(request: Request, { loaded, claim }: AskedClaim): Response {
  const body = `${claim.sentence}\n`;
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'etag, link',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': SHORT,
    'content-language': locale(),
    etag,
    link: `<${termsOf(loaded.dataset.sources).licence_url}>; rel="license", </quellen>; rel="describedby"`
  };
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  return new Response(body, {
    headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' }
  });
}
