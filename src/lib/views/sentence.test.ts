import { expect, test } from 'vitest';
import { NO_FILTERS } from '../domain/filters.ts';
import { sentenceOf } from './sentence.ts';

const none = {
  partnerships: 0,
  inland: 0,
  partners: 0,
  countries: 0,
  gemeinden: 0,
  kreise: 0,
  laender: 0,
  others: 0
};

function say(counts: Partial<typeof none>, denominator: number | null, locale: 'de' | 'en' = 'de') {
  return sentenceOf({ counts: { ...none, ...counts }, denominator, filters: NO_FILTERS }, locale);
}

test('many, with denominator and thousands', () => {
  expect(
    say(
      {
        partnerships: 5560,
        partners: 4321,
        countries: 118,
        gemeinden: 2480,
        kreise: 75,
        laender: 9
      },
      10752
    )
  ).toBe(
    '5.560 Partnerschaften mit 4.321 Orten in 118 Staaten. Erfasst bei 2.480 von 10.752 Gemeinden, 75 Landkreisen und 9 Ländern.'
  );
});

test('one of each', () => {
  expect(say({ partnerships: 1, partners: 1, countries: 1, kreise: 1 }, 96)).toBe(
    '1 Partnerschaft mit 1 Ort in 1 Staat. Erfasst bei 1 Landkreis.'
  );
  expect(say({ partnerships: 1, partners: 1, countries: 1, gemeinden: 1 }, 96, 'en')).toBe(
    '1 partnership with 1 place in 1 country. Recorded for 1 of 96 municipalities.'
  );
});

test('several partnerships with one place, several places in one country', () => {
  expect(say({ partnerships: 3, partners: 1, countries: 1, gemeinden: 3 }, null)).toBe(
    '3 Partnerschaften mit 1 Ort in 1 Staat. Erfasst bei 3 Gemeinden.'
  );
  expect(say({ partnerships: 3, partners: 2, countries: 1, gemeinden: 1 }, null)).toBe(
    '3 Partnerschaften mit 2 Orten in 1 Staat. Erfasst bei 1 Gemeinde.'
  );
});

test('nothing says that nothing is recorded, not that nothing is done', () => {
  expect(say({}, 96)).toBe('Keine erfasste Partnerschaft passt zu dieser Auswahl.');
});

test('ties within Germany are told apart from places and countries abroad', () => {
  const counts = { partnerships: 6, inland: 2, partners: 4, countries: 3, gemeinden: 1 };
  expect(say(counts, 1)).toBe(
    '6 Partnerschaften mit 4 Orten in 3 Staaten. 2 davon liegen innerhalb Deutschlands und zählen bei Orten und Staaten nicht mit. Erfasst bei 1 von 1 Gemeinde.'
  );
  expect(say({ ...counts, inland: 1 }, 2, 'en')).toBe(
    '6 partnerships with 4 places in 3 countries. 1 of them is within Germany and not counted in places and countries. Recorded for 1 of 2 municipalities.'
  );
});
