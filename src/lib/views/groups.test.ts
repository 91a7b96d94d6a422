import { expect, it } from 'vitest';
import { collator } from '../i18n/format.ts';
import { goalsOfTies, groupTies, othersIn } from './groups.ts';
import type { Tie } from './ties.ts';

const tie = (id: string, partners: [string, string][], goals: number[] = []): Tie => ({
  id,
  german: [{ id: 'a1', name: 'Hier', where: 'Bayern' }],
  partners: partners.map(([name, where]) => ({ id: `p${name}`, name, where })),
  form: '',
  formKnown: false,
  status: '',
  statusKnown: false,
  since: null,
  programmes: [],
  topics: [],
  goals: goals.map((goal) => ({ goal, name: `Ziel ${goal}`, bases: ['topic'] })),
  confirmed: true,
  initiated: false,
  operator: false,
  layers: [],
  sources: null
});
const ties = [
  tie('t1', [['Oulu', 'Finnland']], [6, 4]),
  tie('t2', [['Linz', 'Österreich']]),
  tie(
    't3',
    [
      ['Espoo', 'Finnland'],
      ['Riga', 'Lettland']
    ],
    [6]
  ),
  {
    ...tie('t4', []),
    german: [...tie('', []).german, { id: 'a2', name: 'Gera', where: 'Thüringen' }]
  }
];

it('groups by where the other side is, in the order of names', () => {
  const groups = groupTies(ties, 'a1', collator('de').compare);
  expect(groups.map(({ where, ties }) => [where, ties.map((t) => t.id)])).toEqual([
    ['Finnland', ['t1', 't3']],
    ['Österreich', ['t2']],
    ['Thüringen', ['t4']]
  ]);
});

it('never names the place itself', () => {
  expect(othersIn(ties[2]!, 'a1').map((member) => member.name)).toEqual(['Espoo', 'Riga']);
  expect(othersIn(ties[0]!, 'pOulu').map((member) => member.id)).toEqual(['a1']);
});

it('counts each goal once per tie', () =>
  expect(goalsOfTies(ties)).toEqual([
    { goal: 4, name: 'Ziel 4', ties: 1, bases: ['topic'] },
    { goal: 6, name: 'Ziel 6', ties: 2, bases: ['topic'] }
  ]));
