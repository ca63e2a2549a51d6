import { type AcceptedChange, acceptedChanges } from './accepted-changes';
import type { Answer } from './answer';

/** One place at which an answer is not as it was. */
export type Difference = { readonly who: string; readonly at: string; readonly was: string; readonly is: string };

/** Compares one answer field by field; what is accepted is left out. */
export const differencesBut = (accepted: readonly AcceptedChange[]) => {
  const patterns = accepted.map(patternOf);
  return (who: string, path: string, was: Answer, is: Answer): Difference[] =>
    walk('', was, is)
      .map(({ at, ...values }) => ({ who, at: `${path}#${at}`, ...values }))
      .filter((one) => !patterns.some(({ accepts, at }) => at.test(one.at) && accepts(one)));
};
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

/** The field itself and all below it; a field that is only new may not be anything else. */
const patternOf = ({ at, added, only }: AcceptedChange) => ({
  accepts: ({ was, is }: Place) => (!added || was === ABSENT) && (only?.test(`${was} → ${is}`) ?? true),
  at: new RegExp(`^${at.replaceAll(/[.?+^$()[\]{}|\\/]/g, String.raw`\$&`).replaceAll('*', '[^.#]*')}(\\.|$)`),
});

/** The same, but for the accepted changes. */
export const differencesOf = differencesBut(acceptedChanges);

/** The differences for people to read: at most so many lines, counted. */
export const report = (differences: readonly Difference[], most = 40): string =>
  [
    `${differences.length} differences from the golden answers`,
    ...differences.slice(0, most).map(({ who, at, was, is }) => `${who} ${at}\n    was ${was}\n    is  ${is}`),
  ].join('\n');
