import type { BodyOf, retakeSchemes as contract } from '@jikaotong/shared/contract';
import { type RetakeScheme, schemeFor } from '@jikaotong/shared/rules/results';
import { type Handle, insert, isDuplicate, newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { type ApplicationEvent, findApplication, offeringNameOfParts } from '../applications';
import { offeringsOf } from '../imported-records';
import { loadNotice } from '../notices';
import { passHistoriesOf } from '../results';
import { findSession } from '../sessions';
import { faultOf, printedFeeOf } from './retake-scheme.policy';
import { type RetakeSchemeRow, retakeSchemeRecord } from './retake-scheme.record';

/** The versions of a body, the latest of each offering first. */
export const schemesOf = (h: Handle, bodyId: string): Promise<RetakeSchemeRow[]> =>
  h.repo(retakeSchemeRecord).find({ where: { bodyId }, order: { version: 'DESC' } });

/** Those of one offering, as the rules read them. */
export const schemesFor = async (
  h: Handle,
  { bodyId, offeringName }: { readonly bodyId: string; readonly offeringName: string },
): Promise<RetakeScheme[]> => {
  const rows = await h.repo(retakeSchemeRecord).find({ where: { bodyId, offeringName } });
  return rows.map(({ id, version, fromDay, rows: subjects }) => ({ id, version, from: fromDay, rows: subjects }));
};

type Given = BodyOf<typeof contract.setRetakeScheme> & { readonly bodyId: string; readonly byAccountId: string };

/** Refuses as `setRetakeScheme` says, `not-found` where the body keeps no passes of such an offering. */
export async function setScheme(ctx: Context, given: Given): Promise<void> {
  const { bodyId, noticeId, offeringCode, from, after, rows, byAccountId } = given;
  const ruled = (await offeringsOf(ctx.h, bodyId)).find(
    (one) => one.noticeId === noticeId && one.offeringCode === offeringCode && one.isKept,
  );
  if (!ruled) return refuse('not-found');
  if (from < ctx.now.day) refuse('wrong-state', { state: 'scheme-in-past' });
  const { notice } = await loadNotice(ctx.h, ruled.noticeId);
  const printed = ruled.subjects.map((subject) => ({
    subject,
    feeFen: printedFeeOf(notice, ruled.offeringCode, subject),
  }));
  const faulty = faultOf(rows, printed);
  if (faulty) refuse('wrong-state', { state: faulty });
  const offeringName = offeringNameOfParts(ruled.offering);
  const [last] = (await schemesOf(ctx.h, bodyId)).filter((row) => row.offeringName === offeringName);
  if ((last?.version ?? 0) !== after) refuse('changed-meanwhile');
  const version = after + 1;
  const row = { id: newId(), bodyId, offeringName, version, fromDay: from, setBy: byAccountId, setAt: ctx.now.ms };
  try {
    await insert(ctx.h, retakeSchemeRecord, {
      ...row,
      rows: ruled.subjects.flatMap((subject) => rows.filter((one) => one.subject === subject)),
    });
  } catch (error) {
    if (!isDuplicate(error, 'uq_retake_scheme_version')) throw error;
    refuse('changed-meanwhile');
  }
  ctx.audit('retake-scheme-set', { bodyId }, { version, offering: offeringCode });
}

/** The version that an application for failed subjects would follow in a session; null: none. */
export async function schemeOfRetake(
  h: Handle,
  { id, retakeOfId }: { readonly id: string; readonly retakeOfId: string | null },
  sessionId: string,
): Promise<RetakeScheme | null> {
  if (retakeOfId === null) return null;
  const session = await findSession(h, sessionId);
  const root = (await passHistoriesOf(h, [id])).flat().find((one) => one.id === retakeOfId);
  if (!session || !root?.result) return null;
  return schemeFor(await schemesFor(h, root), { satOn: root.result.examEnd, examOn: session.examStart });
}

/**
 * A retake is handed in as it was begun: where another version holds by now, it asks for other subjects or another fee.
 * What was sent back is mended under the one that it was handed in by.
 */
export async function refuseOldScheme(ctx: Context, { applicationId }: ApplicationEvent): Promise<void> {
  const row = await findApplication(ctx.h, applicationId);
  if (!row || row.retakeOfId === null || row.round > 0) return;
  const standing = await schemeOfRetake(ctx.h, row, row.sessionId);
  if ((standing?.id ?? null) !== (row.retakeScheme?.id ?? null))
    refuse('wrong-state', { state: 'retake-scheme-changed' });
}
