import { In } from 'typeorm';
import { type LocalDate, yearOf } from '@jikaotong/shared/kernel';
import { type Handle, findLocked, findRow, insert } from '../../platform/db';
import { findBodyLocked } from '../bodies';
import { type Event, eventRecord } from './event.record';
import type { Session, SessionRow } from './session';
import { enteredPlaces, listExamPapers, listSites, replacePlaces } from './places.repository';
import { shiftedExamPapers } from './move.policy';
import { sessionRecord } from './session.record';
import { changeSession, complete, nextSessionNumber, replaceOfferings, rowOf } from './session.repository';

/** What seats, tickets and doors belong to, by the id of its event: a session, or a stage that has an exam day; null for any other. */
export async function findExamDay(h: Handle, eventId: string): Promise<Session | null> {
  const event = await findRow(h, eventRecord, { id: eventId });
  return event ? ((await complete(h, [event]))[0] ?? null) : null;
}

/** The same of one of these bodies; for anybody else it does not exist. */
export async function findExamDayIn(h: Handle, bodyIds: readonly string[], eventId: string): Promise<Session | null> {
  const event = await h.repo(eventRecord).findOneBy({ id: eventId, bodyId: In([...bodyIds]) });
  return event ? ((await complete(h, [event]))[0] ?? null) : null;
}

/** The same, locked until the transaction ends: places, seats and tickets change one at a time. */
export async function lockExamDay(h: Handle, eventId: string): Promise<SessionRow | null> {
  const event = await findLocked(h, eventRecord, { id: eventId });
  const own = event && (await findLocked(h, sessionRecord, { id: eventId }));
  return own && rowOf(event, own);
}

/** The event of a stage, locked until the transaction ends. */
export const lockStageEvent = (h: Handle, stageId: string): Promise<Event | null> =>
  findLocked(h, eventRecord, { id: stageId, kind: 'stage' });

/** A locked exam day under a new revision: whoever waited for it looks once more at what hangs on it. */
export const renewExamDay = (h: Handle, id: string): Promise<unknown> => changeSession(h, id, {});

/** Gives a locked stage its exam day, without places yet; it has no windows and no results of its own. */
export async function addStageDay(
  h: Handle,
  { id, bodyId, firstDay }: Event,
  given: { readonly name: string; readonly offeringCodes: readonly string[]; readonly nowMs: number },
): Promise<void> {
  if (firstDay === null) throw new Error(`the stage ${id} is not announced`);
  // locked: two at once must not get one number
  await findBodyLocked(h, bodyId);
  const year = yearOf(firstDay);
  await insert(h, sessionRecord, {
    id,
    bodyId,
    name: given.name,
    year,
    number: await nextSessionNumber(h, bodyId, year),
    applicationOpens: null,
    applicationCloses: null,
    paymentOpens: null,
    paymentCloses: null,
    resultsWithin: null,
    placesFrozen: false,
    windowsConfirmedAt: null,
    calendarYears: null,
    publishedAt: given.nowMs,
    resultsPublishedOn: null,
    createdAt: given.nowMs,
  });
  await replaceOfferings(h, id, given.offeringCodes);
}

/** The stage is held on other days: its shifts go with it, and its running number where the year is another one. Nobody may sit there. */
export async function shiftStageDay(
  h: Handle,
  { id, bodyId, year, number }: Pick<Session, 'id' | 'bodyId' | 'year' | 'number'>,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<void> {
  await findBodyLocked(h, bodyId);
  const next = yearOf(to);
  const place = next === year ? { year, number } : { year: next, number: await nextSessionNumber(h, bodyId, next) };
  await changeSession(h, id, { ...place, placesFrozen: false });
  const papers = shiftedExamPapers(await listExamPapers(h, id), from, to);
  await replacePlaces(h, id, enteredPlaces({ sites: await listSites(h, id), papers }));
}
