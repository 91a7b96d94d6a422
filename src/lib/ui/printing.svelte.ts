/** Whether the page is being put on paper: what the screen did not need is drawn for it. */
import { flushSync } from 'svelte';

export class Printing {
  now = $state(false);

  /** Called while a component is being set up. */
  constructor() {
    $effect(() => {
      // Paper is taken as soon as the listeners are through.
      const begin = () => flushSync(() => (this.now = true));
      const end = () => (this.now = false);
      addEventListener('beforeprint', begin);
      addEventListener('afterprint', end);
      return () => {
        removeEventListener('beforeprint', begin);
        removeEventListener('afterprint', end);
      };
    });
  }
}
