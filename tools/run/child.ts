/**
 * Running other programs of the project on the Node that runs this one.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Path of a program's script in node_modules, e.g. `vite/bin/vite.js`. */
export function script(path: string): string {
  return join(ROOT, 'node_modules', path);
}

export interface Outcome {
  code: number;
  output: string;
}

/**
 * Run a program to its end and keep what it says.
 * @param signal ends it early
 */
export function run(
  file: string,
  args: string[],
  options: { env?: NodeJS.ProcessEnv; signal?: AbortSignal; hear?: (text: string) => void } = {}
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: ROOT,
      env: options.env ?? process.env,
      signal: options.signal,
      stdio: ['ignore', 'pipe', 'pipe']
    });
    let output = '';
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      options.hear?.(chunk.toString());
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    let problem = '';
    child.once('error', (error) => (problem = error.message));
    child.once('close', (code) => resolve({ code: code ?? 1, output: output + problem }));
  });
}

/** As `run`, for a script of Node. */
export function runNode(args: string[], options?: Parameters<typeof run>[2]): Promise<Outcome> {
  return run(process.execPath, args, options);
}
