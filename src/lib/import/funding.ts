/** Funding instruments: dated calls and offers, each with the status its page supports. */
import { dateOf, numberOf, readEntries, type Entry, type Read } from './entries.ts';

export interface Funding {
  id: string;
  name_de: string;
  name_en: string;
  provider: string;
  level: string;
  what_de: string;
  eligible: string;
  amount_min_eur: number | null;
  amount_max_eur: number | null;
  co_funding_share: number | null;
  valid_from: string | null;
  valid_to: string | null;
  status: string;
  state_as_of: string | null;
  note: string;
}

const STATUS = ['expired', 'historic', 'unknown', 'ongoing_by_source'];

export function readFunding(text: string): Entry<Funding>[] {
  return readEntries(
    text,
    {
      kind: 'funding_instrument',
      source: 'reference-2026',
      file: 'funding_instruments.csv',
      columns: [
        'id',
        'name_de',
        'name_en',
        'provider',
        'level',
        'what_de',
        'eligible',
        'amount_min_eur',
        'amount_max_eur',
        'co_funding_share',
        'valid_from',
        'valid_to',
        'status',
        'state_as_of',
        'source_url',
        'note'
      ] as const,
      names: ['name_de', 'name_en'],
      note: 'note',
      key: (c) => [c.id]
    },
    (c): Read<Funding> =>
      STATUS.includes(c.status)
        ? {
            detail: c.status,
            value: {
              id: c.id,
              name_de: c.name_de,
              name_en: c.name_en,
              provider: c.provider,
              level: c.level,
              what_de: c.what_de,
              eligible: c.eligible,
              amount_min_eur: numberOf(c.amount_min_eur),
              amount_max_eur: numberOf(c.amount_max_eur),
              co_funding_share: numberOf(c.co_funding_share),
              valid_from: dateOf(c.valid_from),
              valid_to: dateOf(c.valid_to),
              status: c.status,
              state_as_of: dateOf(c.state_as_of),
              note: c.note
            }
          }
        : { reason: 'status_unknown', detail: c.status }
  );
}
