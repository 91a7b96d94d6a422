/**
 * Whether the focus was in a picture that gives way to another one: the next picture takes it up.
 * Browser only; nothing of it is shown or kept.
 */
let inside = false;

/** Call before an address is opened from inside a picture. */
export function hold(): void {
  inside = true;
}

/** Call when a picture has come: true once after `hold`. */
export function take(): boolean {
  const was = inside;
  inside = false;
  return was;
}
