/**
 * Under which account Postgres and PostgREST run.
 *
 * Contract: `accountFor` returns a function that turns a command into one that runs under an
 * account Postgres accepts. An ordinary user runs it as it is.
 *
 * Postgres refuses to run as root. As root the programs run as the owner of the store (a new store:
 * `nobody`, so that no system user has to be made) by `setpriv`, which leaves them one capability,
 * CAP_DAC_OVERRIDE: a clone below a folder like /root (0700) would else be out of their reach.
 */
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, readFileSync, statSync } from 'node:fs';
import { StackError } from './errors.ts';

export interface Command {
  file: string;
  args: string[];
  /** Set only where setpriv is missing: Node itself changes the account. */
  uid?: number;
  gid?: number;
}

export interface Account {
  (file: string, args: string[]): Command;
  /** Hand a file or folder to the account, where it is another than ours. */
  give(path: string): void;
}

/** @param store the Postgres data folder, which may not exist yet */
export function accountFor(store: string): Account {
  const self = process.getuid?.();
  if (self === undefined) {
    throw new StackError(
      'The embedded stack runs on Linux and macOS only; use `supabase start` or a hosted project.'
    );
  }
  const owner = existsSync(store) ? statSync(store) : undefined;
  if (self !== 0) {
    if (owner && owner.uid !== self) {
      throw new StackError(
        `${store} belongs to another user (uid ${owner.uid}). Start as that user or as root, or remove the folder.`
      );
    }
    return Object.assign((file: string, args: string[]) => ({ file, args }), {
      give: () => undefined
    });
  }
  const { uid, gid } = owner && owner.uid !== 0 ? owner : unprivileged();
  const ids = ['--reuid', String(uid), '--regid', String(gid), '--clear-groups'];
  const caps = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  // Postgres looks for its own parts by access(2), which ignores capabilities unless told not to.
  const reach = ['--securebits=+no_setuid_fixup', ...caps];
  const give = (path: string): void => chownSync(path, uid, gid);
  const prefix = [reach, caps]
    .map((extra) => [...ids, ...extra])
    .find((args) => spawnSync('setpriv', [...args, 'true'], { stdio: 'ignore' }).status === 0);
  const command = (file: string, args: string[]): Command =>
    prefix ? { file: 'setpriv', args: [...prefix, '--', file, ...args] } : { file, args, uid, gid };
  return Object.assign(command, { give });
}

function unprivileged(): { uid: number; gid: number } {
  const users = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name, , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }])
  );
  const user = users.get('nobody') ?? users.get('postgres');
  if (!user) {
    throw new StackError(
      'Postgres does not run as root, and there is no user `nobody` or `postgres`: start as an ordinary user.'
    );
  }
  return user;
}
