/** A stack in a process of its own, so that a test can kill its supervisor. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Apart {
  pid: number;
  url: string;
  publishableKey: string;
  secretKey: string;
  databaseUrl: string;
  parts: Partial<Record<'keeper' | 'postgres' | 'postgrest', number>>;
  stop(): Promise<void>;
}

export async function runApart(dir: string): Promise<Apart> {
  const script = fileURLToPath(new URL('../../tools/stack/run.ts', import.meta.url));
  const child = spawn(process.execPath, [script, dir], { stdio: ['ignore', 'pipe', 'pipe'] });
  const line = await new Promise<string>((resolve, reject) => {
    let said = '';
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('\n')) resolve(said);
    });
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.once('exit', () => reject(new Error(complaint)));
  });
  return {
    ...(JSON.parse(line) as Omit<Apart, 'pid' | 'stop'>),
    pid: child.pid ?? 0,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    }
  };
}
