/**
 * Precision of the matching: what readers judged, against what today's matcher makes of the same rows.
 *
 * Contract: pure. A draw counts as right when both members are the judged ones; the order of the two
 * does not matter; a judged unit that was merged since counts as the one it was merged into. `unsure` judgements and rows the matcher no longer takes are counted apart.
 */
import type { Outcome } from './assemble.ts';
import { keyOf } from './members.ts';
import type { Stratum } from './draws.ts';

export interface Drawn {
  id: string;
  stratum: Stratum;
  records: string[];
  /** Letter -> key of the option. */
  german: Map<string, string>;
  partner: Map<string, string>;
}
export interface Judged {
  id: string;
  german: string;
  partner: string;
  verdict: 'certain' | 'likely' | 'unsure';
  evidence: string;
}
export interface Precision {
  stratum: Stratum;
  drawn: number;
  /** Judged certain or likely, and taken by today's matcher. */
  judged: number;
  right: number;
  unsure: number;
  /** Quarantined by today's matcher, or answered by a unit that was not offered (judged `none`). */
  untaken: number;
  /** Wilson interval, 95 %; null while nothing is judged. */
  interval: [low: number, high: number] | null;
  wrong: string[];
}

export const TARGETS: Record<Stratum, number> = { easy: 0.99, hard: 0.97 };
const VERDICTS = ['certain', 'likely', 'unsure'] as const;

const cells = (text: string): string[][] =>
  text
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split('\t'));

/** Reads `draw.tsv`. */
export const readDraw = (text: string): Drawn[] =>
  cells(text).map(([id, stratum, , german, partner, records]) => ({
    id: id!,
    stratum: stratum === 'hard' ? 'hard' : 'easy',
    records: JSON.parse(records!) as string[],
    german: keys(german!),
    partner: keys(partner!)
  }));

const keys = (options: string): Map<string, string> =>
  new Map([...options.matchAll(/(?:^| \| )([A-Z]): .*? \{([^{}]+)\}/g)].map((m) => [m[1]!, m[2]!]));

/** Reads `judged.tsv`. @throws {Error} for an unknown draw, option or verdict, or a draw judged twice */
export function readJudged(text: string, draws: readonly Drawn[]): Judged[] {
  const byId = new Map(draws.map((draw) => [draw.id, draw]));
  const seen = new Set<string>();
  return cells(text).map(([id = '', german = '', partner = '', said = '', evidence = '']) => {
    const draw = byId.get(id);
    const verdict = VERDICTS.find((one) => one === said);
    if (!draw || seen.has(id)) throw new Error(`judged.tsv: ${id} was not drawn or judged twice`);
    if (!verdict || !draw.german.has(german) || !draw.partner.has(partner))
      throw new Error(`judged.tsv: ${id} has an unknown option or verdict`);
    seen.add(id);
    return { id, german, partner, verdict, evidence };
  });
}

/**
 * Precision per stratum of what the matcher makes of the drawn rows now.
 * @param mergedInto key of a partner of a body -> the one it leads to (`merges.tsv`)
 */
export function precisionOf(
  draws: readonly Drawn[],
  judged: readonly Judged[],
  outcomes: readonly Outcome[],
  mergedInto: (key: string, body?: string) => string
): Precision[] {
  const now = new Map(outcomes.map((o) => [`${o.row.tie.layer} ${o.row.tie.key}`, o]));
  const byId = new Map(judged.map((one) => [one.id, one]));
  return (['easy', 'hard'] as const).map((stratum) => {
    const mine = draws.filter((draw) => draw.stratum === stratum);
    const result: Precision = {
      ...{ stratum, drawn: mine.length, judged: 0, right: 0, unsure: 0, untaken: 0 },
      interval: null,
      wrong: []
    };
    for (const draw of mine) {
      const judgement = byId.get(draw.id);
      if (!judgement) continue;
      if (judgement.verdict === 'unsure') {
        result.unsure++;
        continue;
      }
      const taken = draw.records.flatMap((record) => now.get(record)?.partnership ?? []);
      if (!taken.length) {
        result.untaken++;
        continue;
      }
      const offered = new Set([...draw.german.values(), ...draw.partner.values()]);
      const refused = [draw.german.get(judgement.german), draw.partner.get(judgement.partner)];
      // The reader said "none of these", and the matcher has come to something else: nobody judged that.
      const moved = taken.every(({ members }) => members.some((m) => !offered.has(keyOf(m))));
      if (refused.includes('none') && moved) {
        result.untaken++;
        continue;
      }
      result.judged++;
      const body = draw.german.get(judgement.german)!;
      const wanted = [body, mergedInto(draw.partner.get(judgement.partner)!, body)].sort();
      const right = taken.every(
        ({ members }) => members.map(keyOf).sort().join('~') === wanted.join('~')
      );
      if (right) result.right++;
      else result.wrong.push(draw.id);
    }
    if (result.judged) result.interval = wilson(result.right, result.judged);
    return result;
  });
}

/** Wilson score interval of a share, 95 %. */
export function wilson(right: number, of: number): [number, number] {
  const z = 1.959964;
  const share = right / of;
  const middle = share + (z * z) / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}
