/**
 * The layering rule of the house, as ESLint configuration.
 *
 * One table says what each folder of `src/lib` may import: other folders, and packages that only
 * this folder owns. Everything else is an error, so the build fails when a wall is moved.
 * A test (`tools/layering.test.ts`) shows that the rule bites.
 */

/** @type {Record<string, {folders: string[], packages: string[]}>} */
export const ROOMS = {
  domain: {
    folders: [],
    packages: ['d3-array', '@turf/', '@leeoniya/ufuzzy', 'geokdbush', 'kdbush']
  },
  i18n: { folders: [], packages: [] },
  snapshot: { folders: ['domain'], packages: [] },
  import: { folders: ['domain'], packages: ['csv-parse'] },
  url: { folders: ['domain'], packages: [] },
  network: { folders: ['domain'], packages: ['graphology'] },
  data: { folders: ['domain', 'snapshot', 'import'], packages: ['@supabase/'] },
  state: { folders: ['domain', 'url', 'snapshot'], packages: ['$app/'] },
  ui: { folders: ['i18n'], packages: ['@fontsource'] },
  charts: { folders: ['domain', 'network', 'ui', 'i18n'], packages: ['d3-', 'topojson-client'] },
  map: {
    folders: ['domain', 'url', 'ui', 'i18n'],
    packages: ['maplibre-gl', 'pmtiles', '@fontsource']
  },
  report: { folders: ['domain', 'network', 'url', 'i18n'], packages: ['docx', 'pdfkit', 'fflate'] },
  views: {
    folders: ['domain', 'network', 'url', 'state', 'charts', 'map', 'report', 'ui', 'i18n'],
    packages: []
  },
  pictures: {
    folders: ['domain', 'url', 'charts', 'report', 'views', 'i18n'],
    packages: ['opentype.js', '@resvg/']
  },
  server: {
    folders: Object.keys({
      domain: 0,
      i18n: 0,
      snapshot: 0,
      import: 0,
      url: 0,
      network: 0,
      data: 0,
      ui: 0,
      charts: 0,
      report: 0,
      views: 0,
      pictures: 0
    }),
    packages: ['$app/', '$env/', '@sveltejs/kit', 'rate-limiter-flexible']
  }
};

/** Packages that have an owner; a folder that does not own one may not import it. */
const OWNED = [...new Set(Object.values(ROOMS).flatMap((room) => room.packages))];

/** @param {string} text */
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** @param {string} name */
function patterns(name) {
  const room = ROOMS[name];
  if (!room) throw new Error(`unknown room ${name}`);
  const walls = Object.keys(ROOMS).filter(
    (other) => other !== name && !room.folders.includes(other)
  );
  const packages = OWNED.filter((pkg) => !room.packages.includes(pkg));
  const own = room.packages.length > 0 ? `(?!${room.packages.map(escape).join('|')})` : '';
  return [
    {
      regex: `^(\\$lib/|(\\.\\./)+)(${walls.join('|')})(/|$)`,
      message: `src/lib/${name} may import only: ${room.folders.join(', ') || 'nothing of the house'}.`
    },
    {
      regex: '^(\\.\\./)+(routes|tools)/|^\\$lib/?$',
      message: 'lib imports neither routes, tools nor a barrel.'
    },
    {
      // What a room owns by name may begin like what another owns by prefix (d3-array, d3-).
      regex: `^${own}(${packages.map(escape).join('|')})`,
      message: `src/lib/${name} does not own this package (see tools/layering.mjs).`
    }
  ];
}

/** @returns {import('eslint').Linter.Config[]} */
export function layering() {
  const rooms = Object.keys(ROOMS).map((name) => ({
    files: [`src/lib/${name}/**/*.{ts,svelte}`],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': /** @type {['error', object]} */ ([
        'error',
        { patterns: patterns(name) }
      ])
    }
  }));
  const routes = {
    files: ['src/routes/**/*.{ts,svelte}', 'src/hooks*.ts'],
    rules: {
      'no-restricted-imports': /** @type {['error', object]} */ ([
        'error',
        {
          patterns: [
            {
              regex: '^(maplibre-gl|pmtiles|@supabase/|d3-|graphology)',
              message: 'Routes are thin: load, call, view.'
            }
          ]
        }
      ])
    }
  };
  return [...rooms, routes];
}
