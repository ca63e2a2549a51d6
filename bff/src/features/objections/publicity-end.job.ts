import { addDays, instantAt, timeOfDay } from '@jikaotong/shared/kernel';
import { spanOf } from '@jikaotong/shared/rules/progress';
import * as z from 'zod/mini';
import { type Context, jobHandler } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { findParticipants } from '../participants';
import { type Session, closePublicity, findSession, lockSession, windowsFor } from '../sessions';
import { waitingIn } from './objection.repository';

/** Closes the publicity of what was published; jobs of this name wait in the database. */
const PUBLICITY_END_JOB = 'end-publicity';

/** When each publicity of a session that runs is over: the midnight after its last day. */
const endsOf = (session: Session) =>
  session.publications.flatMap(({ offeringCode, on, publicityClosedAt }) => {
    const { closes } = spanOf(windowsFor(session, offeringCode), 'publicity');
    return on === null || closes === null || publicityClosedAt !== null ? [] : [{ offeringCode, closes }];
  });

/** Queues the end of each publicity; a day that moved queues again, and the earlier job then finds that it is too early. */
export async function planPublicityEnd(ctx: Context, { sessionId }: { readonly sessionId: string }): Promise<void> {
  const session = await findSession(ctx.h, sessionId);
  for (const closes of new Set(session ? endsOf(session).map((one) => one.closes) : []))
    await enqueue(ctx.h, {
      kind: PUBLICITY_END_JOB,
      key: `${sessionId}:${closes}`,
      dueMs: instantAt(addDays(closes, 1), timeOfDay('00:00')),
      payload: { sessionId },
    });
}

/** Closes what is over and nothing else; objections that are open keep their own line waiting. */
const endPublicity = jobHandler(PUBLICITY_END_JOB, z.object({ sessionId: z.string() }), (run, { sessionId }) =>
  run.tx(async (ctx) => {
    await lockSession(ctx.h, sessionId);
    const session = await findSession(ctx.h, sessionId);
    if (!session) return;
    const waiting = (await waitingIn(ctx.h, sessionId)).map(({ participantId }) => participantId);
    const people = await findParticipants(ctx.h, [...new Set(waiting)]);
    for (const { offeringCode } of endsOf(session).filter(({ closes }) => ctx.now.day > closes)) {
      if (!(await closePublicity(ctx.h, { sessionId, code: offeringCode }, ctx.now.ms))) continue;
      const open = people.filter((one) => one.offeringCode === offeringCode).length;
      ctx.audit('publicity-closed', { sessionId }, { offering: offeringCode, waiting: open });
    }
  }),
);

export const jobs = [endPublicity];
