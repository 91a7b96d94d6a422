import { expect, it } from 'vitest';
import { civil } from './civil.ts';
import type { ActorLine } from './detail.ts';
import { NO_FILTERS } from './filters.ts';
import { select } from './selection.ts';
import { randomDataset } from './testing/dataset.ts';
import { random } from './testing/random.ts';

const line = (id: string, kind: string, authority: string, partner: string): ActorLine => ({
  id,
  kind,
  authority,
  partner,
  partnerName: '',
  name: id,
  since: null,
  note: '',
  url: ''
});

it('by hand: an organisation counts where a partnership joins its two ends', () => {
  const dataset = randomDataset(random(3), 30);
  const { authorities, partners, partnerships: ties } = dataset;
  ties.members = Int32Array.from([0, ~0, 0, ~0, 1, ~1, 2, 3, ~2]);
  ties.memberStart = Uint32Array.from([0, 2, 4, 6, 9]);
  ties.length = 4;
  const selection = {
    ...select(dataset, NO_FILTERS),
    rows: Uint32Array.from([0, 1, 3]),
    authorities: Uint32Array.from([0, 1, 2]),
    partners: Uint32Array.from([0, 1, 2])
  };
  const [a, p] = [authorities.id, partners.id];
  const actors = [
    line('o1', 'schule', a[0]!, p[0]!), // two partnerships
    line('o2', 'partnerschaftsverein', a[0]!, p[0]!), // beside o1
    line('o3', 'schule', a[1]!, p[1]!), // its partnership is not in the selection
    line('o4', 'hochschule', a[0]!, p[1]!), // no such partnership
    line('o5', 'krankenhaus', a[3]!, p[2]!), // its German body does not fit
    { ...line('o6', 'schule', a[2]!, p[2]!), name: 'o1' },
    line('o7', 'somebody', a[2]!, p[2]!), // a kind nobody knows
    line('o8', 'schule', '', p[2]!),
    line('o9', 'schule', a[2]!, '')
  ];
  const found = civil(dataset, selection, actors);
  expect(
    found.organisations.map(({ actor, authority, partner, rows }) => [
      actor.id,
      authority,
      partner,
      rows
    ])
  ).toEqual([
    ['o1', 0, 0, [0, 1]],
    ['o2', 0, 0, [0, 1]],
    ['o6', 2, 2, [3]]
  ]);
  expect(found).toMatchObject({ known: 3, names: 2 });
  expect(civil(dataset, selection, [])).toEqual({ organisations: [], known: 0, names: 0 });
});
