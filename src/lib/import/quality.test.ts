import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prepare } from './prepare.ts';
import { precisionOf, readDraw, readJudged, TARGETS, wilson } from './quality.ts';
import { readSeed } from '../../../tools/seed.ts';

const folder = new URL('../../../tests/quality/', import.meta.url);
const rounds = readdirSync(folder)
  .filter((name) => name.startsWith('round-'))
  .map((round) => {
    const read = (name: string) => readFileSync(new URL(`${round}/${name}`, folder), 'utf8');
    const isJudged = existsSync(new URL(`${round}/judged.tsv`, folder));
    const draws = readDraw(read('draw.tsv'));
    return {
      round,
      draws,
      answers: read('answers.tsv'),
      judged: isJudged ? read('judged.tsv') : ''
    };
  });
const { draws, answers } = rounds[0]!;
const { outcomes, mergedInto } = prepare(readSeed());

describe('the draw', () => {
  it.each(rounds)(
    'of $round has 100 merges per stratum, options on both sides, and rows that exist',
    ({ draws }) => {
      const rows = new Set(outcomes.map(({ row }) => `${row.tie.layer} ${row.tie.key}`));
      for (const stratum of ['easy', 'hard'])
        expect(draws.filter((draw) => draw.stratum === stratum)).toHaveLength(100);
      for (const draw of draws) {
        expect(draw.german.size, draw.id).toBeGreaterThanOrEqual(2);
        expect(draw.partner.size, draw.id).toBeGreaterThanOrEqual(2);
        for (const record of draw.records) expect(rows.has(record), record).toBe(true);
      }
    }
  );

  it('counts right, wrong, unsure and untaken apart', () => {
    const header = 'draw_id\tgerman_option\tpartner_option\tverdict\tevidence\n';
    const same = answers
      .split('\n')
      .slice(1, 4)
      .map((line) => line.split('\t').slice(0, 3));
    const verdicts = ['certain', 'likely', 'unsure'];
    const lines = same.map((cells, i) => [...cells, verdicts[i], 'probe']);
    lines[1]![1] = 'Z';
    const judged = readJudged(header + lines.map((l) => l.join('\t')).join('\n'), draws);
    const [easy] = precisionOf(draws, judged, outcomes, mergedInto);
    expect(easy).toMatchObject({ judged: 2, right: 1, unsure: 1, wrong: [lines[1]![0]] });
    expect(() => readJudged(`${header}e001\tA\tA\tperhaps\t`, draws)).toThrow(/verdict/);
    expect(() => readJudged(`${header}e999\tA\tA\tcertain\t`, draws)).toThrow(/drawn/);
  });

  it('gives the Wilson interval', () => {
    const [low, high] = wilson(98, 100);
    expect(low).toBeCloseTo(0.93, 2);
    expect(high).toBeCloseTo(0.9945, 3);
    expect(wilson(100, 100)[1]).toBe(1);
  });
});

describe.each(rounds.filter(({ judged }) => judged))('precision of the matching, $round', (one) => {
  it.each(['easy', 'hard'] as const)('of %s merges reaches its target', (stratum) => {
    const judged = readJudged(one.judged, one.draws);
    const result = precisionOf(one.draws, judged, outcomes, mergedInto).find(
      (p) => p.stratum === stratum
    )!;
    expect(result.judged).toBeGreaterThan(0);
    expect(result.right / result.judged, result.wrong.join(', ')).toBeGreaterThanOrEqual(
      TARGETS[stratum]
    );
  });
});
