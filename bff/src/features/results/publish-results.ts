import type { ReplyOf, results as contract } from '@jikaotong/shared/contract';
import { type LocalDate, yearOf } from '@jikaotong/shared/kernel';
import { spanOf } from '@jikaotong/shared/rules/progress';
import { type Outcome, outcomeOf } from '@jikaotong/shared/rules/results';
import type { Handle } from '../../platform/db';
import { type Context, refuse, refuseWhen } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import { loadCalendar, loadNoticeVersion } from '../notices';
import { type Report, report } from '../participants';
import {
  type Session,
  findSession,
  lockSession,
  offeringViewOf,
  recordPublication,
  sessionWindowsChanged,
} from '../sessions';
import { ticketsOf } from '../sittings';
import { type Examinee, countUnmarked, examineesIn, examineesOf } from './examinees';
import { consequencesOf, judgePublication, verdictsOf } from './result.policy';
import type { StoredResult } from './result.record';
import { currentIn, currentOf } from './result.repository';

/**
 * Publishes the results of a locked session on this very day, from which publicity counts (B26 三（五）1). Refuses
 * `already-published`, `too-early`, `results-incomplete`, `calendar-year-unknown` with the year nobody has announced.
 */
export async function publishResultsOf(ctx: Context, session: Session): Promise<void> {
  const examinees = await examineesIn(ctx.h, session.id);
  const current = await currentIn(ctx.h, session.id);
  const unmarked = countUnmarked(examinees, current);
  const awaited = [...new Set(examinees.flatMap((examinee) => examinee.awaited))];
  const given = { day: ctx.now.day, unmarked, candidates: examinees.length, awaited };
  refuseWhen(judgePublication(session, given));
  const published = await recordPublication(ctx.h, session.id, ctx.now.day);
  if (!published.ok) {
    const year = published.error === 'calendar-year-unknown' ? await firstUnknownYear(ctx.h, ctx.now.day) : null;
    return refuse(published.error, year === null ? {} : { year });
  }
  await reportOutcomes(ctx, published.value, { examinees, current });
  ctx.audit('results-published', { sessionId: session.id }, { on: ctx.now.day, candidates: examinees.length });
  await ctx.emit(sessionWindowsChanged({ sessionId: session.id }));
  const { windows } = published.value;
  // null: the notice has no score review to speak of
  const data = { closes: spanOf(windows, 'publicity').closes, reviewCloses: spanOf(windows, 'review').closes };
  for (const { accountId, applicationId } of examinees)
    await tellAccount(ctx, { accountId, candidateId: applicationId, code: 'results-published', data });
}

/** Reports to the participants what their published marks mean, now or after a correction. */
export async function reportOutcomes(
  ctx: Context,
  session: Session,
  of: { examinees: readonly Examinee[]; current: readonly StoredResult[] },
): Promise<void> {
  const { notice } = await loadNoticeVersion(ctx.h, session.noticeVersionId);
  const publishedOn = session.resultsPublishedOn;
  if (publishedOn === null) throw new Error(`session ${session.id} is not published`);
  const days = { examEnd: session.examEnd, publishedOn };
  const groups = new Map<string, { ids: string[]; said: Report }>();
  for (const examinee of of.examinees) {
    const { participantId, offeringCode } = examinee;
    const verdicts = verdictsOf(examinee, of.current);
    const { outcome, retakeUntil } = consequencesOf({ verdicts, notice, offeringCode, days, day: ctx.now.day });
    if (outcome === 'incomplete') throw new Error(`participant ${participantId} is published without a mark`);
    const said = { resultsComplete: true, resultsPublishedOn: publishedOn, outcome, retakeUntil };
    const name = JSON.stringify(said);
    const group = groups.get(name) ?? { ids: [], said };
    groups.set(name, { ...group, ids: [...group.ids, participantId] });
  }
  for (const { ids, said } of groups.values()) await report(ctx.h, ids, said);
}

/** What publishing today would say of a session, offering by offering in the session's order. */
export async function previewOfResults(h: Handle, session: Session): Promise<ReplyOf<typeof contract.previewResults>> {
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const [examinees, current] = [await examineesIn(h, session.id), await currentIn(h, session.id)];
  const outcomes = examinees.map((examinee) => {
    const { offeringCode, awaited } = examinee;
    const outcome = outcomeOf(verdictsOf(examinee, current));
    return { offeringCode, outcome: awaited.length > 0 ? 'incomplete' : outcome };
  });
  return {
    offerings: session.offeringCodes.map((code) => {
      const ofOffering = outcomes.filter(({ offeringCode }) => offeringCode === code);
      const count = (wanted: Outcome) => ofOffering.filter(({ outcome }) => outcome === wanted).length;
      return {
        offering: offeringViewOf(notice, code),
        passed: count('passed'),
        failed: count('failed'),
        absent: count('absent'),
        incomplete: count('incomplete'),
      };
    }),
  };
}

async function firstUnknownYear(h: Handle, day: LocalDate): Promise<number> {
  const known = new Set((await loadCalendar(h)).map(({ year }) => year));
  let year = yearOf(day);
  while (known.has(year)) year += 1;
  return year;
}

/** What a breach leads to was decided: published results say it at once, others when they are published. */
export async function reportBreach(
  ctx: Context,
  { sessionId, participantId }: { readonly sessionId: string; readonly participantId: string },
): Promise<void> {
  await lockSession(ctx.h, sessionId);
  const session = await findSession(ctx.h, sessionId);
  const examinees = await examineesOf(ctx.h, await ticketsOf(ctx.h, [participantId]));
  const current = await currentOf(ctx.h, [participantId]);
  if (session && session.resultsPublishedOn !== null) await reportOutcomes(ctx, session, { examinees, current });
  else
    await report(
      ctx.h,
      examinees.map((one) => one.participantId),
      { resultsComplete: countUnmarked(examinees, current) === 0 },
    );
}
