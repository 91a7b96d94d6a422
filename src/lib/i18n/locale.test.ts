import { expect, it } from 'vitest';
import { LOCALES, localise } from './locale.ts';
import { localizeHref } from './paraglide/runtime.js';

it('leads where the router of languages leads', () => {
  const paths = [
    '/',
    '/?land=14',
    '/netz',
    '/netz?q=%C3%A4&sdg=6,13',
    '/luecken/ansprache?wahl=1~2'
  ];
  for (const path of paths)
    for (const locale of LOCALES)
      expect(localise(path, locale), path).toBe(localizeHref(path, { locale }));
});
