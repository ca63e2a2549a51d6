import { type LocalDate, yearOf } from '@jikaotong/shared/kernel';
import { outcomeOf } from '@jikaotong/shared/rules/results';
import { spanOf } from '@jikaotong/shared/rules/progress';
import { offeringWords } from '@jikaotong/shared/words';
import type { Handle } from '../../platform/db';
import { type Actor, type Context, refuse, refuseWhen } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import { differingIn, isDoorUsed, unsettledRooms } from '../invigilation';
import { loadCalendar, loadNoticeVersion } from '../notices';
import { type Report, report } from '../participants';
import {
  type Session,
  findSession,
  lockSession,
  offeringViewOf,
  publishedOnFor,
  recordPublication,
  sessionWindowsChanged,
  windowsFor,
} from '../sessions';
import { ticketsOf } from '../sittings';
import { type Examinee, completeAmong, countUnmarked, examineesIn, examineesOf } from './examinees';
import { followMarksOf, holdUndecided, releaseDoorHold } from './holds';
import { settlePasses } from './pass-history';
import { judgePublication, verdictsOf } from './result.policy';
import type { StoredResult } from './result.record';
import { currentIn, currentOf } from './result.repository';
import { maySecond } from './second-publisher';
import { waitsForCheck } from './unchecked';

/**
 * Publishes the results of these offerings of a locked session, or of all that are left, on this very day, from which
 * their publicity counts (B26 三（五）1). Where a second person has to agree, the first one's word is only noted. Refuses
 * `already-published`, `too-early`, `results-incomplete`, `marks-unconfirmed`, `attendance-unsettled`, `offering-unknown`, `publication-by-another`, `deputy-needed`,
 * `calendar-year-unknown` with the year nobody has announced.
 */
export async function publishResultsOf(
  ctx: Context & { readonly actor: Actor },
  session: Session,
  wanted: readonly string[] | null,
): Promise<void> {
  const left = session.offeringCodes.filter((code) => publishedOnFor(session, code) === null);
  const chosen = wanted ?? left;
  if (chosen.some((code) => !session.offeringCodes.includes(code))) refuse('offering-unknown');
  const everybody = await examineesIn(ctx.h, session.id);
  const examinees = everybody.filter(({ offeringCode }) => chosen.includes(offeringCode));
  const current = await currentIn(ctx.h, session.id);
  const unmarked = countUnmarked(examinees, current);
  const awaited = [...new Set(examinees.flatMap((examinee) => examinee.awaited))];
  const given = { day: ctx.now.day, unmarked, candidates: examinees.length, awaited };
  const isOut = chosen.length === 0 || chosen.some((code) => !left.includes(code));
  const paperDays = session.paperDays.filter(({ offeringCode }) => chosen.includes(offeringCode));
  refuseWhen(judgePublication({ ...session, paperDays, resultsPublishedOn: isOut ? ctx.now.day : null }, given));
  await refuseUnchecked(ctx, session, { examinees, current });
  await refuseUnsettled(ctx.h, session, chosen);
  if (!(await maySecond(ctx, session, chosen))) return;
  // an offering that nobody takes has nothing to wait for once the last other one is out
  const rest = left.filter((code) => !chosen.includes(code));
  const empty = rest.every((code) => everybody.every(({ offeringCode }) => offeringCode !== code)) ? rest : [];
  const offeringCodes = [...chosen, ...empty];
  const published = await recordPublication(ctx.h, session.id, { day: ctx.now.day, offeringCodes });
  if (!published.ok) {
    const year = published.error === 'calendar-year-unknown' ? await firstUnknownYear(ctx.h, ctx.now.day) : null;
    return refuse(published.error, year === null ? {} : { year });
  }
  const held = await holdUndecided(ctx, session, examinees);
  const out = examinees.filter((one) => !one.held && !held.has(one.participantId));
  await reportOutcomes(ctx, published.value, { examinees: out, current });
  const waiting = examinees.filter((one) => !out.includes(one));
  await report(
    ctx.h,
    waiting.map(({ participantId }) => participantId),
    { resultPendingOn: ctx.now.day },
  );
  const said = {
    on: ctx.now.day,
    candidates: out.length,
    held: waiting.length,
    offerings: chosen.join(','),
  };
  ctx.audit('results-published', { sessionId: session.id }, said);
  await ctx.emit(sessionWindowsChanged({ sessionId: session.id }));
  await tellPublished(ctx, published.value, out);
  for (const { accountId, applicationId } of waiting)
    await tellAccount(ctx, { accountId, candidateId: applicationId, code: 'result-pending', data: {} });
}

