import { sumFen } from '../kernel';
import type { FeeRow } from './fees';
import type { Notice } from './notice';
import type { NoticeProblem } from './problem';
import { saysNumber } from './quoted';
import type { NodePath } from './walk';

/** Every offering has one price per subject, the lines add up to the printed total, and the amounts are the printed ones. */
export function checkFees(notice: Notice): NoticeProblem[] {
  if (notice.fees === null) return [];
  const priced = new Set(notice.fees.rows.flatMap((row) => row.offerings));
  return [
    ...notice.offerings.flatMap(({ code }, position): NoticeProblem[] =>
      priced.has(code)
        ? []
        : [{ path: ['offerings', position, 'code'], code: 'offering-without-fee', data: { offering: code } }],
    ),
    ...notice.fees.rows.flatMap((row, position) => checkRow(notice, row, ['fees', 'rows', position])),
  ];
}

/** A wrong line also makes a wrong sum: only the first thing wrong is told. */
function checkRow(notice: Notice, row: FeeRow, path: NodePath): NoticeProblem[] {
  const items = row.offerings.flatMap((code, position) => checkItems(notice, row, code, path, position));
  if (items.length > 0) return items;
  const sum = sumFen(row.lines.map((line) => line.fen));
  if (sum !== row.totalFen) {
    const data = { sumFen: sum, totalFen: row.totalFen };
    return [{ path: [...path, 'totalFen'], code: 'fee-sum-differs', data }];
  }
  return [
    ...row.lines.map((line, at) => ({ fen: line.fen, at: ['lines', at, 'fen'] })),
    { fen: row.totalFen, at: ['totalFen'] },
  ]
    .filter(({ fen }) => !saysNumber(row.source, fen / 100))
    .map(({ fen, at }) => ({ path: [...path, ...at], code: 'amount-not-in-quote', data: { fen } }));
}

function checkItems(
  notice: Notice,
  { lines }: FeeRow,
  offeringCode: string,
  path: NodePath,
  position: number,
): NoticeProblem[] {
  const offering = notice.offerings.find((candidate) => candidate.code === offeringCode);
  if (!offering)
    return [{ path: [...path, 'offerings', position], code: 'offering-unknown', data: { offering: offeringCode } }];
  const subjects: readonly string[] = offering.subjects.map((subject) => subject.code);
  const items: readonly string[] = lines.map((line) => line.item);
  // an item under a wrong name is not missing under its own as well
  const foreign = items.flatMap((item, at): NoticeProblem[] =>
    item === 'material' || subjects.includes(item)
      ? []
      : [
          {
            path: [...path, 'lines', at, 'item'],
            code: 'fee-without-subject',
            data: { item, offering: offeringCode },
          },
        ],
  );
  if (foreign.length > 0) return foreign;
  return subjects
    .filter((subject) => !items.includes(subject))
    .map((subject) => ({ path, code: 'subject-without-fee' as const, data: { subject, offering: offeringCode } }));
}
