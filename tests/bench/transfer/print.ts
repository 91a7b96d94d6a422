/** A weighed embed as lines for people. */
import type { Cost, TransferRow } from './transfer.ts';

const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
const rest = ({ requests, paint_ms, cpu_ms }: Cost): string =>
  `${String(requests).padStart(3)} requests${`paint ${paint_ms} ms`.padStart(16)}${`cpu ${cpu_ms} ms`.padStart(14)}`;

export function printTransfer(row: TransferRow): void {
  const limit = `${row.within ? 'within' : 'OVER'} ${kb(row.limit_bytes)}`;
  const apart = row.limited_bytes < row.ours_bytes ? ` (${kb(row.limited_bytes)} apart)` : '';
  console.log(
    `${`${row.scale}x`.padStart(5)}  ${`${row.view}, ${row.scripts ? 'scripts' : 'no script'}`.padEnd(40)}${kb(row.ours_bytes).padStart(10)} ${rest(row.ours)}  ${limit}${apart}`
  );
  for (const [peer, cost] of Object.entries(row.peers))
    console.log(
      `         ${peer.padEnd(38)}${kb(cost.bytes).padStart(10)} ${rest(cost)}  ${row.ratios[peer]} times ours`
    );
}
