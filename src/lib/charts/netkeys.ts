/** Keys that walk through the network, and letters typed in a row. Pure. */
import type { Key } from './netwalk.ts';

const KEYS: Record<string, Key> = {
  ArrowRight: 'right',
  ArrowLeft: 'left',
  ArrowDown: 'down',
  ArrowUp: 'up',
  Home: 'home',
  End: 'end'
};

export const keyOf = (key: string): Key | undefined => KEYS[key];

/** Letters further apart begin a new word, ms. */
const PAUSE = 900;

export class Letters {
  #typed = '';
  #last = 0;

  /** @returns all letters of the word so far, in lower case */
  add({ key, timeStamp }: { key: string; timeStamp: number }): string {
    this.#typed = (timeStamp - this.#last < PAUSE ? this.#typed : '') + key.toLowerCase();
    this.#last = timeStamp;
    return this.#typed;
  }
}
