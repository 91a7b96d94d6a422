/**
 * Global setup of the database tests: a fresh stack with all migrations and no rows.
 *
 * Contract: tests read its address and keys by `inject('stack')`, or by `testStack()` of access.ts;
 * a signed role token is made there. The stack and its folder are gone after the run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startStack } from '../../tools/stack/index.ts';
import type { TestAccess } from './access.ts';

declare module 'vitest' {
  interface ProvidedContext {
    stack: TestAccess;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'atlas-db-'));
  const stack = await startStack({ dir, log: (line) => console.log(line) });
  const { url, publishableKey, secretKey, jwtSecret, databaseUrl } = stack;
  project.provide('stack', { url, publishableKey, secretKey, jwtSecret, databaseUrl });
  return async () => {
    await stack.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}
