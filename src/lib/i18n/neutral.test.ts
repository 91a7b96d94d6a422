/**
 * The words of the product stay neutral between places and parties.
 *
 * Reason: the atlas shows what is recorded, and recording is uneven. A league table, a blame or a
 * party's name would turn gaps of the data into judgements about places ("no record is not no
 * engagement"). Who needs one of these words finds another, or says here why it is meant otherwise.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const WORDS: [string, RegExp][] = [
  ['league table', /spitzenreiter|schlusslicht|rangliste|\branking|bestenliste|tabellenf[üu]hrer/i],
  [
    'league table',
    /\bleague table|\bfront[- ]?runner|\bbottom of the|\btop performer|\bbest in class/i
  ],
  ['rate of engagement', /engagementquote|engagement rate/i],
  ['blame', /r[üu]ckst[äa]ndig|vers[äa]umnis|nachz[üu]gler|unt[äa]tig|vernachl[äa]ssig|versag/i],
  [
    'blame',
    /\blaggard|\bbackward|\bneglect|\blagging|\bfailing (town|municipalit)|\binactive (town|municipalit)/i
  ],
  [
    'party',
    /\bpartei|\bpolitical part(y|ies)|\b(CDU|CSU|SPD|FDP|AfD|BSW)\b|\bdie (Grünen|Linke)\b/i
  ],
  [
    'missing for "not recorded yet"',
    /\bKommunen ohne Engagement|municipalities without engagement/i
  ]
];
/** Said in order to say that it is not done. */
const DENIED = /\b(kein|keine|nicht|no|not|nor|without|ohne)\b/i;

const folder = new URL('./messages/', import.meta.url);

describe.each(readdirSync(folder))('%s', (file) => {
  const messages = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<
    string,
    unknown
  >;

  it.each(WORDS)('has no word of %s: %s', (_kind, words) => {
    const found = Object.entries(messages).filter(([, value]) => {
      const text = JSON.stringify(value);
      return words.test(text) && !DENIED.test(text);
    });
    expect(found).toEqual([]);
  });
});

it('finds such words', () => {
  const texts = ['Bayern ist Schlusslicht', 'Engagementquote: 3 %', 'a laggard', 'nach Partei'];
  for (const text of texts)
    expect(
      WORDS.some(([, words]) => words.test(text)),
      text
    ).toBe(true);
});
