/** A single figure as a sentence, as an embed. */
import { buildAtlas } from '../atlas.ts';
import { claimOf, type Claim } from '../claim/claim.ts';
import { pageAddress, strayPlace } from '../embedded.ts';
import { stillView } from '../still.ts';
import { filterControls } from './controls.ts';
import type { Asked, EmbedOf } from './embed.ts';

export interface SatzBody {
  claim: Claim;
}

export function satzEmbed(asked: Asked): EmbedOf<SatzBody> {
  const { data, locale, look, snapshot } = asked;
  const parsed = { ...asked.parsed, view: { ...stillView(asked.parsed.view, '/'), areas: null } };
  const { title, issues, choices } = buildAtlas(data, parsed, locale);
  return {
    view: 'satz',
    title,
    sentence: '',
    notes: [],
    ground: '',
    issues: [...issues, ...strayPlace('satz', asked.parsed)],
    page: pageAddress('satz', parsed, locale),
    controls: filterControls('satz', { ...asked, parsed }, choices),
    look,
    // The frame says the caveat below every view.
    body: { claim: { ...claimOf(data.dataset, parsed.filters, locale, snapshot), caveat: '' } }
  };
}
