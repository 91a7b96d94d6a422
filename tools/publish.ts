/**
 * Publishes a snapshot of the records: `node tools/publish.ts`.
 *
 * Environment: PUBLIC_SUPABASE_URL, SUPABASE_SECRET_KEY. Prints the version; exit code 1 on failure,
 * and then nothing was stored.
 */
import { connect } from '../src/lib/data/client.ts';
import { publish } from '../src/lib/server/publish.ts';

const { PUBLIC_SUPABASE_URL: url, SUPABASE_SECRET_KEY: key } = process.env;
if (!url || !key) {
  console.error('Set PUBLIC_SUPABASE_URL and SUPABASE_SECRET_KEY.');
  process.exit(1);
}
try {
  const { version, changed } = await publish(connect(url, key, 180_000));
  console.log(changed ? `Published snapshot ${version}.` : `Snapshot ${version} is up to date.`);
} catch (error) {
  console.error(`Nothing was published: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
