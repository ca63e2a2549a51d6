import { sumFen } from '../kernel';
import type { Notice } from './notice';
import type { NoticeProblem } from './problem';
import type { NodePath } from './walk';

/** Every offering has one price per subject, and the lines add up to the printed total. */
export function checkFees(notice: Notice): NoticeProblem[] {
  if (notice.fees === null) return [];
  const path: NodePath = ['fees', 'rows'];
  const priced = new Set(notice.fees.rows.flatMap((row) => row.offerings));
  const unpriced = notice.offerings.filter((offering) => !priced.has(offering.code));
  return [
    ...unpriced.map(({ code }) => ({ path, code: 'offering-without-fee' as const, data: { offering: code } })),
    ...notice.fees.rows.flatMap((row, position) => {
      const at = [...path, position];
      const sum = sumFen(row.lines.map((line) => line.fen));
      const differs: NoticeProblem[] =
        sum === row.totalFen
          ? []
          : [{ path: at, code: 'fee-sum-differs', data: { sumFen: sum, totalFen: row.totalFen } }];
      return [...differs, ...row.offerings.flatMap((code) => checkFeeRow(notice, row.lines, code, at))];
    }),
  ];
}

function checkFeeRow(
  notice: Notice,
  lines: readonly { item: string }[],
  offeringCode: string,
  path: NodePath,
): NoticeProblem[] {
  const offering = notice.offerings.find((candidate) => candidate.code === offeringCode);
  if (!offering) return [{ path, code: 'offering-unknown', data: { offering: offeringCode } }];
  const subjects: readonly string[] = offering.subjects.map((subject) => subject.code);
  const items = lines.map((line) => line.item);
  return [
    ...items
      .filter((item) => item !== 'material' && !subjects.includes(item))
      .map((item) => ({ path, code: 'fee-without-subject' as const, data: { item, offering: offeringCode } })),
    ...subjects
      .filter((subject) => !items.includes(subject))
      .map((subject) => ({ path, code: 'subject-without-fee' as const, data: { subject, offering: offeringCode } })),
  ];
}
