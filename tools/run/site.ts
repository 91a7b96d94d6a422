/**
 * The web server as a child process.
 *
 * Contract: `startSite` resolves when the server answers. A server that crashes is started again; one
 * that keeps crashing ends the site by `gaveUp`. The channel to the child closes with this process,
 * and the server ends with the channel, so none is left behind.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from './child.ts';

export interface Site {
  url: string;
  stop(): Promise<void>;
}

export interface SiteOptions {
  env: NodeJS.ProcessEnv;
  log: (line: string) => void;
  /** The server crashed so often that it is not started again. */
  gaveUp?: () => void;
}

/** Crashes in a row, each within this many milliseconds after the start, before giving up. */
const CRASHES = 5;
const SETTLED = 10_000;

export async function startSite(options: SiteOptions): Promise<Site> {
  let child: ChildProcess;
  let stopped = false;
  let crashes = 0;

  const launch = async (): Promise<string> => {
    const began = Date.now();
    child = spawn(process.execPath, [join(ROOT, 'tools', 'server.ts')], {
      cwd: ROOT,
      env: options.env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc']
    });
    const url = await listening(child);
    child.once('exit', (code, signal) => {
      if (stopped) return;
      crashes = Date.now() - began > SETTLED ? 1 : crashes + 1;
      void again(signal ?? `exit code ${code}`);
    });
    return url;
  };
  const again = async (how: string): Promise<void> => {
    if (crashes >= CRASHES) {
      options.log(`The web server ended ${crashes} times in a row (${how}); giving up.`);
      return options.gaveUp?.();
    }
    options.log(`The web server ended (${how}); starting it again.`);
    await sleep(200 * crashes);
    if (stopped) return;
    await launch().catch((error: Error) => {
      crashes += 1;
      return again(error.message);
    });
  };

  const url = await launch();
  return {
    url,
    stop: async () => {
      stopped = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), 6000);
      await gone;
      clearTimeout(hard);
    }
  };
}

/** The address the server says it listens on. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('message', (message: { url: string }) => resolve(message.url));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The web server did not start (${code}).`)));
  });
}

/** The environment of a web server: what it needs, and never the secret key. */
export function siteEnv(settings: {
  url: string;
  publishableKey: string;
  host: string;
  port: number;
  /** Where it keeps its copy of the snapshots. */
  dataDir: string;
}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    HOST: settings.host,
    PORT: String(settings.port),
    SNAPSHOT_DIR: process.env.SNAPSHOT_DIR || join(settings.dataDir, 'snapshots'),
    PUBLIC_SUPABASE_URL: settings.url,
    PUBLIC_SUPABASE_PUBLISHABLE_KEY: settings.publishableKey
  };
  delete env.SUPABASE_SECRET_KEY;
  return env;
}
