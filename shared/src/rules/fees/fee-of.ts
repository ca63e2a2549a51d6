import { type Clause, type Fen, type Result, failed, ok, sumFen } from '../../kernel';
import type { FeeItem, FeeRow, FeeTable, SubjectCode } from '../../notice';

export type FeeLine = { readonly item: FeeItem; readonly fen: Fen; readonly source: Clause };
/** What a body charges for a subject taken again in place of what its notice prints. */
export type Charge = FeeLine & { readonly item: SubjectCode };
export type Fee = { readonly lines: readonly FeeLine[]; readonly totalFen: Fen };

export type FeeRefusal =
  /** The notice has no fee row for the offering. */
  | { readonly code: 'fee-unknown'; readonly data: { readonly offeringCode: string } }
  /** The row has no such subject (a dash in print means "no such item"), or no subject was named. */
  | {
      readonly code: 'fee-subject-unknown';
      readonly data: { readonly offeringCode: string; readonly subject: string };
    };

/**
 * What an offering costs, a line an item in the printed order. On a retake each named subject costs its own fee, and the
 * material fee follows the notice's setting (`with-skill`: only when the practical subject is taken again). What a body's
 * 补考方案 charges (`charges`) stands in place of the printed fee.
 */
export function feeOf(
  notice: { readonly fees: FeeTable | null },
  offeringCode: string,
  {
    retake,
    charges = [],
  }: { readonly retake?: readonly SubjectCode[] | undefined; readonly charges?: readonly Charge[] | undefined } = {},
): Result<Fee, FeeRefusal> {
  const table = notice.fees;
  const row = table?.rows.find((candidate) => candidate.offerings.includes(offeringCode));
  if (!table || !row) return failed({ code: 'fee-unknown', data: { offeringCode } });
  if (!retake) return ok(sumOf(row.lines.map((line) => ({ ...line, source: row.source }))));
  const missing = retake.find((subject) => ![...charges, ...row.lines].some(({ item }) => item === subject));
  if (missing !== undefined || retake.length === 0) {
    return failed({ code: 'fee-subject-unknown', data: { offeringCode, subject: missing ?? '' } });
  }
  return ok(sumOf(retakeLines(row, table, { retake, charges })));
}

function retakeLines(
  row: FeeRow,
  { retakeMaterial }: FeeTable,
  { retake, charges }: { readonly retake: readonly SubjectCode[]; readonly charges: readonly Charge[] },
): FeeLine[] {
  const withMaterial =
    retakeMaterial.value === 'always' || (retakeMaterial.value === 'with-skill' && retake.includes('skill'));
  const printed = row.lines.flatMap(({ item, fen }): FeeLine[] => {
    if (item === 'material') return withMaterial ? [{ item, fen, source: retakeMaterial.source }] : [];
    const charged = charges.find((charge) => charge.item === item);
    return retake.includes(item) ? [charged ?? { item, fen, source: row.source }] : [];
  });
  const unprinted = charges.filter(
    ({ item }) => retake.includes(item) && !row.lines.some((line) => line.item === item),
  );
  return [...printed, ...unprinted];
}

const sumOf = (lines: readonly FeeLine[]): Fee => ({ lines, totalFen: sumFen(lines.map((line) => line.fen)) });
