/**
 * How an embed looks: the part of the URL grammar that belongs to `/embed/<view>` alone. What it shows
 * is asked with the same parameters as on the pages (`codec.ts`); its language is in the path.
 *
 * Contract: like `codec.ts`: total, keeps what is valid, reports the rest, drops defaults.
 */
import { Reader } from './read.ts';
import type { Issue } from './state.ts';
import { oneOf } from './values.ts';

/** `auto`: as the reader's system says. */
export const SCHEMES = ['auto', 'hell', 'dunkel'] as const;
export type Scheme = (typeof SCHEMES)[number];

export interface EmbedLook {
  /** `farben` */
  scheme: Scheme;
  /** `bedienung=1`: links that change what is shown. */
  controls: boolean;
  /** `rahmen=1` */
  border: boolean;
}

export const DEFAULT_LOOK: Readonly<EmbedLook> = Object.freeze({
  scheme: 'auto',
  controls: false,
  border: false
});

/** In the order in which they are written. */
export const EMBED_PARAMETERS = ['farben', 'bedienung', 'rahmen'] as const;

export function readLook(params: URLSearchParams): { look: EmbedLook; issues: Issue[] } {
  const read = new Reader(params);
  const look = {
    scheme: read.as<Scheme>('farben', DEFAULT_LOOK.scheme, oneOf(SCHEMES)),
    controls: read.flag('bedienung'),
    border: read.flag('rahmen')
  };
  return { look, issues: read.issues };
}

/** Query without `?`; '' when everything is at its default. */
export function writeLook({ scheme, controls, border }: EmbedLook): string {
  return [
    scheme === DEFAULT_LOOK.scheme ? '' : `farben=${scheme}`,
    controls ? 'bedienung=1' : '',
    border ? 'rahmen=1' : ''
  ]
    .filter(Boolean)
    .join('&');
}
