/**
 * `npm run dev`: the database with its data, and Vite's development server.
 *
 * Contract: as `npm start`, but the sources are served as they are, with reloading. Both commands
 * keep their data in the same folder, so only one of them runs at a time.
 */
import { spawn } from 'node:child_process';
import { ROOT, script } from './run/child.ts';
import { bringUp, databaseSteps } from './run/database.ts';
import { Lifetime } from './run/lifetime.ts';
import { progress } from './run/progress.ts';
import { dataDir, readSettings } from './run/settings.ts';
import { siteEnv } from './run/site.ts';

const life = new Lifetime();

try {
  const settings = await readSettings(5173);
  const { step } = progress(databaseSteps(settings));
  const access = await bringUp(settings, life, step);
  const { host, port } = settings;
  const address = ['--host', host, '--port', String(port), '--strictPort'];
  const vite = spawn(process.execPath, [script('vite/bin/vite.js'), 'dev', ...address], {
    cwd: ROOT,
    env: { ...siteEnv({ ...access, host, port, dataDir: dataDir() }), NODE_ENV: 'development' },
    stdio: ['ignore', 'inherit', 'inherit']
  });
  const gone = new Promise<number>((resolve) => vite.once('exit', (code) => resolve(code ?? 1)));
  life.onEnd(() => {
    vite.kill('SIGTERM');
    return gone;
  });
  const code = await gone;
  await life.end(code);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  await life.end(1);
}
