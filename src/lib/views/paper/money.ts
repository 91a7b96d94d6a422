/** The financial effects of a paper: a draft sentence, and funding with its dates. */
import { fundingFor, type FundingFit, type Validity } from '../../domain/funding.ts';
import { formatDate } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { Block } from '../../report/paper.ts';
import { named } from '../labels.ts';
import { webAddress } from '../links.ts';
import { figuresAt, plain, sourceDate, textBlock, type Drafting } from './request.ts';

const RUNNING = 6;
/** What is over is a hint that there may be a next round, and no more. */
const OVER = 3;

export function moneyBlocks(drafting: Drafting): Block[] {
  const { parsed, locale, day } = drafting;
  const say = { locale };
  const shown = chosen(drafting);
  const funding =
    shown.length === 0
      ? m.paper_money_none({}, say)
      : m.paper_money_funding({ date: formatDate(day, locale) }, say);
  const text = [m.paper_money({}, say), m.paper_money_own({}, say), funding].join('\n\n');
  const blocks: Block[] = [textBlock('finanzen', m.paper_label_finanzen({}, say), text)];
  if (shown.length === 0) return blocks;
  blocks.push({
    kind: 'table',
    id: 'foerderung',
    on: true,
    caption: m.paper_funding({}, say),
    address: figuresAt(drafting, '/'),
    columns: [
      { title: m.paper_column_instrument({}, say), number: false },
      { title: m.paper_column_provider({}, say), number: false },
      { title: m.paper_column_what({}, say), number: false },
      { title: m.paper_column_validity({}, say), number: false }
    ],
    rows: shown.map((fit) => [
      plain(named(fit.line, locale), webAddress(fit.line.url)),
      plain(fit.line.provider),
      plain(fit.line.whatDe),
      plain(validityText(fit, locale))
    ]),
    note:
      parsed.filters.laender.length + parsed.filters.kreise.length === 0
        ? m.paper_funding_note_land({}, say)
        : ''
  });
  return blocks;
}

/** One row of each instrument, what may still be had first; the latest of what is over. */
function chosen({ dataset, extras, parsed, day }: Drafting): FundingFit[] {
  const { filters } = parsed;
  const places = filters.laender.length + filters.kreise.length > 0;
  const latest = ({ line }: FundingFit) => line.to || line.stateAsOf || line.from;
  const of = new Map<string, FundingFit>();
  const fits = fundingFor(dataset, extras?.funding ?? [], filters, day)
    // Without a Land in question sixteen programmes would stand beside each other.
    .filter(({ level, validity }) => validity !== 'historic' && (places || level !== 'Land'))
    .sort((a, b) => Number(isOver(a)) - Number(isOver(b)) || (latest(a) < latest(b) ? 1 : -1));
  for (const fit of fits) {
    // Calls of other years: the id ends in the year.
    const instrument = fit.line.id.replace(/_(\d{4}|undated)$/, '');
    if (!of.has(instrument)) of.set(instrument, fit);
  }
  const order = Object.keys(VALIDITIES);
  const running = [...of.values()]
    .filter((fit) => !isOver(fit))
    .sort(
      (a, b) =>
        order.indexOf(a.validity) - order.indexOf(b.validity) ||
        b.meets.length - a.meets.length ||
        (a.line.id < b.line.id ? -1 : 1)
    );
  return [...running.slice(0, RUNNING), ...[...of.values()].filter(isOver).slice(0, OVER)];
}

const isOver = ({ validity }: FundingFit) => validity === 'over';

const VALIDITIES: Record<Validity, typeof m.paper_funding_open> = {
  runs: m.paper_funding_open,
  upcoming: m.paper_funding_upcoming,
  unknown: m.paper_funding_unclear,
  over: m.paper_funding_over,
  historic: m.paper_funding_over
};

/** "abgelaufen (bis 15.10.2026); Stand der Quelle: 2026" */
function validityText({ line, validity }: FundingFit, locale: Locale): string {
  const say = { locale };
  const [from, to] = [sourceDate(line.from, locale), sourceDate(line.to, locale)];
  const span =
    from && to
      ? m.paper_funding_span({ from, to }, say)
      : to
        ? m.paper_funding_to({ to }, say)
        : from
          ? m.paper_funding_from({ from }, say)
          : '';
  const date = sourceDate(line.stateAsOf, locale);
  const seen = date ? m.paper_funding_as_of({ date }, say) : m.paper_funding_undated({}, say);
  return `${VALIDITIES[validity]({}, say)}${span && ` (${span})`}; ${seen}`;
}