/** Refuses `marks-unconfirmed` with the first offering that has marks which nobody has checked, and how many. */
async function refuseUnchecked(
  ctx: Context,
  session: Session,
  { examinees, current }: { examinees: readonly Examinee[]; current: readonly StoredResult[] },
): Promise<void> {
  const offeringOf = new Map(examinees.map(({ participantId, offeringCode }) => [participantId, offeringCode]));
  const waits = await waitsForCheck(ctx, session);
  const open = current.filter((mark) => offeringOf.has(mark.participantId) && waits(mark));
  if (open.length === 0) return;
  const codes = new Set(open.map(({ participantId }) => offeringOf.get(participantId)));
  const { notice } = await loadNoticeVersion(ctx.h, session.noticeVersionId);
  const offerings = session.offeringCodes
    .filter((code) => codes.has(code))
    .map((code) => ({
      name: offeringWords(offeringViewOf(notice, code)),
      marks: open.filter(({ participantId }) => offeringOf.get(participantId) === code).length,
    }));
  refuse('marks-unconfirmed', { marks: open.length, offerings });
}

/**
 * What follows of having come or not waits until somebody has said who came, and no two facts say it differently. Refuses
 * `attendance-unsettled` with the rooms and with how many differ; a session in which nobody was ever on duty has its marks alone.
 */
async function refuseUnsettled(h: Handle, { id }: Session, offeringCodes: readonly string[]): Promise<void> {
  const open = (await isDoorUsed(h, id)) ? await unsettledRooms(h, id, offeringCodes) : [];
  const differing = (await differingIn(h, id, offeringCodes)).filter(({ published }) => !published).length;
  if (open.length === 0 && differing === 0) return;
  const rooms = open.map(({ slot, siteName, roomName, present, absent }) => ({
    slot,
    siteName,
    roomName,
    people: present + absent,
  }));
  refuse('attendance-unsettled', { people: rooms.reduce((sum, { people }) => sum + people, 0), rooms, differing });
}

/** Tells these that their results are out. */
async function tellPublished(ctx: Context, session: Session, examinees: readonly Examinee[]): Promise<void> {
  for (const { accountId, applicationId, offeringCode } of examinees) {
    const windows = windowsFor(session, offeringCode);
    // null: the notice has no score review to speak of
    const data = { closes: spanOf(windows, 'publicity').closes, reviewCloses: spanOf(windows, 'review').closes };
    await tellAccount(ctx, { accountId, candidateId: applicationId, code: 'results-published', data });
  }
}

/**
 * Publishes the line of whoever waited while the others' results came out: held no more, marked in every subject, by no mark
 * that still waits for a second person, and come or not by all that is known, as any publication. Nobody's publicity begins again.
 */
export async function publishLate(ctx: Context, sessionId: string, participantIds: readonly string[]): Promise<void> {
  const session = await sessionOf(ctx.h, sessionId);
  const examinees = await examineesOf(ctx.h, await ticketsOf(ctx.h, participantIds));
  const current = await currentOf(ctx.h, participantIds);
  const late = completeAmong(examinees, current).filter(
    ({ held, publishedOn, offeringCode }) =>
      !held && publishedOn === null && publishedOnFor(session, offeringCode) !== null,
  );
  if (late.length === 0) return;
  const waits = await waitsForCheck(ctx, session);
  const unchecked = new Set(current.filter(waits).map(({ participantId }) => participantId));
  const differs = new Set((await differingIn(ctx.h, sessionId)).map(({ participantId }) => participantId));
  const out = late.filter(({ participantId }) => !unchecked.has(participantId) && !differs.has(participantId));
  if (out.length === 0) return;
  await reportOutcomes(ctx, session, { examinees: out, current });
  await tellPublished(ctx, session, out);
}

