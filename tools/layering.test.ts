/** The layering rule bites: a wall that is moved fails lint. */
import { ESLint } from 'eslint';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ROOMS } from './layering.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const eslint = new ESLint({ cwd: root });

/** Messages of the layering rule for a file that holds just this import. */
async function complaints(file: string, source: string): Promise<string[]> {
  const text = `import '${source}';\n`;
  const [result] = await eslint.lintText(text, { filePath: `${root}/${file}` });
  return (result?.messages ?? [])
    .filter((message) => message.ruleId === 'no-restricted-imports')
    .map((message) => message.message);
}

test('each folder of src/lib is a room of the table', () => {
  const folders = readdirSync(`${root}/src/lib`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(Object.keys(ROOMS)).toEqual(expect.arrayContaining(folders));
});

test.each([
  ['src/lib/domain/x.ts', '../data/client.ts'],
  ['src/lib/domain/x.ts', '$lib/ui/Button.svelte'],
  ['src/lib/domain/deep/x.ts', '../../views/registry.ts'],
  ['src/lib/domain/x.ts', 'd3-geo'],
  ['src/lib/views/x.ts', 'maplibre-gl'],
  ['src/lib/views/x.ts', '@supabase/supabase-js'],
  ['src/lib/views/x.ts', '../data/client.ts'],
  ['src/lib/charts/x.ts', '../map/canvas.ts'],
  ['src/lib/server/x.ts', '../map/canvas.ts'],
  ['src/lib/ui/x.ts', '$app/navigation'],
  ['src/lib/ui/x.ts', '../../routes/+page.svelte'],
  ['src/lib/ui/x.ts', '$lib'],
  ['src/routes/x/+page.ts', '@supabase/supabase-js'],
  ['src/routes/x/+page.ts', 'maplibre-gl']
])('%s may not import %s', async (file, source) => {
  expect(await complaints(file, source)).toHaveLength(1);
});

test.each([
  ['src/lib/domain/x.ts', './y.ts'],
  ['src/lib/domain/x.ts', 'd3-array'],
  ['src/lib/data/x.ts', '@supabase/supabase-js'],
  ['src/lib/data/x.ts', '../domain/model.ts'],
  ['src/lib/map/x.ts', 'maplibre-gl'],
  ['src/lib/charts/x.ts', 'd3-geo'],
  ['src/lib/views/x.ts', '$lib/map/canvas.ts'],
  ['src/routes/x/+page.ts', '$lib/server/snapshots.ts']
])('%s may import %s', async (file, source) => {
  expect(await complaints(file, source)).toEqual([]);
});
