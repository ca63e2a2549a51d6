import type { Notice } from './notice';
import type { NoticeProblem } from './problem';
import type { NodePath } from './walk';
import type { Boundary } from './window';

/** The window whose days an anchor names. */
const windowOfAnchor = {
  'exam-start': null,
  'exam-end': null,
  published: 'results',
  'first-published': 'results',
  'publicity-opens': 'publicity',
  'publicity-closes': 'publicity',
  'application-opens': 'application',
  'application-closes': 'application',
  'payment-closes': 'payment',
} as const;

/** Every boundary hangs on a day that the notice defines. */
export function checkWindows(notice: Notice): NoticeProblem[] {
  const kinds = new Set(notice.windows.map((window) => window.kind));
  const codes = new Set(notice.offerings.map((offering) => offering.code));
  const ends = notice.windows.flatMap((window, position) =>
    (['opens', 'closes'] as const).flatMap((end) => {
      const boundary: Boundary | null = window[end];
      return boundary ? [{ boundary, path: ['windows', position, end] as NodePath }] : [];
    }),
  );
  return [
    ...ends.flatMap(({ boundary, path }): NoticeProblem[] => {
      if (boundary.kind === 'schedule')
        return notice.schedule.length > 0 ? [] : [{ path, code: 'schedule-empty', data: {} }];
      if (boundary.kind !== 'anchor' && boundary.kind !== 'offset') return [];
      const needed = windowOfAnchor[boundary.anchor];
      if (needed === null || kinds.has(needed)) return [];
      return [{ path, code: 'anchor-without-window', data: { anchor: boundary.anchor } }];
    }),
    ...notice.schedule.flatMap((row, position) =>
      row.offerings
        .filter((code) => !codes.has(code))
        .map((code) => ({
          path: ['schedule', position, 'offerings'],
          code: 'offering-unknown' as const,
          data: { offering: code },
        })),
    ),
  ];
}

/** Least and most, opening and closing, stand in that order. */
export function checkBounds(notice: Notice): NoticeProblem[] {
  const crossed = (path: NodePath, least: number | string, most: number | string): NoticeProblem[] =>
    least <= most ? [] : [{ path, code: 'bounds-crossed', data: { least, most } }];
  const bytes = notice.photo?.bytes ?? null;
  return [
    ...(bytes ? crossed(['photo', 'bytes'], bytes.min, bytes.max) : []),
    ...notice.schedule.flatMap((row, position) =>
      (['application', 'payment'] as const).flatMap((key) => {
        const span = row[key];
        return span ? crossed(['schedule', position, key], span.opens, span.closes) : [];
      }),
    ),
    ...notice.counters.flatMap((counter, position) =>
      counter.hours.flatMap((hours, at) => crossed(['counters', position, 'hours', at], hours.from, hours.to)),
    ),
  ];
}
