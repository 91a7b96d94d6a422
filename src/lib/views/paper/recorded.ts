/** The facts of a paper: coverage first, then what is recorded, as sentences, tables and pictures. */
import { FACTS_BIT } from '../../domain/derived.ts';
import { flowsByCountry } from '../../domain/flows.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { Block, ChartBlock, TableBlock } from '../../report/paper.ts';
import { DEFAULT_VIEW, serialise, type ViewState } from '../../url/codec.ts';
import { areasViewOf, type AreasView } from '../areas.ts';
import { areasSentence } from '../areawords.ts';
import { buildAtlas } from '../atlas.ts';
import { goalsKnown } from '../choices.ts';
import { localise } from '../../i18n/locale.ts';
import { named } from '../labels.ts';
import { sentenceOf } from '../sentence.ts';
import { examplesBlock } from './examples.ts';
import { matrixBlocks } from './matrix.ts';
import { figuresAt, plain, present, textBlock, type Drafting } from './request.ts';
import { statesTable } from './statestable.ts';

/** Rows of the table of countries. */
const COUNTRIES = 8;

export function recordedBlocks(drafting: Drafting): Block[] {
  const { locale, selection } = drafting;
  const say = { locale };
  const any = selection.rows.length > 0;
  return present([
    textBlock('abdeckung', m.paper_label_abdeckung({}, say), coverageText(drafting)),
    textBlock('erfasst', m.paper_label_erfasst({}, say), recordedText(drafting)),
    statesTable(drafting),
    any ? chart(drafting, 'karte', m.paper_chart_map({}, say)) : null,
    any ? countriesTable(drafting) : null,
    { ...chart(drafting, 'laender', m.paper_chart_laender({}, say)), on: false },
    any ? { ...chart(drafting, 'netz', m.paper_chart_net({}, say)), on: false } : null,
    ...matrixBlocks(drafting),
    examplesBlock(drafting)
  ]);
}

/** Gemeinden whose answer nobody knows; null where there are none, or none are known of. */
export function unknownOf(drafting: Drafting): { count: number; shown: string } | null {
  const { missing, counts } = areas(drafting);
  const count = missing ? 0 : counts.attribute_unknown + counts.no_record;
  return count === 0 ? null : { count, shown: formatNumber(count, drafting.locale) };
}

function areas({ dataset, parsed, locale }: Drafting): AreasView {
  return areasViewOf(dataset, parsed.filters, { ...DEFAULT_VIEW, areas: 'laender' }, locale)!;
}

function coverageText(drafting: Drafting): string {
  const { locale, parsed } = drafting;
  const say = { locale };
  const view = areas(drafting);
  const { n, counts, shares } = view;
  const known = n - counts.attribute_unknown - counts.no_record;
  const number = (value: number) => formatNumber(value, locale);
  const share = shares ? ` (${formatShare(shares.coverage, locale)})` : '';
  const coverage = { count: known, known: number(known), n: number(n), share };
  return [
    n > 0 && !view.missing ? m.paper_coverage(coverage, say) : '',
    areasSentence(view, parsed.filters, locale),
    m.no_record_note({}, say),
    goalsKnown(atlasOf(drafting), locale)
  ]
    .filter(Boolean)
    .join('\n\n')
    .replace('\n\n', ' ');
}

const atlases = new WeakMap<Drafting, ReturnType<typeof buildAtlas>>();

function atlasOf(drafting: Drafting) {
  let atlas = atlases.get(drafting);
  if (!atlas) {
    const { data, parsed, locale, selection } = drafting;
    const view = { ...DEFAULT_VIEW, snapshot: parsed.view.snapshot };
    atlas = buildAtlas(data, { ...parsed, view }, locale, selection, '/vorlage');
    atlases.set(drafting, atlas);
  }
  return atlas;
}

function recordedText(drafting: Drafting): string {
  const { locale, selection, dataset } = drafting;
  const say = { locale };
  const all = selection.rows.length;
  if (all === 0) return m.paper_none({}, say);
  const facts = selection.rows.reduce(
    (sum, row) => sum + (dataset.partnerships.layers[row]! & FACTS_BIT ? 1 : 0),
    0
  );
  const plural = (count: number) => ({ count, shown: formatNumber(count, locale) });
  const evidence = [
    ...(facts > 0 ? [m.paper_evidence_facts(plural(facts), say)] : []),
    ...(facts < all ? [m.paper_evidence_bulk(plural(all - facts), say)] : [])
  ].join(', ');
  return `${sentenceOf(atlasOf(drafting), locale)} ${evidence}.`;
}

function countriesTable(drafting: Drafting): TableBlock | null {
  const { dataset, selection, locale } = drafting;
  const say = { locale };
  const number = (value: number) => formatNumber(value, locale);
  const flows = flowsByCountry(dataset, selection);
  // One state says nothing that the sentence does not.
  if (flows.length < 2) return null;
  const shown = flows.slice(0, COUNTRIES);
  return {
    kind: 'table',
    id: 'staaten',
    on: true,
    caption: m.paper_table_countries({}, say),
    address: figuresAt(drafting, '/'),
    columns: [
      { title: m.column_country({}, say), number: false },
      { title: m.paper_column_partnerships({}, say), number: true },
      { title: m.paper_column_bodies({}, say), number: true }
    ],
    rows: shown.map(({ country, partnerships, authorities }) => [
      plain(named(dataset.countries[country]!, locale)),
      plain(number(partnerships)),
      plain(number(authorities))
    ]),
    note: m.paper_countries_rest({ shown: number(shown.length), all: number(flows.length) }, say)
  };
}

const PICTURES: Record<'karte' | 'laender' | 'netz', { name: string; view: Partial<ViewState> }> = {
  karte: { name: 'karte', view: {} },
  laender: { name: 'karte', view: { areas: 'laender' } },
  netz: { name: 'netz', view: {} }
};

function chart(drafting: Drafting, id: keyof typeof PICTURES, caption: string): ChartBlock {
  const { dataset, parsed, locale } = drafting;
  const { name, view } = PICTURES[id];
  const query = serialise(parsed.filters, {
    ...DEFAULT_VIEW,
    snapshot: dataset.version,
    ...view
  });
  const sentence =
    id === 'laender'
      ? areasSentence(areas(drafting), parsed.filters, locale)
      : sentenceOf(atlasOf(drafting), locale);
  return {
    kind: 'chart',
    id: `bild-${id}`,
    on: true,
    caption,
    address: figuresAt(drafting, name === 'netz' ? '/netz' : '/', view),
    picture: localise(`/bild/${name}.png?${query}&breite=900&skala=2`, locale),
    alt: m.paper_chart_alt({ caption: `${drafting.title}: ${caption}`, sentence }, { locale })
  };
}
