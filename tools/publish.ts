/**
 * Publishes a snapshot of the records: `node tools/publish.ts [--with-2017]`.
 *
 * With `--with-2017` the edition of what Wikidata knew in 2017 is published before it, once, to compare with.
 * Environment: PUBLIC_SUPABASE_URL, SUPABASE_SECRET_KEY. Prints the version; exit code 1 on failure,
 * and then nothing was stored.
 */
import { connect } from '../src/lib/data/client.ts';
import { WIKIDATA_2017 } from '../src/lib/server/editions.ts';
import { publish } from '../src/lib/server/publish.ts';

const { PUBLIC_SUPABASE_URL: url, SUPABASE_SECRET_KEY: key } = process.env;
if (!url || !key) {
  console.error('Set PUBLIC_SUPABASE_URL and SUPABASE_SECRET_KEY.');
  process.exit(1);
}
const editions = process.argv.includes('--with-2017') ? [WIKIDATA_2017] : [];
try {
  const { version, changed } = await publish(connect(url, key, 180_000), editions);
  console.log(changed ? `Published snapshot ${version}.` : `Snapshot ${version} is up to date.`);
} catch (error) {
  console.error(`Nothing was published: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
