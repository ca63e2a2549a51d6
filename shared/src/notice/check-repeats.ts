import type { Notice } from './notice';
import type { NoticeProblem } from './problem';
import type { NodePath } from './walk';

/** Codes and names that must be unique. */
export function checkRepeats(notice: Notice): NoticeProblem[] {
  const repeats = (path: NodePath, codes: readonly (string | number)[]): NoticeProblem[] =>
    codes.flatMap((value, position) =>
      codes.indexOf(value) < position
        ? [{ path: [...path, position], code: 'repeated' as const, data: { value } }]
        : [],
    );
  return [
    ...repeats(
      ['offerings'],
      notice.offerings.map((offering) => offering.code),
    ),
    ...repeats(
      ['relatedOccupations'],
      notice.relatedOccupations.map((list) => list.id),
    ),
    ...repeats(
      ['relatedMajors'],
      notice.relatedMajors.map((list) => list.id),
    ),
    ...repeats(
      ['windows'],
      notice.windows.map((window) => window.kind),
    ),
    ...repeats(
      ['notes'],
      notice.notes.map((note) => note.code),
    ),
    ...repeats(
      ['identity', 'origins'],
      (notice.identity?.origins ?? []).map((row) => row.origin),
    ),
    ...notice.offerings.flatMap((offering, position) => [
      ...repeats(['offerings', position, 'months'], offering.months ?? []),
      ...repeats(
        ['offerings', position, 'subjects'],
        offering.subjects.map((subject) => subject.code),
      ),
      ...repeats(
        ['offerings', position, 'routes'],
        offering.routes.map((route) => route.code),
      ),
    ]),
  ];
}
