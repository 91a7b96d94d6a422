/** Asks before work is lost: by a link, the back button, a reload or a closed window. */
import { beforeNavigate } from '$app/navigation';

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
