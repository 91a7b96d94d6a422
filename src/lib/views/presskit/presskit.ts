/**
 * The press kit of a view: what a newspaper needs to print a figure and to say where it is from.
 *
 * Contract: pure and plain. Everything is of ONE snapshot, which every address names; the words are
 * those of view and picture, counted and phrased there. The page shows it, the README of the ZIP says
 * the same. The table begins at its first row, whatever page of it the address asks for.
 */
import { formatDate } from '../../i18n/format.ts';
import { localise, type Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { termsOf } from '../../report/terms.ts';
import { serialise, type Issue, type Parsed, type ViewState } from '../../url/codec.ts';
import type { Atlas, Data } from '../atlas.ts';
import type { Claim } from '../claim/claim.ts';
import type { Download } from '../downloads.ts';
import {
  builderAddress,
  fromFirstRow,
  pageAddress,
  pressAddress,
  strayPlace,
  type ViewId
} from '../embedded.ts';
import { licenceName } from '../labels.ts';
import { webAddress } from '../links.ts';
import { isGround } from '../maprows.ts';
import { reportLink } from '../report.ts';
import { caveatsOf } from './caveats.ts';
import { dataFiles, pictureFiles, shownPicture } from './files.ts';
import { keyFigure } from './figure.ts';

export interface Asked {
  view: ViewId;
  /** The address, its snapshot named. */
  parsed: Parsed;
  /** What of it the picture shows. */
  still: ViewState;
  /** The words of the picture. */
  shown: {
    atlas: Atlas;
    title: string;
    about?: string;
    sentence: string;
    notes: readonly string[];
  };
  data: Data;
  snapshot: {
    version: number;
    /** ISO timestamp. */
    publishedAt: string;
    /** A snapshot of some sources only. */
    edition: { title: string; note: string } | null;
  };
  /** Who runs the site; '' = not said. */
  operator: { name: string; mail: string };
  /** Of the site, e.g. `https://atlas.example.org`. */
  origin: string;
  locale: Locale;
}

/** A source that has to be named. */
export interface Layer {
  title: string;
  attribution: string;
  licence: string;
  /** '' = the licence has no address. */
  licenceUrl: string;
}

export interface PressKit {
  view: ViewId;
  title: string;
  /** Below the title: what a place is; '' = nothing. */
  about: string;
  /** "12 von 96" and what stands beside it; '' where there is nothing to count. */
  large: string;
  largeNote: string;
  /** To cite, complete by itself. */
  sentence: string;
  /** The figure in detail; null for a place, which is no share of anything. */
  claim: Claim | null;
  /** What the picture shows, where that is more than the figure. */
  seen: string;
  caveats: string[];
  /** `sharp`: at twice the density; `whole`: at any size. */
  picture: { src: string; sharp: string; whole: string; alt: string; files: Download[] };
  data: Download[];
  /** Where the embed is put together. */
  embed: string;
  zip: string;
  credit: string;
  layers: Layer[];
  licence: { name: string; url: string };
  stand: string;
  version: number;
  /** As the reader writes it. */
  date: string;
  /** Absolute: the page that shows the same for ever, and this kit. */
  frozen: string;
  kit: string;
  changes: string;
  feed: string;
  contact: { name: string; mail: string; report: string };
  issues: Issue[];
}

export function buildPressKit(given: Asked): PressKit {
  const asked = firstRows(given);
  const { view, parsed, shown, data, snapshot, origin, locale } = asked;
  const { dataset } = data;
  const say = { locale };
  const { licence, licence_url: url } = termsOf(dataset.sources);
  const figure = keyFigure(asked);
  const date = formatDate(snapshot.publishedAt, locale);
  const frozen = origin + pageAddress(view, parsed, locale);
  const kit = origin + pressAddress(view, parsed, locale);
  const seen = figure.claim === null || view === 'satz' ? '' : shown.sentence;
  return {
    view,
    title: shown.title,
    about: shown.about ?? '',
    ...figure,
    seen,
    caveats: caveatsOf(asked, figure.claim),
    picture: {
      ...shownPicture(asked),
      alt: `${shown.title}. ${seen || figure.sentence}`,
      files: pictureFiles(asked)
    },
    data: dataFiles(asked),
    embed: builderAddress(view, parsed, locale),
    zip: pressAddress(view, parsed, locale, '.zip'),
    credit: m.press_credit_line(
      { site: m.site_name({}, say), date, version: snapshot.version, licence, address: frozen },
      say
    ),
    layers: layersOf(asked),
    licence: { name: licence, url },
    stand: m.stand({ date, version: snapshot.version }, say),
    version: snapshot.version,
    date,
    frozen,
    kit,
    changes: changesSince(asked),
    feed: localise('/aktuell.atom', locale),
    contact: contactOf(asked, kit),
    issues: [...parsed.issues, ...strayPlace(view, parsed)]
  };
}

/** Its words are the same on every page of the table. */
function firstRows(asked: Asked): Asked {
  const { view, parsed, still } = asked;
  const first = fromFirstRow(view, { filters: parsed.filters, view: still });
  return { ...asked, parsed: fromFirstRow(view, parsed), still: first.view };
}

/** What attests partnerships, and on the map whose ground it is drawn on. */
function layersOf({ view, data: { dataset }, locale }: Asked): Layer[] {
  return dataset.sources
    .filter((source) => source.layer >= 0 || (view === 'karte' && isGround(source)))
    .map((source) => ({
      title: source.title,
      attribution: locale === 'de' ? source.attributionDe : source.attributionEn,
      licence: licenceName(source.licence, locale),
      licenceUrl: webAddress(source.licenceUrl)
    }));
}

/** From this snapshot to whatever is the newest when somebody follows it. */
function changesSince({ parsed, snapshot, locale }: Asked): string {
  const query = serialise(parsed.filters);
  const more = query === '' ? '' : `&${query}`;
  return localise(`/luecken/veraenderung?von=${snapshot.version}${more}`, locale);
}

function contactOf({ view, shown, snapshot, operator, locale }: Asked, address: string) {
  const { version, publishedAt } = snapshot;
  const reporting = { contact: operator.mail, version, publishedAt, locale };
  const subject = { id: `/presse/${view}`, name: shown.title, address };
  return { ...operator, report: reportLink(subject, reporting) };
}
