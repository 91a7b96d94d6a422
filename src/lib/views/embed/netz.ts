/** A lens of the network as an embed. The whole network has no room in a frame: its strongest ties. */
import { select } from '../../domain/selection.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { DEFAULT_NET } from '../../url/codec.ts';
import { pageAddress } from '../embedded.ts';
import type { Here } from '../links.ts';
import type { Drawing } from '../net/drawing.ts';
import type { NetTable } from '../net/lens.ts';
import { buildNet } from '../net/net.ts';
import { stillView } from '../still.ts';
import { filterControls } from './controls.ts';
import { changed, goalsNote, type Asked, type Control, type EmbedOf } from './embed.ts';
import { MOST_TIES, webOf, type Web } from './web.ts';

export interface NetzBody {
  drawing: Exclude<Drawing, { kind: 'network' }> | null;
  /** In place of the whole network. */
  web: Web | null;
  /** Asked for in place of a picture; at most as many rows as a picture has ties. */
  table: NetTable | null;
}

export function netzEmbed(asked: Asked): EmbedOf<NetzBody> {
  const { data, locale, look } = asked;
  const { view } = asked.parsed.view;
  const parsed = { ...asked.parsed, view: { ...stillView(asked.parsed.view, '/netz'), view } };
  const still = { ...asked, parsed };
  const selection = select(data.dataset, parsed.filters);
  const net = buildNet(data, parsed, locale, selection);
  const { drawing, sentence, notes, table } = net.view;
  const here: Here = { filters: parsed.filters, view: parsed.view, locale, page: '/netz' };
  const whole = drawing?.kind === 'network';
  const empty = net.atlas.counts.partnerships === 0;
  const web = whole && !empty ? webOf(data, selection, here) : null;
  return {
    view: 'netz',
    title: net.title,
    sentence,
    notes: [...(web ? webNotes(web, locale) : notes), ...goalsNote(parsed, net.atlas, locale)],
    ground: '',
    issues: net.atlas.issues,
    page: pageAddress('netz', parsed, locale),
    controls: look.controls
      ? [lenses(still, net.tabs), ...filterControls('netz', still, net.atlas.choices)]
      : [],
    look,
    body: {
      drawing: drawing?.kind === 'network' ? null : drawing,
      web,
      table: table && { ...table, rows: table.rows.slice(0, MOST_TIES) }
    }
  };
}

function lenses(
  asked: Asked,
  tabs: { id: (typeof DEFAULT_NET)['lens']; label: string }[]
): Control {
  const { net } = asked.parsed.view;
  return {
    label: m.net_lenses({}, { locale: asked.locale }),
    choices: tabs.map(({ id, label }) => ({
      label,
      href: changed('netz', asked, {}, { net: { ...DEFAULT_NET, lens: id }, place: null }),
      current: net.lens === id
    }))
  };
}

/** The page's notes are about the whole network. */
function webNotes({ ties, total }: Web, locale: Locale): string[] {
  const cut = { most: formatNumber(MOST_TIES, locale), total: formatNumber(total, locale) };
  return [
    ...(total > ties.length ? [m.embed_web_cut(cut, { locale })] : []),
    m.embed_web_line({}, { locale })
  ];
}
