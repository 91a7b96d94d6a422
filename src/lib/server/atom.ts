/**
 * An Atom feed (RFC 4287) as text. Pure.
 *
 * Contract: valid whatever the names in it hold: markup is escaped, and characters that XML forbids or
 * that turn the direction of text around are left out. Content is XHTML, so that no reader has to guess.
 * Written with the house's own markup helper, which can't make anything but well-formed elements.
 */
import { el, type Markup } from '../pictures/markup.ts';
import type { Locale } from '../i18n/locale.ts';

export interface AtomLink {
  rel: 'self' | 'alternate' | 'related' | 'license';
  /** Absolute. */
  href: string;
  type?: string;
  hreflang?: Locale;
}

export interface AtomEntry {
  /** `tag:` URI (RFC 4151). */
  id: string;
  title: string;
  summary: string;
  /** ISO timestamps. */
  published: string;
  updated: string;
  link: string;
  /** Of the XHTML in it. */
  content: Markup[];
}

export interface AtomFeed {
  id: string;
  title: string;
  subtitle: string;
  locale: Locale;
  updated: string;
  links: AtomLink[];
  author: { name: string; uri: string; email: string };
  rights: string;
  icon: string;
  entries: AtomEntry[];
}

/** C1 controls, zero-width and bidi controls, line and paragraph separators, BOM. */
const UNSEEN = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

export function atom(feed: AtomFeed): string {
  const { author, locale } = feed;
  const root = el(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': locale },
    el('id', {}, feed.id),
    el('title', {}, feed.title),
    el('subtitle', {}, feed.subtitle),
    el('updated', {}, feed.updated),
    feed.links.map(({ rel, href, type, hreflang }) => el('link', { rel, href, type, hreflang })),
    el(
      'author',
      {},
      el('name', {}, author.name),
      el('uri', {}, author.uri),
      author.email === '' ? null : el('email', {}, author.email)
    ),
    el('rights', {}, feed.rights),
    el('icon', {}, feed.icon),
    feed.entries.map((entry) => entryOf(entry, locale))
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.text.replace(UNSEEN, '')}\n`;
}

function entryOf(entry: AtomEntry, locale: Locale): Markup {
  return el(
    'entry',
    {},
    el('id', {}, entry.id),
    el('title', {}, entry.title),
    el('published', {}, entry.published),
    el('updated', {}, entry.updated),
    el('link', { rel: 'alternate', type: 'text/html', hreflang: locale, href: entry.link }),
    el('summary', {}, entry.summary),
    el(
      'content',
      { type: 'xhtml' },
      el('div', { xmlns: 'http://www.w3.org/1999/xhtml' }, entry.content)
    )
  );
}
