import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import { keep, readKept } from './storage';

let large: boolean | null = null;
const listeners = new Set<() => void>();

const isLarge = (): boolean => (large ??= readKept(KEY, z.boolean()) ?? false);

/** The large-type setting of this phone and how to change it. */
export function useLargeType(): [boolean, (next: boolean) => void] {
  const value = useSyncExternalStore(subscribe, isLarge, isLarge);
  return [value, setLargeType];
}

function setLargeType(next: boolean): void {
  large = next;
  keep(KEY, next);
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const KEY = 'large-type';
