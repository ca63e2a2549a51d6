import { printsHour } from './quoted';
import type { Notice } from './notice';
import type { Offering } from './offering';
import type { NoticeProblem } from './problem';
import type { Boundary } from './window';

/** What the language can say and the system would not keep: better refused here than accepted and ignored. */
export const checkNotKept = (notice: Notice): NoticeProblem[] => [
  ...hours(notice),
  ...notice.offerings.flatMap(printedOtherwise),
  ...notice.counters.slice(1).map((_, at): NoticeProblem => ({
    path: ['counters', at + 1],
    code: 'one-counter-only',
    data: { counters: notice.counters.length },
  })),
  ...(notice.kind === 'competition' && notice.referenceDay.value === 'exam-day'
    ? [{ path: ['referenceDay', 'value'], code: 'entry-judged-on-entry', data: {} } satisfies NoticeProblem]
    : []),
];

/**
 * Windows are whole days. An end that prints an hour (17:00 截止) needs a `reading`, which staff confirm; the end of a day, 24:00,
 * is what a day means anyway.
 */
const hours = (notice: Notice): NoticeProblem[] =>
  notice.windows.flatMap((window, position) =>
    (['opens', 'closes'] as const).flatMap((end): NoticeProblem[] => {
      const boundary = window[end];
      return boundary && losesHour(boundary)
        ? [{ path: ['windows', position, end, 'source', 'quote'], code: 'hour-not-kept', data: {} }]
        : [];
    }),
  );

/** The word of each level on every list and paper; how a notice writes it beside that, 三级/高级 or 高级工, is one's own. */
const LEVEL: Readonly<Record<number, RegExp>> = {
  6: /学徒/,
  5: /初级/,
  4: /中级/,
  3: /高级(?!技师)/,
  2: /(?<!高级|特级|首席)技师/,
  1: /高级技师/,
  0: /特级技师/,
  [-1]: /首席技师/,
};
const SUBJECT: Readonly<Record<Offering['subjects'][number]['code'], RegExp>> = {
  theory: /理论|知识/,
  skill: /技能|操作|实操/,
  review: /评审|答辩|评议/,
};

/** A level or subject of another kind (一级 of a computer examination, 上机) would be called by our word everywhere. */
const printedOtherwise = ({ level, levelName, subjects }: Offering, position: number): NoticeProblem[] => [
  ...(levelName !== null && !(level !== null && LEVEL[level]?.test(levelName))
    ? [
        {
          path: ['offerings', position, 'levelName'],
          code: 'level-name-other',
          data: { levelName },
        } satisfies NoticeProblem,
      ]
    : []),
  ...subjects.flatMap(({ code, name }, at): NoticeProblem[] =>
    SUBJECT[code].test(name)
      ? []
      : [{ path: ['offerings', position, 'subjects', at, 'name'], code: 'subject-name-other', data: { name } }],
  ),
];

/** Not of printed words, which name no day and decide nothing. */
const losesHour = ({ kind, source, reading }: Boundary): boolean =>
  kind !== 'printed' && reading === undefined && 'clause' in source && printsHour(source.corrected ?? source.quote);
