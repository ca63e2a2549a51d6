/** For how long what has just been drawn takes no tap, as `Settling` has it. */
const SETTLES_MS = 600;

/** Lies over the whole screen for a moment, so that the second half of a double tap meets nothing. */
export function standStill(): Promise<void> {
  const shade = document.createElement('div');
  shade.style.cssText = 'position:fixed;inset:0;z-index:2147483647';
  document.body.append(shade);
  setTimeout(() => shade.remove(), SETTLES_MS);
  return Promise.resolve();
}
