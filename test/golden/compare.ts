import { acceptedChanges } from './accepted-changes';
import type { Answer } from './ask';

/** One place at which an answer is not as it was. */
export type Difference = { readonly who: string; readonly at: string; readonly was: string; readonly is: string };

/** Compares one answer field by field. */
export const differencesOf = (who: string, path: string, was: Answer, is: Answer): Difference[] =>
  walk('', was, is)
    .map(({ at, ...values }) => ({ who, at: `${path}#${at}`, ...values }))
    .filter(({ at, was: before }) => !isAccepted(at, before === ABSENT));

const ABSENT = '(absent)';

type Place = Pick<Difference, 'at' | 'was' | 'is'>;

const walk = (at: string, was: unknown, is: unknown): Place[] => {
  if (Object.is(was, is)) return [];
  if (typeof was !== 'object' || typeof is !== 'object' || was === null || is === null)
    return [{ at, was: shown(was), is: shown(is) }];
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names].flatMap((name) =>
    walk(at === '' ? name : `${at}.${name}`, Reflect.get(was, name), Reflect.get(is, name)),
  );
};

const shown = (value: unknown): string => (value === undefined ? ABSENT : JSON.stringify(value).slice(0, 200));

const patterns = acceptedChanges.map(({ at, added }) => ({
  added: added === true,
  pattern: new RegExp(`^${at.replaceAll(/[.?+^$()[\]{}|\\/]/g, String.raw`\$&`).replaceAll('*', '[^.#]*')}(\\.|$)`),
}));

/** A change that is listed: of a field that is new, or of any field named as changed. */
const isAccepted = (at: string, isNew: boolean): boolean =>
  patterns.some(({ added, pattern }) => (isNew || !added) && pattern.test(at));

/** The differences for people to read: at most so many lines, counted. */
export const report = (differences: readonly Difference[], most = 40): string =>
  [
    `${differences.length} differences from the golden answers`,
    ...differences.slice(0, most).map(({ who, at, was, is }) => `${who} ${at}\n    was ${was}\n    is  ${is}`),
  ].join('\n');
