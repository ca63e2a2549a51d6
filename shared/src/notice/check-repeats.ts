import type { Notice } from './notice';
import type { NoticeProblem } from './problem';
import type { NodePath } from './walk';

/** Codes and names that must be unique. */
export function checkRepeats(notice: Notice): NoticeProblem[] {
  const repeats = <T>(path: NodePath, items: readonly T[], key: keyof T & string): NoticeProblem[] =>
    items.flatMap((item, position): NoticeProblem[] => {
      const value = String(item[key]);
      const isFirst = items.findIndex((other) => String(other[key]) === value) === position;
      return isFirst ? [] : [{ path: [...path, position, key], code: 'repeated', data: { value } }];
    });
  return [
    ...repeats(['offerings'], notice.offerings, 'code'),
    ...repeats(['relatedOccupations'], notice.relatedOccupations, 'id'),
    ...repeats(['relatedMajors'], notice.relatedMajors, 'id'),
    ...repeats(['windows'], notice.windows, 'kind'),
    ...repeats(['attachments'], notice.attachments, 'code'),
    ...repeats(['references'], notice.references, 'code'),
    ...repeats(['notes'], notice.notes, 'code'),
    ...repeats(['identity', 'origins'], notice.identity?.origins ?? [], 'origin'),
    ...repeats(['contest', 'entrantGroups', 'groups'], notice.contest?.entrantGroups?.groups ?? [], 'code'),
    ...repeats(['contest', 'rankingGroups'], notice.contest?.rankingGroups ?? [], 'code'),
    ...repeats(['contest', 'stages'], notice.contest?.stages ?? [], 'code'),
    ...repeats(['contest', 'awards'], notice.contest?.awards ?? [], 'code'),
    ...notice.offerings.flatMap((offering, position) => [
      ...(offering.months ?? []).flatMap((month, at, months): NoticeProblem[] =>
        months.indexOf(month) < at
          ? [{ path: ['offerings', position, 'months', at], code: 'repeated', data: { value: month } }]
          : [],
      ),
      ...repeats(['offerings', position, 'subjects'], offering.subjects, 'code'),
      ...repeats(['offerings', position, 'routes'], offering.routes, 'code'),
    ]),
    ...notice.schedule.flatMap((row, position): NoticeProblem[] => {
      const code = row.offerings.find((offering) =>
        notice.schedule
          .slice(0, position)
          .some((other) => other.month === row.month && other.offerings.includes(offering)),
      );
      if (code === undefined) return [];
      return [{ path: ['schedule', position, 'month'], code: 'repeated', data: { value: row.month, offering: code } }];
    }),
  ];
}
