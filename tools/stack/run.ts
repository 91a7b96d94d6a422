/**
 * A stack by itself: `node tools/stack/run.ts <folder>`.
 *
 * Contract: prints one line of JSON with address, keys and process numbers when it is up, and ends on
 * SIGINT or SIGTERM. For tools that need a database without the site, and for tests that kill it.
 */
import { reason } from './errors.ts';
import { startStack } from './index.ts';

try {
  const stack = await startStack({
    dir: process.argv[2] ?? '.data/stack',
    log: (line) => console.error(line)
  });
  const { url, publishableKey, secretKey, databaseUrl, parts, stop } = stack;
  console.log(JSON.stringify({ url, publishableKey, secretKey, databaseUrl, parts: parts() }));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => void stop().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(reason(error));
  process.exitCode = 1;
}
