import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { layering } from './tools/layering.mjs';
import svelteConfig from './svelte.config.js';

export default ts.config(
  {
    ignores: ['build', '.svelte-kit', '.data', 'src/lib/i18n/paraglide', 'node_modules', 'static']
  },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'off',
      // Links carry filters in the query; the path is localised by paraglide, not by resolve().
      'svelte/no-navigation-without-resolve': 'off'
    }
  },
  ...layering()
);
