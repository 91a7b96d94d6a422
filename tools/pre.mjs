/**
 * Runs before `npm start`, `npm test` and `npm run dev`, on whatever Node the machine has.
 *
 * Contract: afterwards node_modules holds exactly what package-lock.json says, or the exit code is 1
 * and the last lines say what to do. Plain JavaScript for Node 18 and no dependencies: it must run
 * before anything is installed, and it has to be able to refuse an old Node in words.
 *
 * npm puts node_modules/.bin first on PATH, so after this the scripts run on the Node 24 that the
 * lock file brings along, not on the machine's.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST = [20, 19];
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
/** Written only after a whole install; npm removes it together with the folder. */
const stamp = join(modules, '.installed-lock');

/** @param {string[]} lines @returns {never} */
function refuse(...lines) {
  console.error(['', ...lines, ''].join('\n'));
  process.exit(1);
}

/** @param {string} path */
function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldMajor = 0, oldMinor = 0] = OLDEST;
  if (major > oldMajor || (major === oldMajor && minor >= oldMinor)) return;
  refuse(
    `Node.js ${process.versions.node} ist zu alt: Bitte Node.js ${OLDEST.join('.')} oder neuer installieren.`,
    `Node.js ${process.versions.node} is too old: please install Node.js ${OLDEST.join('.')} or later.`
  );
}

/**
 * Whether npm's own record of what it installed says the same as the lock file. So a package added
 * by hand with `npm install` is no reason to install everything again.
 * @param {string} lockText
 */
function installedMatches(lockText) {
  const record = read(join(modules, '.package-lock.json'));
  if (!record) return false;
  try {
    const wanted = JSON.parse(lockText).packages;
    const present = JSON.parse(record).packages;
    return Object.keys(wanted).every((path) => {
      if (path === '') return true;
      const { version, integrity, optional } = wanted[path];
      const found = present[path];
      // What is for another platform is optional and not installed.
      if (!found) return optional === true;
      return found.version === version && found.integrity === integrity;
    });
  } catch {
    return false;
  }
}

function install() {
  console.log(
    'Installing the packages of package-lock.json (npm ci); this takes about 20 seconds …'
  );
  const began = Date.now();
  // The machine's own npm and Node: those in node_modules are about to be replaced.
  const path = (process.env.PATH || '')
    .split(delimiter)
    .filter((folder) => !folder.replace(/\\/g, '/').includes('node_modules/'))
    .join(delimiter);
  const { status, error } = spawnSync(
    'npm',
    [
      'ci',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--include=dev',
      '--include=optional',
      '--ignore-scripts=false'
    ],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      env: Object.assign({}, process.env, { PATH: path, NODE_ENV: '' })
    }
  );
  if (status !== 0) {
    refuse(
      `The packages could not be installed (npm ci: ${error ? error.message : `exit code ${status}`}).`,
      'What helps: a connection to the npm registry (needed for the first start only; later ones work',
      'offline), free disk space (about 1 GB), write access to this folder. Then run the command again.',
      'Where npm says that the lock file and package.json are not in sync, that is a fault of this',
      'checkout: please report it.'
    );
  }
  console.log(`Packages installed in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
}

checkNode();
const lock = read(join(root, 'package-lock.json'));
if (!lock) refuse('package-lock.json is missing: this is not a whole clone.');
const hash = createHash('sha256').update(lock).digest('hex');
if (read(stamp) !== hash) {
  if (!installedMatches(lock)) install();
  if (!existsSync(join(modules, '.bin', 'node'))) {
    refuse(
      'The Node.js that comes with the packages is missing, so npm ran no install scripts.',
      'What helps: `npm config set ignore-scripts false`, then run the command again.'
    );
  }
  writeFileSync(stamp, hash);
}
