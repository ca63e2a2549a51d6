import type { LocalDate } from '@jikaotong/shared/kernel';
import { offeringOf } from '@jikaotong/shared/notice';
import { keptRowOf, lastDayOfYears } from '@jikaotong/shared/rules/calendar';
import { type Context, refuse } from '../../platform/http';
import { isStillOpen } from '../participants';
import { passesForAccount } from '../imported-records';
import type { Application } from './application.record';
import { changeOwnRow, listRetakable } from './application.repository';
import { type Frame, loadFrames } from './frame';

/** A sitting with what is kept of it, also one from before, and its last day. */
export type KeptSitting = { readonly id: string; readonly retakeUntil: LocalDate | null };

/**
 * The account's sitting whose passes a new one for the same occupation, type and level at the same body would
 * forfeit; null where there is none, or the notice forfeits nothing (E24 三（六）3, S25 四（二）).
 */
export async function findKeptPass(
  { h, now }: Pick<Context, 'h' | 'now'>,
  wanted: { readonly accountId: string; readonly frame: Frame; readonly offeringCode: string },
): Promise<KeptSitting | null> {
  const { accountId, frame, offeringCode } = wanted;
  if (!frame.notice.retake?.newApplicationForfeits.value) return null;
  const name = nameOf(frame, offeringCode);
  const rows = await listRetakable(h, { accountId, bodyId: frame.bodyId, day: now.day });
  const frameOf = await loadFrames(h, rows);
  const own = rows.find((row) => nameOf(frameOf(row), row.offeringCode) === name);
  if (own) return { id: own.id, retakeUntil: own.retakeUntil };
  for (const { id, ruled, content } of await passesForAccount(h, { accountId, bodyId: frame.bodyId })) {
    const row = keptRowOf(ruled.rule, ruled.offering.level);
    if (row === null || ruled.rule === null || offeringNameOfParts(ruled.offering) !== name) continue;
    const start = ruled.rule.keptFrom.value === 'exam-end' ? content.examEnd : content.publishedOn;
    const until = content.until ?? lastDayOfYears(start, row.years);
    const chances = row.chances === null ? null : row.chances - content.chancesUsed;
    if (until >= now.day && (await isStillOpen(h, id, chances))) return { id, retakeUntil: until };
  }
  return null;
}

/**
 * What somebody else entered gives up what its member keeps only by the member's own word, which it then bears
 * (E24 三（六）3, S25 四（二）). Refuses `passes-kept`, with the application that they stand in and the last day of its retake.
 */
export async function refuseUnmeant(ctx: Context, row: Application, frame: Frame, meant: boolean): Promise<void> {
  const { id, accountId, offeringCode } = row;
  if (row.forfeitsPasses || row.retakeOfId !== null || accountId === null) return;
  if (meant) return changeOwnRow(ctx.h, id, { forfeitsPasses: true });
  const kept = await findKeptPass(ctx, { accountId, frame, offeringCode });
  if (kept) refuse('passes-kept', { applicationId: kept.id, until: kept.retakeUntil });
}

/** What an offering is called in every notice of a body: its code may differ from one year to the next. */
export function offeringNameOf(notice: Frame['notice'], code: string): string {
  const of = offeringOf(notice, code);
  return of ? offeringNameOfParts(of) : JSON.stringify([undefined, undefined, undefined]);
}

export const offeringNameOfParts = (of: {
  readonly occupation: string;
  readonly workType: string | null;
  readonly level: number | null;
}): string => JSON.stringify([of.occupation, of.workType, of.level]);

const nameOf = ({ notice }: Frame, code: string): string => offeringNameOf(notice, code);
