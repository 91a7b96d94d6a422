/** The annexes of a paper: the partnerships one by one, the sources and their licences, the method. */
import { formatNumber } from '../../i18n/format.ts';
import { localise } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { Block, ListBlock, TableBlock } from '../../report/paper.ts';
import { termsOf } from '../../report/terms.ts';
import { DEFAULT_VIEW } from '../../url/codec.ts';
import { licenceName } from '../labels.ts';
import { webAddress } from '../links.ts';
import { tableOf } from '../table.ts';
import type { Tie } from '../ties.ts';
import { figuresAt, plain, textBlock, type Drafting } from './request.ts';

export function annexBlocks(drafting: Drafting): Block[] {
  const { locale, selection } = drafting;
  const none = m.paper_annex_none({}, { locale });
  return [
    selection.rows.length > 0
      ? tiesTable(drafting)
      : textBlock('partnerschaften', m.paper_annex_ties({}, { locale }), none),
    sources(drafting)
  ];
}

function tiesTable(drafting: Drafting): TableBlock {
  const { dataset, selection, locale } = drafting;
  const say = { locale };
  const number = (value: number) => formatNumber(value, locale);
  const { rows, total } = tableOf(dataset, null, selection, DEFAULT_VIEW, locale);
  const text = (title: string) => ({ title, number: false });
  return {
    kind: 'table',
    id: 'partnerschaften',
    on: true,
    caption: m.paper_annex_ties({}, say),
    address: figuresAt(drafting, '/', { view: 'tabelle' }),
    columns: [
      text(m.column_german({}, say)),
      text(m.column_partner({}, say)),
      text(m.column_country({}, say)),
      text(m.column_form({}, say)),
      { title: m.column_since({}, say), number: true },
      text(m.column_goals({}, say)),
      text(m.column_evidence({}, say))
    ],
    rows: rows.map((tie) => cells(tie, locale).map((cell) => plain(cell))),
    note:
      total > rows.length
        ? m.paper_annex_part({ shown: number(rows.length), all: number(total) }, say)
        : ''
  };
}

function cells(tie: Tie, locale: Drafting['locale']): string[] {
  const say = { locale };
  const list = (values: string[]) => [...new Set(values)].join(', ');
  return [
    list(tie.german.map(({ name }) => name)),
    list(tie.partners.map(({ name }) => name)) || '–',
    list(tie.partners.map(({ where }) => where)) || '–',
    list([...(tie.formKnown ? [tie.form] : []), ...tie.programmes]) || m.not_recorded({}, say),
    tie.since === null ? '–' : String(tie.since),
    tie.goals.map(({ goal }) => goal).join(', ') || '–',
    tie.confirmed ? m.paper_attested({}, say) : m.paper_unconfirmed({}, say)
  ];
}

function sources(drafting: Drafting): ListBlock {
  const { dataset, locale } = drafting;
  const say = { locale };
  const terms = termsOf(dataset.sources);
  return {
    kind: 'list',
    id: 'quellen',
    on: true,
    caption: m.paper_annex_sources({}, say),
    address: figuresAt(drafting, '/'),
    items: [
      ...dataset.sources
        .filter(({ layer }) => layer >= 0)
        .map((source) => ({
          title: locale === 'de' ? source.attributionDe : source.attributionEn,
          text: licenceName(source.licence, locale),
          url: webAddress(source.url)
        })),
      { title: m.paper_annex_compiled({}, say), text: terms.licence, url: terms.licence_url },
      {
        title: m.paper_annex_method({}, say),
        text: m.paper_annex_method_text({}, say),
        url: localise('/methode', locale)
      }
    ],
    note: ''
  };
}
