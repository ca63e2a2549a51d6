import { useEffect, useRef } from 'react';

/** What is open, the last above the others. */
const open: { readonly close: () => void }[] = [];

/** Escape closes what was opened last, and nothing below it. */
export function useEscape(close: () => void): void {
  const now = useRef(close);
  useEffect(() => {
    now.current = close;
  });
  useEffect(() => {
    const one = { close: () => now.current() };
    open.push(one);
    if (open.length === 1) document.addEventListener('keydown', onKey, true);
    return () => {
      open.splice(open.indexOf(one), 1);
      if (open.length === 0) document.removeEventListener('keydown', onKey, true);
    };
  }, []);
}

function onKey(event: KeyboardEvent): void {
  // a word that is being composed is given up first, and a question above the sheet is answered first
  if (event.key !== 'Escape' || event.isComposing || isAsking()) return;
  event.stopPropagation();
  open.at(-1)?.close();
}

const isAsking = (): boolean =>
  [...document.querySelectorAll('.taro__modal')].some((one) => one.getClientRects().length > 0);
