/** For as long a page may still be turning. */
const UNTIL_MS = 1200;

/**
 * Gives a part of the page the keyboard once it is in sight, if nobody else has it: whoever types keeps it. Returns how to
 * give up waiting.
 */
export function takeFocus(partOf: () => HTMLElement | null): () => void {
  const until = Date.now() + UNTIL_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const part = partOf();
    if (part && isInSight(part)) {
      if (isFree()) part.focus({ preventScroll: true });
      return;
    }
    if (Date.now() < until) timer = setTimeout(look, 50);
  };
  timer = setTimeout(look, 0);
  return () => clearTimeout(timer);
}

const isInSight = (part: Element): boolean => part.getClientRects().length > 0;

/** Nothing holds it, or what does is on a page that is no longer seen; a sheet above the page keeps it. */
function isFree(): boolean {
  const holder = document.activeElement;
  const isHeld = holder !== null && holder !== document.body && isInSight(holder);
  return !isHeld && ![...document.querySelectorAll('.sheet')].some(isInSight);
}
