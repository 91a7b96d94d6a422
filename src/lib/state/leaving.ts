/** What happens when a page goes: a question before work is lost, and nothing left behind by embeds. */
import { beforeNavigate } from '$app/navigation';
import { onMount } from 'svelte';

/**
 * Called once while a component is set up.
 * @param unsaved whether there is something to lose
 * @param question in words; closing the window asks in the browser's own
 */
export function askBeforeLeaving(unsaved: () => boolean, question: () => string): void {
  beforeNavigate((navigation) => {
    if (!unsaved()) return;
    if (navigation.type === 'leave') navigation.cancel();
    else if (!confirm(question())) navigation.cancel();
  });
}

/**
 * The router keeps scroll positions in the session's storage when a page goes; an embed keeps nothing.
 * Called once while a component is set up: that is before the router listens.
 */
export function keepNothing(): void {
  onMount(() => {
    const hold = (event: Event) => event.stopImmediatePropagation();
    addEventListener('beforeunload', hold);
    addEventListener('visibilitychange', hold);
    return () => {
      removeEventListener('beforeunload', hold);
      removeEventListener('visibilitychange', hold);
    };
  });
}