/** Reports to the participants what their published marks mean, now or after a correction. */
export async function reportOutcomes(
  ctx: Context,
  session: Session,
  of: { examinees: readonly Examinee[]; current: readonly StoredResult[] },
): Promise<void> {
  const groups = new Map<string, { ids: string[]; said: Report }>();
  for (const examinee of of.examinees) {
    const { participantId, offeringCode } = examinee;
    const publishedOn = publishedOnFor(session, offeringCode);
    if (publishedOn === null) throw new Error(`offering ${offeringCode} of ${session.id} is not published`);
    const outcome = outcomeOf(verdictsOf(examinee, of.current));
    if (outcome === 'incomplete' || outcome === 'pending')
      throw new Error(`participant ${participantId} is published without a mark`);
    const said = { resultsComplete: true, resultsPublishedOn: publishedOn, resultPendingOn: null, outcome };
    const name = JSON.stringify(said);
    const group = groups.get(name) ?? { ids: [], said };
    groups.set(name, { ...group, ids: [...group.ids, participantId] });
  }
  for (const { ids, said } of groups.values()) await report(ctx.h, ids, said);
  await settlePasses(
    ctx,
    of.examinees.map(({ applicationId }) => applicationId),
  );
}

async function firstUnknownYear(h: Handle, day: LocalDate): Promise<number> {
  const known = new Set((await loadCalendar(h)).map(({ year }) => year));
  let year = yearOf(day);
  while (known.has(year)) year += 1;
  return year;
}

/** What a breach leads to was decided, or given up: what nothing holds any more is said at once, other results when they are published. */
export async function reportBreach(
  ctx: Context,
  { sessionId, participantId }: { readonly sessionId: string; readonly participantId: string },
): Promise<void> {
  const session = await lockSession(ctx.h, sessionId);
  if (!session) throw new Error(`session ${sessionId} is gone`);
  const saysCheating = await followMarksOf(ctx, { sessionId, bodyId: session.bodyId, participantId });
  const [examinee] = await examineesOf(ctx.h, await ticketsOf(ctx.h, [participantId]));
  if (!examinee) return;
  const current = await currentOf(ctx.h, [participantId]);
  const resultsComplete = countUnmarked([examinee], current) === 0;
  const isOut = examinee.publishedOn !== null && resultsComplete && !saysCheating;
  if (isOut) return reportOutcomes(ctx, await sessionOf(ctx.h, sessionId), { examinees: [examinee], current });
  // a cancellation was taken back, and the mark is still to be put right: it waits as it did before
  const waits = examinee.publishedOn === null ? {} : { resultPendingOn: ctx.now.day };
  await report(ctx.h, [participantId], { resultsComplete, resultsPublishedOn: null, outcome: null, ...waits });
  await settlePasses(ctx, [examinee.applicationId]);
  await publishLate(ctx, sessionId, [participantId]);
}

/** An officer has said whether they came: whoever waited for nothing else is published. */
export async function publishDecided(
  ctx: Context,
  { sessionId, participantId }: { readonly sessionId: string; readonly participantId: string },
): Promise<void> {
  // of a stage of a competition ranks are published, by its desk
  if (!(await lockSession(ctx.h, sessionId))) return;
  await publishLate(ctx, sessionId, [participantId]);
}

/** What the door recorded is no breach. */
export async function reportDismissal(
  ctx: Context,
  of: { readonly sessionId: string; readonly participantId: string; readonly doorActId: string },
): Promise<void> {
  if (!(await lockSession(ctx.h, of.sessionId))) return;
  await releaseDoorHold(ctx, of);
  await reportBreach(ctx, of);
}

async function sessionOf(h: Handle, sessionId: string): Promise<Session> {
  const session = await findSession(h, sessionId);
  if (!session) throw new Error(`session ${sessionId} is gone`);
  return session;
}
