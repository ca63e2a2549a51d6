import { type AcceptedChange, acceptedChanges } from './accepted-changes';
import { type AcceptedNewcomer, acceptedNewcomers } from './accepted-newcomers';
import type { Answer } from './answer';

/** One place at which an answer is not as it was. */
export type Difference = { readonly who: string; readonly at: string; readonly was: string; readonly is: string };

/** Compares one answer field by field; what is accepted is left out. */
export const differencesBut = (accepted: readonly AcceptedChange[], newcomers: readonly AcceptedNewcomer[] = []) => {
  const patterns = accepted.map(patternOf);
  const lists = newcomers.map(({ at, code }) => ({ code, at: new RegExp(`^${sourceOf(at)}$`) }));
  return (who: string, path: string, was: Answer, is: Answer): Difference[] =>
    walk('', was, is, (at, items) => {
      const codes = lists.filter((one) => one.at.test(`${path}#${at}`)).map(({ code }) => code);
      return codes.length === 0
        ? items
        : items.filter((item) => !codes.includes(String(Reflect.get(Object(item), 'code'))));
    })
      .map(({ at, ...values }) => ({ who, at: `${path}#${at}`, ...values }))
      .filter((one) => !patterns.some(({ accepts, at }) => at.test(one.at) && accepts(one)));
};
const ABSENT = '(absent)';

type Place = Pick<Difference, 'at' | 'was' | 'is'>;

/** `known` leaves out of a list what has joined it by right. */
type Known = (at: string, items: readonly unknown[]) => readonly unknown[];

const walk = (at: string, was: unknown, now: unknown, known: Known): Place[] => {
  const is: unknown = Array.isArray(was) && Array.isArray(now) ? known(at, now) : now;
  if (Object.is(was, is)) return [];
  if (typeof was !== 'object' || typeof is !== 'object' || was === null || is === null)
    return [{ at, was: shown(was), is: shown(is) }];
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names].flatMap((name) =>
    walk(at === '' ? name : `${at}.${name}`, Reflect.get(was, name), Reflect.get(is, name), known),
  );
};

const shown = (value: unknown): string => (value === undefined ? ABSENT : JSON.stringify(value).slice(0, 200));

/** The field itself and all below it; a field that is only new may not be anything else. */
const patternOf = ({ at, added, only }: AcceptedChange) => ({
  accepts: ({ was, is }: Place) => (!added || was === ABSENT) && (only?.test(`${was} → ${is}`) ?? true),
  at: new RegExp(`^${sourceOf(at)}(\\.|$)`),
});

const sourceOf = (at: string): string =>
  at.replaceAll(/[.?+^$()[\]{}|\\/]/g, String.raw`\$&`).replaceAll('*', '[^.#]*');

/** The same, but for the accepted changes. */
export const differencesOf = differencesBut(acceptedChanges, acceptedNewcomers);

/** The differences for people to read: at most so many lines, counted. */
export const report = (differences: readonly Difference[], most = 40): string =>
  [
    `${differences.length} differences from the golden answers`,
    ...differences.slice(0, most).map(({ who, at, was, is }) => `${who} ${at}\n    was ${was}\n    is  ${is}`),
  ].join('\n');
