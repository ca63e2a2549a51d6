import { useEffect } from 'react';

/** What a key does, by its letter as it is typed without shift. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>;

/** Listens to single keys while nobody types and nothing is held beside them. */
export function useKeys(keys: Keys, { enabled }: { readonly enabled: boolean }): void {
  useEffect(() => {
    if (!enabled) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat || isTyping(event.target))
        return;
      const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
