/** Snapshots as a reader chooses among them. Pure. */
import { formatDate } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';

/** What a manifest says about itself that matters here. */
export interface StandLike {
  version: number;
  /** ISO timestamp. */
  published_at: string;
  edition?: { title_de: string; title_en: string; note_de: string; note_en: string } | undefined;
}

export interface StandOption {
  version: number;
  label: string;
  /** What an edition is and is not; '' for the whole. */
  note: string;
}

export function standOption(stand: StandLike, current: number, locale: Locale): StandOption {
  const { version, published_at, edition } = stand;
  const say = { locale };
  const title = edition && (locale === 'de' ? edition.title_de : edition.title_en);
  const label = m.delta_stand(
    {
      title: title ? `${title}, ` : '',
      version: String(version),
      date: formatDate(published_at, locale)
    },
    say
  );
  return {
    version,
    label: version === current ? `${label} (${m.delta_current({}, say)})` : label,
    note: edition ? (locale === 'de' ? edition.note_de : edition.note_en) : ''
  };
}

/** An edition shows an earlier state of what was recorded, whenever it was published. */
export function isReversed(before: StandLike, after: StandLike): boolean {
  const [first, second] = [before, after].map(({ edition }) => edition !== undefined);
  return first === second ? before.version > after.version : second === true;
}
