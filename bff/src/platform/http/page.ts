import { refuse } from './refusal';

/** Where the next page begins: the sort values of the last item shown. */
export type Cursor = readonly (string | number)[];

export const DEFAULT_PAGE = 20;

/** Reads a cursor of so many parts; null without one; refuses what is not ours. */
export function cursorIn(text: string | undefined, parts: number): Cursor | null {
  if (text === undefined) return null;
  const cursor = decode(text);
  if (cursor?.length !== parts) return refuse('invalid-input', { issues: ['query.cursor'] });
  return cursor;
}

/** Where a list in the order of one text goes on: after this one, or null from its beginning. */
export function lastSeen(cursor: string | undefined): string | null {
  const [text = null] = cursorIn(cursor, 1) ?? [];
  return text === null ? null : String(text);
}

/** Cuts `limit` items from a list fetched with `limit + 1`, and names where the next page begins. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (row: T) => Cursor,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last !== undefined ? encode(cursorOf(last)) : null;
  return { items, next };
}

const encode = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

function decode(text: string): Cursor | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    const isPart = (part: unknown): part is string | number => typeof part === 'string' || typeof part === 'number';
    return Array.isArray(value) && value.every(isPart) ? value : null;
  } catch {
    // not JSON: not a cursor of ours
    return null;
  }
}
