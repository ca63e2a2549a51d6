import type { Notice } from './notice';
import type { NoticeProblem } from './problem';
import type { NodePath } from './walk';

/** Least and most, opening and closing, first and last rank stand in that order; shares make up the whole. */
export function checkBounds(notice: Notice): NoticeProblem[] {
  const crossed = (path: NodePath, least: number | string, most: number | string): NoticeProblem[] =>
    least <= most ? [] : [{ path, code: 'bounds-crossed', data: { least, most } }];
  const bytes = notice.photo?.bytes ?? null;
  const weights = notice.contest?.weights;
  return [
    ...(bytes ? crossed(['photo', 'bytes', 'max'], bytes.min, bytes.max) : []),
    ...notice.counters.flatMap((counter, position) =>
      counter.hours.flatMap((hours, at) => crossed(['counters', position, 'hours', at, 'to'], hours.from, hours.to)),
    ),
    ...(notice.contest?.awards ?? []).flatMap((award, position) =>
      award.for.kind === 'ranks'
        ? crossed(['contest', 'awards', position, 'for', 'to'], award.for.from, award.for.to)
        : [],
    ),
    ...(weights && weights.theory + weights.skill !== 100
      ? [
          {
            path: ['contest', 'weights'],
            code: 'weights-differ' as const,
            data: { sum: weights.theory + weights.skill },
          },
        ]
      : []),
  ];
}
