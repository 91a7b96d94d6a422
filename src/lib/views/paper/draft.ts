/**
 * The draft of a committee paper for one address.
 *
 * Contract: pure and plain (survives JSON). Sections in the order of German committee papers; wording
 * neutral between parties and places; what is known comes before what is recorded, "x of N" before
 * per cent. Every figure is one that the atlas shows at the address beside it.
 */
import { select } from '../../domain/selection.ts';
import { formatDate } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { SECTIONS, type Block, type Paper, type SectionId } from '../../report/paper.ts';
import { DEFAULT_VIEW, type Issue } from '../../url/codec.ts';
import { linkTo, linkToPaper } from '../links.ts';
import { titleOf } from '../title.ts';
import { annexBlocks } from './annex.ts';
import { moneyBlocks } from './money.ts';
import { reasonBlocks } from './reasons.ts';
import { recordedBlocks, unknownOf } from './recorded.ts';
import { textBlock, type Drafting, type PaperRequest } from './request.ts';

export interface PaperPage {
  paper: Paper;
  /** The selection in words. */
  title: string;
  /** What of the address could not be read. */
  issues: Issue[];
  /** The same selection on the map and on the gap page. */
  map: string;
  gaps: string;
}

const TITLES = {
  beratung: m.paper_section_beratung,
  betreff: m.paper_section_betreff,
  beschluss: m.paper_section_beschluss,
  sachverhalt: m.paper_section_sachverhalt,
  begruendung: m.paper_section_begruendung,
  finanzen: m.paper_section_finanzen,
  anlagen: m.paper_section_anlagen
};

export function paperPage(request: PaperRequest): PaperPage {
  const { parsed, locale } = request;
  const { filters, view } = parsed;
  const { paper, title } = drafted(request);
  const plain = { ...DEFAULT_VIEW, snapshot: view.snapshot };
  return {
    paper,
    title,
    issues: parsed.issues,
    map: linkTo({ filters, view: plain, locale, page: '/' }),
    gaps: linkTo({ filters, view: { ...plain, gaps: view.gaps }, locale, page: '/luecken' })
  };
}

export const draftPaper = (request: PaperRequest): Paper => drafted(request).paper;

function drafted(request: PaperRequest): { paper: Paper; title: string } {
  const { data, parsed, locale } = request;
  const { dataset, details } = data;
  const say = { locale };
  const title = titleOf(parsed.filters, dataset, locale);
  const drafting: Drafting = {
    ...request,
    dataset,
    extras: details?.extras ?? null,
    selection: select(dataset, parsed.filters),
    title
  };
  const stand = {
    date: formatDate(dataset.publishedAt, locale),
    version: String(dataset.version)
  };
  const blocks: Record<SectionId, () => Block[]> = {
    beratung: () => [
      textBlock('beratung', m.paper_label_beratung({}, say), m.paper_text_beratung({}, say))
    ],
    betreff: () => [
      textBlock('betreff', m.paper_section_betreff({}, say), m.paper_text_betreff({ title }, say))
    ],
    beschluss: () => [decision(drafting, stand)],
    sachverhalt: () => recordedBlocks(drafting),
    begruendung: () => reasonBlocks(drafting),
    finanzen: () => moneyBlocks(drafting),
    anlagen: () => annexBlocks(drafting)
  };
  const address = linkToPaper(
    { filters: parsed.filters, view: parsed.view, locale },
    request.gaps ? parsed.view.gaps : undefined
  );
  return {
    title,
    paper: {
      locale,
      title: m.paper_title({}, say),
      snapshot: { version: dataset.version, publishedAt: dataset.publishedAt },
      query: address.split('?')[1] ?? '',
      source: m.paper_source(stand, say),
      sections: SECTIONS.map((id) => ({ id, title: TITLES[id]({}, say), blocks: blocks[id]() }))
    }
  };
}

function decision(drafting: Drafting, stand: { date: string; version: string }): Block {
  const { locale, title } = drafting;
  const say = { locale };
  const unknown = unknownOf(drafting);
  const items = [
    m.paper_decide_note({ title, ...stand }, say),
    ...(unknown ? [m.paper_decide_ask(unknown, say)] : []),
    m.paper_decide_report({}, say)
  ];
  const text = items.map((item, i) => `${i + 1}. ${item}`).join('\n');
  return textBlock('beschluss', m.paper_section_beschluss({}, say), text);
}
