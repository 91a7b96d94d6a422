/**
 * `npm start`: the whole product from one command.
 *
 * Contract: brings up the database (unless a hosted one is configured), imports and publishes the
 * seed, builds, serves, and says where. Ctrl-C ends everything; what can't work ends with exit code
 * 1 and a sentence that says why, and leaves nothing running.
 */
import { ensureBuild } from './run/build.ts';
import { bringUp, databaseSteps } from './run/database.ts';
import { Lifetime } from './run/lifetime.ts';
import { progress } from './run/progress.ts';
import { dataDir, readSettings } from './run/settings.ts';
import { siteEnv, startSite } from './run/site.ts';

const began = performance.now();
const life = new Lifetime();

try {
  const settings = await readSettings(4173);
  const { step, line } = progress(2 + databaseSteps(settings));
  const abort = new AbortController();
  life.onEnd(() => abort.abort());

  const build = step('Build', () => ensureBuild(abort.signal));
  // Both at once: one waits mostly for the database, the other for the processor.
  const [access] = await Promise.all([bringUp(settings, life, step), build]);

  await step('Web server', async () => {
    const site = await startSite({
      env: siteEnv({ ...access, host: settings.host, port: settings.port, dataDir: dataDir() }),
      log: line,
      gaveUp: () => void life.end(1)
    });
    life.onEnd(site.stop);
    return site.url;
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  line(
    `\nReady after ${seconds} s: ${process.env.ORIGIN ?? `http://${settings.host}:${settings.port}`}`
  );
  line('Ctrl-C stops it.');
} catch (error) {
  if (!life.ending) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    await life.end(1);
  }
}
