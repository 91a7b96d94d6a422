/** One figure as a sentence: the same number as in matrix, file and picture; bad input is refused. */
import { expect, test, type APIRequestContext } from '@playwright/test';
import { parse } from 'csv-parse/sync';

interface Answer {
  sentence: string;
  caveat: string;
  language: string;
  address: string;
  frozen_address: string;
  snapshot: { version: number };
  figure: { match: number; of: number; rate: number | null };
  states: Record<string, number>;
  coverage: number | null;
  upper_bound: number | null;
}

async function sentence(request: APIRequestContext, query: string, path = ''): Promise<Answer> {
  const answer = await request.get(`${path}/api/v1/sentence?${query}`);
  expect(answer.status(), query).toBe(200);
  return (await answer.json()) as Answer;
}

/** A reader's count of the file: Gemeinden of the Land, by their AGS, each once. */
async function countedInFile(request: APIRequestContext, query: string, land: string) {
  const text = await (await request.get(`/api/v1/partnerships.csv?${query}`)).text();
  const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[];
  const own = rows.filter(
    (row) => row.authority_kind === 'gemeinde' && row.authority_ags!.startsWith(land)
  );
  return new Set(own.map((row) => row.authority_id)).size;
}

const QUERIES = [
  'land=14&sued=1',
  'land=05&programm=klimapartnerschaft',
  'land=09&staat=FR',
  'land=10&sdg=13',
  'land=06&seit=1990-2005'
];

for (const query of QUERIES) {
  test(`the figure of ?${query} is that of the gap matrix and of the file`, async ({ request }) => {
    const { figure, states, coverage, upper_bound: upper } = await sentence(request, query);
    const gaps = await request.get(`/api/v1/gaps?${query}&zeile=groesse&spalte=gruppe`);
    const { cells } = (await gaps.json()) as {
      cells: {
        row: string;
        column: string;
        n: number;
        states: object;
        upper: number;
        coverage: number;
      }[];
    };
    const all = cells.find(({ row, column }) => row === 'alle' && column === 'alle')!;
    expect({ of: figure.of, states, upper, coverage }).toEqual({
      of: all.n,
      states: all.states,
      upper: all.upper,
      coverage: all.coverage
    });
    expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(figure.of);
    expect(await countedInFile(request, query, query.slice(5, 7))).toBe(figure.match);
    expect(figure.match).toBeGreaterThan(0);
  });
}

test('JSON, text and picture say the same sentence, each language its own', async ({
  page,
  request
}) => {
  const query = 'land=14&groesse=mittelstadt&sued=1';
  for (const [path, language, start] of [
    ['', 'de', 'von'],
    ['/en', 'en', 'of']
  ] as const) {
    const json = await sentence(request, query, path);
    expect(json.language).toBe(language);
    const { match, of } = json.figure;
    expect(json.sentence.startsWith(`${match} ${start} ${of} `)).toBe(true);
    const plain = await request.get(`${path}/api/v1/sentence.txt?${query}`);
    expect(plain.headers()).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'access-control-allow-origin': '*',
      'content-language': language
    });
    expect(await plain.text()).toBe(`${json.sentence}\n`);
    const svg = await (await request.get(`${path}/bild/satz.svg?${query}`)).text();
    const text = await page.evaluate((source) => {
      const read = new DOMParser().parseFromString(source, 'image/svg+xml');
      return [...read.querySelectorAll('text')].map((one) => one.textContent).join(' ');
    }, svg);
    const flat = (words: string) => words.replaceAll(/\s+/g, ' ');
    expect(flat(text)).toContain(flat(json.sentence));
    expect(flat(text)).toContain(flat(json.caveat));
    expect(new URL(json.address).search).toBe('?sued=1&land=14&groesse=mittelstadt');
  }
});

test('a frozen sentence names its snapshot and its sources, and stays', async ({ request }) => {
  const now = await sentence(request, 'land=14');
  const then = await sentence(request, 'land=14&stand=1');
  expect(then.snapshot.version).toBe(1);
  expect(then.sentence).toContain('Datenstand „Nur Wikidata 2017“');
  expect(then.address).toBe(then.frozen_address);
  expect(now.frozen_address).toBe(`${now.address}&stand=${now.snapshot.version}`);
  const again = await sentence(request, `land=14&stand=${now.snapshot.version}`);
  expect(again.sentence).toBe(now.sentence);
});

test('under five counts stand in place of shares', async ({ request }) => {
  const few = await sentence(request, 'land=14&groesse=grossstadt,grossstadt-500');
  expect(few.figure.of).toBeLessThan(5);
  expect([few.figure.rate, few.coverage, few.upper_bound]).toEqual([null, null, null]);
  expect(few.sentence).not.toContain('%');
  const none = await sentence(request, 'land=10&groesse=grossstadt-500');
  expect(none.figure).toEqual({ match: 0, of: 0, rate: null });
  expect(none.sentence).toContain('Es gibt keine Großstadt ab 500.000 Einwohnern im Saarland');
});

test('asked again by its ETag it is not sent twice', async ({ request }) => {
  for (const path of ['/api/v1/sentence?sdg=6', '/api/v1/sentence.txt?sdg=6']) {
    const { etag } = (await request.get(path)).headers();
    const again = await request.get(path, { headers: { 'if-none-match': etag! } });
    expect(again.status(), path).toBe(304);
  }
});

test('what is wrong is named, in both languages', async ({ request }) => {
  for (const path of ['/api/v1/sentence', '/api/v1/sentence.txt', '/en/api/v1/sentence']) {
    const wrong = await request.get(`${path}?sdg=44&land=99&linse=ziele`);
    expect(wrong.status()).toBe(400);
    const { error } = await wrong.json();
    expect(error.details.map(({ parameter }: { parameter: string }) => parameter)).toEqual([
      'sdg',
      'land',
      'linse'
    ]);
    expect([error.message_de, error.message_en]).not.toContain('');
    expect((await request.get(`${path}?stand=99999`)).status()).toBe(404);
    const written = await request.post(path);
    expect(written.status()).toBe(405);
    expect(written.headers().allow).toContain('GET');
  }
});

test('the picture of nobody says so, and bad sizes are refused', async ({ request }) => {
  const svg = await (await request.get('/bild/satz.svg?land=10&groesse=grossstadt-500')).text();
  expect(svg).toContain('Es gibt keine Großstadt');
  expect((await request.get('/bild/satz.png?breite=100')).status()).toBe(400);
});
