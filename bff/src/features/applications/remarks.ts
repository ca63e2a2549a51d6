import type { Context } from '../../platform/http';
import { openApplicant } from './applicant';
import { marksOf } from './application.policy';
import type { Application, EarlierField, RemarkField } from './application.record';
import { changeOwnRow, insertRemarks } from './application.repository';
import { openToldParts } from './told-parts';

/** What is to be mended, and why. */
export type AskedRemark = { readonly field: RemarkField; readonly text: string };

/** Begins a round of mending: these remarks are the ones to answer. */
export async function askToMend(
  ctx: Context,
  row: Application,
  { remarks, byAccountId }: { readonly remarks: readonly AskedRemark[]; readonly byAccountId: string },
): Promise<void> {
  const round = row.round + 1;
  const { crypto } = ctx.ports;
  const seen = { ...row, ...openToldParts(crypto, row), candidate: openApplicant(crypto, row) };
  const returnedMarks = marksOf(crypto, row.id, seen);
  await changeOwnRow(ctx.h, row.id, { round, changedFields: [], changedBefore: row.changedFields, returnedMarks });
  await insertRemarks(
    ctx.h,
    crypto,
    remarks.map(({ field, text }, position) => ({
      applicationId: row.id,
      round,
      position,
      field,
      text,
      byAccountId,
      at: ctx.now.ms,
    })),
  );
}

/** Keeps why something was decided, beside what was asked to mend; of no round to come, so that nobody is to answer it. */
export const noteReason = (
  ctx: Context,
  row: Application,
  { field, text, byAccountId }: { readonly field: EarlierField; readonly text: string; readonly byAccountId: string },
): Promise<void> =>
  insertRemarks(ctx.h, ctx.ports.crypto, [
    { applicationId: row.id, round: row.round, position: AFTER_ALL, field, text, byAccountId, at: ctx.now.ms },
  ]);

/** Behind the remarks of the last return; a return has one a field. */
const AFTER_ALL = 100;
