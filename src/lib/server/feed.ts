/**
 * The feed of snapshots and corrections, for those who embed and cite.
 *
 * Contract: an entry per published snapshot, the newest MOST of them, and one per withdrawn snapshot.
 * Ids never change: they are made of the host's name, the language and the number. What an entry says
 * changes only when what it is compared with was withdrawn, and `updated` says that. Comparisons are
 * made once and kept; many who ask at once wait for one.
 */
import { deltaOf } from '../domain/delta.ts';
import { NO_FILTERS } from '../domain/filters.ts';
import { localise, LOCALES, type Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import { el, type Markup } from '../pictures/markup.ts';
import { termsOf } from '../report/terms.ts';
import type { Manifest } from '../snapshot/manifest.ts';
import { DEFAULT_VIEW, type Parsed } from '../url/codec.ts';
import { comparedEntry, firstEntry, withdrawnEntry, type FeedEntry } from '../views/delta/feed.ts';
import { atom, type AtomEntry } from './atom.ts';
import { attributionsOf } from './attributions.ts';
import { earlier } from './delta.ts';
import { Recent } from './recent.ts';
import type { Withdrawn } from './source.ts';
import { SnapshotUnavailable, type Loaded, type SnapshotStore } from './store.ts';

export const FEED_PATH = '/aktuell.atom';
const MOST = 20;
/** All that is recorded abroad, as the page that compares shows it unasked. */
const ALL: Parsed = { filters: NO_FILTERS, view: DEFAULT_VIEW, issues: [] };

const entries = new Recent<string, Promise<FeedEntry>>(4 * MOST);

interface Site {
  origin: string;
  locale: Locale;
}

/**
 * @param author who runs the site; '' where not known
 * @param from the snapshots there are
 * @throws {SnapshotUnavailable} while nobody can tell what was published
 */
export async function feed(
  site: Site,
  author: { name: string; mail: string },
  from: Pick<SnapshotStore, 'history' | 'current' | 'at'>
): Promise<string> {
  const { origin, locale } = site;
  const say = { locale };
  const { manifests, withdrawn } = await from.history();
  const now = await from.current();
  const all: AtomEntry[] = withdrawn.map((gone) => goneEntry(gone, site));
  // One after the other: each may need a snapshot that is not in memory.
  for (const manifest of manifests.slice(0, MOST))
    all.push(await publishedEntry(manifest, { manifests, withdrawn, from }, site));
  all.sort((a, b) => (a.updated < b.updated ? 1 : -1));
  const licence = termsOf(now.dataset.sources);
  const sources = attributionsOf(now, locale).join('; ');
  const own = (to: Locale) => origin + localise(FEED_PATH, to);
  const type = 'application/atom+xml';
  const others = LOCALES.filter((one) => one !== locale);
  return atom({
    id: tag(site, 'aktuell'),
    title: m.feed_title({}, say),
    subtitle: m.feed_subtitle({}, say),
    locale,
    updated: all[0]?.updated ?? now.manifest.published_at,
    links: [
      { rel: 'self', href: own(locale), type },
      { rel: 'alternate', href: origin + localise('/quellen', locale), type: 'text/html' },
      ...others.map((to) => ({ rel: 'alternate' as const, href: own(to), type, hreflang: to })),
      { rel: 'license', href: licence.licence_url }
    ],
    author: {
      name: author.name || m.site_name({}, say),
      uri: origin + localise('/impressum', locale),
      email: author.mail
    },
    rights: m.picture_source({ sources, licence: licence.licence }, say),
    icon: `${origin}/icon.svg`,
    entries: all
  });
}

/** RFC 4151; the port is no part of who we are. */
const tag = ({ origin, locale }: Site, what: string): string =>
  `tag:${new URL(origin).hostname.replace(/[[\]]/g, '')},2026:${locale}/${what}`;

interface Known {
  manifests: readonly Manifest[];
  withdrawn: readonly Withdrawn[];
  from: Pick<SnapshotStore, 'at'>;
}

async function publishedEntry(
  manifest: Manifest,
  { manifests, withdrawn, from }: Known,
  site: Site
): Promise<AtomEntry> {
  const { version, published_at } = manifest;
  const before = beforeOf(manifest, manifests);
  // Another one stood between: since it went, this one is compared with an older one.
  const moved = withdrawn
    .filter((gone) => gone.version < version && gone.version > (before?.version ?? 0))
    .map(({ withdrawnAt }) => withdrawnAt);
  const late = before && before.published_at > published_at ? [before.published_at] : [];
  const entry = await wordsOf(manifest, before, site.locale, from);
  return {
    ...atomEntry(entry, site),
    id: tag(site, `stand/${version}`),
    published: published_at,
    updated: [published_at, ...moved, ...late].sort().at(-1)!
  };
}

function goneEntry(gone: Withdrawn, site: Site): AtomEntry {
  return {
    ...atomEntry(withdrawnEntry(gone, site.locale), site),
    id: tag(site, `stand/${gone.version}/zurueckgezogen`),
    published: gone.withdrawnAt,
    updated: gone.withdrawnAt
  };
}

/** The whole is compared as on the page; an edition only with its own kind. */
function beforeOf(manifest: Manifest, manifests: readonly Manifest[]): Manifest | undefined {
  const { edition, version } = manifest;
  if (edition)
    return manifests.find((one) => one.edition?.id === edition.id && one.version < version);
  const number = earlier(manifests, manifest);
  return manifests.find((one) => one.version === number);
}

function wordsOf(
  manifest: Manifest,
  before: Manifest | undefined,
  locale: Locale,
  from: Known['from']
): Promise<FeedEntry> {
  if (!before) return Promise.resolve(firstEntry(manifest, manifest.counts.partnerships, locale));
  const key = [locale, before, manifest]
    .map((one) =>
      typeof one === 'string' ? one : `${one.version} ${one.hash} ${one.published_at}`
    )
    .join(' ');
  const known = entries.get(key);
  if (known) return known;
  const made = compareWords(before, manifest, locale, from);
  entries.set(key, made);
  made.catch(() => entries.delete(key));
  return made;
}

async function compareWords(
  before: Manifest,
  after: Manifest,
  locale: Locale,
  from: Known['from']
): Promise<FeedEntry> {
  const [old, now] = [await from.at(before.version), await from.at(after.version)];
  if (!old || !now) throw new SnapshotUnavailable();
  const delta = deltaOf(old, now, ALL.filters);
  // Every link names its snapshots: what is current today is not when the entry is read.
  const side = ({ dataset, details, manifest: { version } }: Loaded) => ({
    ...{ dataset, details, version, isCurrent: false }
  });
  const sides = { before: side(old), after: side(now) };
  return comparedEntry({ before, after }, sides, delta, ALL, locale);
}

type Words = Pick<AtomEntry, 'title' | 'summary' | 'link' | 'content'>;

const atomEntry = (entry: FeedEntry, { origin }: Site): Words => ({
  title: entry.title,
  summary: entry.summary,
  link: origin + entry.href,
  content: contentOf(entry, origin)
});

function contentOf({ summary, note, counts, sections }: FeedEntry, origin: string): Markup[] {
  const link = ({ label, href }: { label: string; href: string }) =>
    el('a', { href: origin + href }, label);
  return [
    el('p', {}, summary),
    ...(note === '' ? [] : [el('p', {}, note)]),
    ...(counts.length === 0
      ? []
      : [
          el(
            'ul',
            {},
            counts.map((count) => el('li', {}, link(count)))
          )
        ]),
    ...sections.flatMap(({ title, lines, more }) => [
      el('h3', {}, title),
      el(
        'ul',
        {},
        lines.map((line) => el('li', {}, line))
      ),
      ...(more.label === '' ? [] : [el('p', {}, link(more))])
    ])
  ];
}
