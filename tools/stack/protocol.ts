/** What the supervisor and its keeper say to each other over the IPC channel. */
import type { Command } from './account.ts';
import type { Holder } from './lock.ts';

export type PartName = 'postgres' | 'postgrest';

export interface PartSpec {
  command: Command;
  log: string;
  /** Signal that ends the part without loss. */
  stop: NodeJS.Signals;
  /** Text in its output that says it is ready. */
  ready: string;
}

export type ToKeeper =
  | { type: 'start'; part: PartName; spec: PartSpec }
  | { type: 'stop'; part: PartName }
  | { type: 'url'; url: string }
  | { type: 'end' };

export type FromKeeper =
  | { type: 'locked' }
  | { type: 'busy'; holder: Holder }
  | { type: 'up'; part: PartName; pid: number }
  | { type: 'ready'; part: PartName }
  /** It ended without being asked to; `failures` in a row, `tail` its last words. */
  | { type: 'died'; part: PartName; how: string; failures: number; tail: string }
  | { type: 'stopped'; part: PartName };
