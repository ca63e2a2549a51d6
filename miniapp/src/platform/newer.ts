import { MESSAGE_CODES, type MessageCode, REFUSAL_STATUS, type RefusalCode } from '@jikaotong/shared/contract';
import type * as z from 'zod/mini';

// The one place where this build meets codes that only a newer server knows. Everywhere else a code is one of a closed list.

/** Whether an answer does not fit only because codes stand in it that this build does not know; any other misfit is a fault. */
export const isOnlyNewer = (issues: readonly z.core.$ZodIssue[], data: unknown): boolean =>
  issues.length > 0 && issues.every((issue) => isUnknownCode(issue, data));

function isUnknownCode(issue: z.core.$ZodIssue, data: unknown): boolean {
  const value = issue.path.reduce<unknown>((inside, key) => (isKeyed(inside) ? inside[key] : undefined), data);
  if (issue.code === 'invalid_value') return typeof value === 'string';
  if (issue.code !== 'invalid_union') return false;
  // a kind of thing that no branch knows has no branch errors; in a plain union one branch must fail by a code alone
  return issue.errors.length === 0
    ? typeof value === 'string'
    : issue.errors.some((branch) => isOnlyNewer(branch, value));
}

/** A page without the rows that hold such codes, and those rows as they came. */
type SplitPage = { readonly rest: unknown; readonly newer: readonly unknown[] };

/** Sets the rows apart that do not fit; null for anything but a page of which single rows do not. */
export function splitPage(issues: readonly z.core.$ZodIssue[], data: unknown): SplitPage | null {
  const items: unknown = isKeyed(data) ? data['items'] : null;
  if (!isKeyed(data) || !Array.isArray(items)) return null;
  const unread = new Set(issues.map(({ path: [key, at] }) => (key === 'items' ? at : undefined)));
  if (unread.has(undefined)) return null;
  return {
    rest: { ...data, items: items.filter((_, at) => !unread.has(at)) },
    newer: items.filter((_, at) => unread.has(at)),
  };
}

type Brought = { readonly code: string; readonly data: Readonly<Record<string, unknown>> };

/** The page that a `newer-version` brought along, if it is one. */
export const splitPageIn = ({ code, data }: Brought): SplitPage | null =>
  code === 'newer-version' && Array.isArray(data['newer']) ? { rest: data['rest'], newer: data['newer'] } : null;

const isKeyed = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> =>
  typeof value === 'object' && value !== null;

/** A message stands among others that can be read, so an unknown one is shown as such instead of hiding them all. */
export const isKnownMessage = (code: string): code is MessageCode => MESSAGE_CODES.some((known) => known === code);

/** Why one of several was refused, or the whole; a code that this build does not know counts as `internal`. */
export const knownRefusal = (code: string): RefusalCode => (isRefusalCode(code) ? code : 'internal');

const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(REFUSAL_STATUS, code);
