import { offeringOf } from '@jikaotong/shared/notice';
import type { Context } from '../../platform/http';
import type { Application } from './application.record';
import { listRetakable } from './application.repository';
import { type Frame, loadFrames } from './frame';

/**
 * The account's application whose passes a new one for the same occupation, type and level at the same body would
 * forfeit; null where there is none, or the notice forfeits nothing (E24 三（六）3, S25 四（二）).
 */
export async function findKeptPass(
  { h, now }: Pick<Context, 'h' | 'now'>,
  wanted: { readonly accountId: string; readonly frame: Frame; readonly offeringCode: string },
): Promise<Application | null> {
  const { accountId, frame, offeringCode } = wanted;
  if (!frame.notice.retake?.newApplicationForfeits.value) return null;
  const name = nameOf(frame, offeringCode);
  const rows = await listRetakable(h, { accountId, bodyId: frame.bodyId, day: now.day });
  const frameOf = await loadFrames(h, rows);
  return rows.find((row) => nameOf(frameOf(row), row.offeringCode) === name) ?? null;
}

/** What an offering is called in every notice of a body: its code may differ from one year to the next. */
export function offeringNameOf(notice: Frame['notice'], code: string): string {
  const { occupation, workType, level } = offeringOf(notice, code) ?? {};
  return JSON.stringify([occupation, workType, level]);
}

const nameOf = ({ notice }: Frame, code: string): string => offeringNameOf(notice, code);
