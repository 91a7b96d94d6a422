/** A reader's session: filters set, widened, narrowed and cleared one at a time. */
import { NO_FILTERS, type Filters } from '../../../src/lib/domain/filters.ts';

const CHANGES: readonly Partial<Filters>[] = [
  { goals: [13] },
  { goals: [13, 6] },
  { regions: ['202'] },
  { goals: [] },
  { laender: ['05'] },
  { laender: ['05', '09'] },
  { sizes: ['mittelstadt'] },
  { regions: [] },
  { since: { from: 1990, to: null } },
  { since: { from: 1990, to: 2010 } },
  { laender: [] },
  { sizes: [] },
  { since: null },
  { text: 'fr' },
  { text: 'frankr' },
  { countries: ['FR'] },
  { text: '' },
  { countries: ['FR', 'PL'] },
  { forms: ['partnerschaft'] },
  { countries: [] },
  { evidence: ['belegt'] },
  { forms: [] },
  { inland: true },
  { evidence: [] },
  { goals: ['keine'] },
  { inland: false },
  { goals: [] },
  { south: true },
  { programmes: ['klimapartnerschaft', 'nachhaltigkeitspartnerschaft'] },
  { statuses: ['aktiv'] },
  { programmes: [] },
  { statuses: [] },
  { south: false },
  { kreise: ['05315'] },
  { kreise: [] },
  { topics: ['keine'] },
  { topics: [] }
];

/** The filters after each change; the last ones ask for nothing, so the session can be repeated. */
export const CLICKS: readonly Filters[] = CHANGES.reduce<Filters[]>(
  (done, change) => [...done, { ...(done.at(-1) ?? NO_FILTERS), ...change }],
  []
);
