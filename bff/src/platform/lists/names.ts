import type { Handle } from '../db';
import type { Names, Served } from './list-source';

/** The names of every `named` column among these. */
export async function namesOf(
  h: Handle,
  { source }: Served,
  withinId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Names>> {
  const found = new Map<string, Names>();
  for (const key of keys) {
    const names = await source.names?.[key]?.(h, withinId);
    if (names) found.set(key, names);
  }
  return found;
}
