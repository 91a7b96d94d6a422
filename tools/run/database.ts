/**
 * The database of `npm start` and `npm run dev`, as two steps of their progress.
 *
 * Contract: resolves to the access of a database that holds the published seed. A hosted project is
 * taken as it is: what it holds is its operator's business.
 */
import { startStack, type Stack } from '../stack/index.ts';
import { ensureData } from './data.ts';
import type { Lifetime } from './lifetime.ts';
import type { Progress } from './progress.ts';
import { stackDir, type Hosted, type Settings } from './settings.ts';

/** Steps that `bringUp` takes. */
export function databaseSteps(settings: Settings): number {
  return settings.hosted ? 0 : 2;
}

export async function bringUp(
  settings: Settings,
  life: Lifetime,
  step: Progress['step']
): Promise<Hosted> {
  if (settings.hosted) return settings.hosted;
  const { promise, resolve } = Promise.withResolvers<Stack>();
  await step('Database', async (say) => {
    const stack = await startStack({
      dir: stackDir(),
      log: say,
      fresh: settings.fresh
    });
    life.onEnd(stack.stop);
    resolve(stack);
    return `Postgres and PostgREST run at ${stack.url}`;
  });
  const stack = await promise;
  await step('Data', (say) => ensureData(stack, say));
  return stack;
}
