import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Every message with a plural makes its rules anew, which takes longer than the rest of the message. */
const keptPlurals: Plugin = {
  name: 'kept-plural-rules',
  transform(code, id) {
    if (!id.endsWith('/paraglide/registry.js')) return;
    const made = 'new Intl.PluralRules(locale, options)';
    if (!code.includes(made)) this.error('The plural rules are made in another way now.');
    const kept = `(kept[locale + options?.type] ??= ${made})`;
    return { code: `const kept = {};\n${code.replace(made, kept)}`, map: null };
  }
};

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './src/lib/i18n/project.inlang',
      outdir: './src/lib/i18n/paraglide',
      strategy: ['url', 'baseLocale']
    }),
    keptPlurals,
    sveltekit()
  ],
  build: { chunkSizeWarningLimit: 1500 },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts', 'tools/**/*.test.ts']
        }
      },
      {
        extends: true,
        test: {
          name: 'db',
          environment: 'node',
          include: ['supabase/tests/**/*.test.ts'],
          globalSetup: ['supabase/tests/setup.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000
        }
      }
    ]
  }
});
