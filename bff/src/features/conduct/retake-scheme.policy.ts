import type { Fen } from '@jikaotong/shared/kernel';
import type { Notice, SubjectCode } from '@jikaotong/shared/notice';
import { feeOf } from '@jikaotong/shared/rules/fees';
import type { SchemeRow } from '@jikaotong/shared/rules/results';

/** What a notice prints for a subject taken again alone; null: nothing, for whatever reason. */
export function printedFeeOf({ fees }: Pick<Notice, 'fees'>, offeringCode: string, subject: SubjectCode): Fen | null {
  const fee = feeOf({ fees }, offeringCode, { retake: [subject] });
  const line = fee.ok ? fee.value.lines.find(({ item }) => item === subject) : undefined;
  return line?.fen ?? null;
}

type Printed = { readonly subject: SubjectCode; readonly feeFen: Fen | null };

/**
 * What is wrong with the rows of a version: every printed subject has one, none of them is left that nothing takes over,
 * and each has a fee, its own or the printed one. Null: nothing.
 */
export function faultOf(rows: readonly SchemeRow[], printed: readonly Printed[]) {
  const named = new Set(rows.map(({ subject }) => subject));
  const isWhole =
    named.size === rows.length && rows.length === printed.length && printed.every(({ subject }) => named.has(subject));
  if (!isWhole) return 'scheme-incomplete';
  if (!printed.every(({ subject }) => rows.some(({ of }) => of.includes(subject)))) return 'scheme-subject-lost';
  const isFree = ({ subject, feeFen }: SchemeRow) =>
    feeFen === null && printed.find((one) => one.subject === subject)?.feeFen === null;
  return rows.some(isFree) ? 'scheme-fee-missing' : null;
}
