import { type FindManyOptions, type FindOptionsWhere, In, IsNull, LessThan, Not } from 'typeorm';
import { type Handle, type Row, findLocked, findRow, insert, madeAt, newId, updateWhere } from '../../platform/db';
import { type Event, eventRecord } from './event.record';
import { eventStatesThatAre } from './event.states';
import { addEvent, changeEvent } from './event.repository';
import { type Session, type SessionRow, type StoredWindow, lastDaysOf } from './session';
import { sessionOfferingRecord, sessionPaperRecord, sessionRecord, sessionWindowRecord } from './session.record';

/** A session in whatever state, as of a revision that was read at this moment; null when there is none. */
export async function findSession(h: Handle, sessionId: string, revision = ''): Promise<Session | null> {
  const seen = sessions.get(revision);
  if (seen) return seen;
  const event = await findRow(h, eventRecord, { id: sessionId, kind: 'session' });
  if (!event) return null;
  const known = sessions.get(event.revision);
  if (known) return known;
  const [session] = await complete(h, [event]);
  if (!session) return null;
  if (sessions.size >= MOST_KEPT) sessions.clear();
  sessions.set(event.revision, session);
  return session;
}

/**
 * Sessions by their revision: what stands under a revision never changes, and a revision that was rolled back never
 * comes again. Cleared when many pile up.
 */
const sessions = new Map<string, Session>();
const MOST_KEPT = 200;

/** A session of one of these bodies; for anybody else it does not exist. */
export async function findSessionIn(h: Handle, bodyIds: readonly string[], sessionId: string): Promise<Session | null> {
  const [event] = await findEvents(h, { id: sessionId, bodyId: In([...bodyIds]) });
  return event ? ((await complete(h, [event]))[0] ?? null) : null;
}

/** The session's rows, locked until the transaction ends: plan, places and publication change one at a time. */
export async function lockSession(h: Handle, sessionId: string): Promise<SessionRow | null> {
  const event = await findLocked(h, eventRecord, { id: sessionId, kind: 'session' });
  const own = event && (await findLocked(h, sessionRecord, { id: sessionId }));
  return own && rowOf(event, own);
}

/** What visitors may see: published and cancelled sessions, by exam day. */
export const listVisibleSessions = async (h: Handle, noticeIds: readonly string[]): Promise<Session[]> =>
  complete(
    h,
    await findEvents(
      h,
      { noticeId: In([...noticeIds]), state: In(eventStatesThatAre('visible')) },
      { order: { firstDay: 'ASC', id: 'ASC' } },
    ),
  );

/** What else a body runs with rooms of its own, sessions and stages, by id and name. */
export async function runningBeside(
  h: Handle,
  { id, bodyId }: Pick<SessionRow, 'id' | 'bodyId'>,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const events = await h.repo(eventRecord).findBy({ bodyId, id: Not(id), state: 'published' });
  return h.repo(sessionRecord).find({ where: { id: In(events.map((event) => event.id)) }, order: { id: 'ASC' } });
}

/** Every session that runs, with its windows. */
export const listPublishedSessions = async (h: Handle): Promise<Session[]> =>
  complete(h, await findEvents(h, { state: 'published' }, { order: { id: 'ASC' } }));

/** When each of these sessions, its offerings or its windows last changed, in milliseconds by the wall clock. */
export async function changeTimesOf(h: Handle, sessionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await h.repo(eventRecord).find({
    where: { id: In([...sessionIds]) },
    select: { id: true, revision: true },
  });
  return new Map(rows.map(({ id, revision }) => [id, madeAt(revision)]));
}

/** Sessions of these bodies, newest first; `before` is the id of the last one seen. */
export const listSessionsIn = async (
  h: Handle,
  bodyIds: readonly string[],
  page: { before: string | null; limit: number },
): Promise<Session[]> =>
  complete(
    h,
    await findEvents(
      h,
      { bodyId: In([...bodyIds]), ...(page.before !== null && { id: LessThan(page.before) }) },
      { order: { id: 'DESC' }, take: page.limit },
    ),
  );

const findEvents = (
  h: Handle,
  where: FindOptionsWhere<Event>,
  how: Omit<FindManyOptions<Event>, 'where' | 'select'> = {},
): Promise<Event[]> => h.repo(eventRecord).find({ ...how, where: { ...where, kind: 'session' } });

/** Events with all that stands of their session; a stage that has no exam day is left out. */
export async function complete(h: Handle, found: readonly Event[]): Promise<Session[]> {
  if (found.length === 0) return [];
  const ids = In(found.map(({ id }) => id));
  const own = await h.repo(sessionRecord).findBy({ id: ids });
  const events = found.filter((event) => event.kind === 'session' || own.some(({ id }) => id === event.id));
  const offerings = await h.repo(sessionOfferingRecord).find({ where: { sessionId: ids }, order: { position: 'ASC' } });
  const windows = await h.repo(sessionWindowRecord).find({ where: { sessionId: ids }, order: { position: 'ASC' } });
  const papers = await h.repo(sessionPaperRecord).find({ where: { sessionId: ids }, order: { id: 'ASC' } });
  return events.map((event) => ({
    ...rowOf(
      event,
      own.find(({ id }) => id === event.id),
    ),
    offeringCodes: offerings.filter((offering) => offering.sessionId === event.id).map((offering) => offering.code),
    publications: offerings
      .filter((offering) => offering.sessionId === event.id)
      .map((offering) => ({
        offeringCode: offering.code,
        on: offering.resultsPublishedOn,
        windows: offering.resultWindows,
        askedBy: offering.publicationAskedBy,
        askedAt: offering.publicationAskedAt,
        publicityClosedAt: offering.publicityClosedAt,
      })),
    windows: windows
      .filter((window) => window.sessionId === event.id)
      .map(({ kind, opens, closes, source }) => ({ kind, opens, closes, source })),
    paperDays: lastDaysOf(papers.filter((paper) => paper.sessionId === event.id)),
  }));
}

export function rowOf(event: Event, own: Row<typeof sessionRecord> | undefined): SessionRow {
  const { firstDay, lastDay, ...rest } = event;
  if (!own || firstDay === null || lastDay === null) throw new Error(`the session ${event.id} lacks its days`);
  return { ...own, ...rest, examStart: firstDay, examEnd: lastDay };
}

/** The next running number of a body's sessions in a year; call it with the body locked. */
export async function nextSessionNumber(h: Handle, bodyId: string, year: number): Promise<number> {
  const last = await h.repo(sessionRecord).findOne({ where: { bodyId, year }, order: { number: 'DESC' } });
  return (last?.number ?? 0) + 1;
}

export async function addSession(
  h: Handle,
  row: Omit<SessionRow, 'revision' | 'kind'>,
  offeringCodes: readonly string[],
): Promise<void> {
  const { noticeId, noticeVersionId, noticeVersion, state, examStart, examEnd, ...own } = row;
  await addEvent(h, {
    id: own.id,
    kind: 'session',
    bodyId: own.bodyId,
    noticeId,
    noticeVersionId,
    noticeVersion,
    state,
    firstDay: examStart,
    lastDay: examEnd,
  });
  await insert(h, sessionRecord, own);
  await replaceOfferings(h, own.id, offeringCodes);
}

/** Changes what a session and its event say, under a new revision; tells how many there were. */
export async function changeSession(
  h: Handle,
  sessionId: string,
  set: Partial<Omit<SessionRow, 'id' | 'kind' | 'bodyId' | 'noticeId' | 'revision'>>,
): Promise<number> {
  const { noticeVersionId, noticeVersion, state, examStart, examEnd, ...own } = set;
  const ofEvent = given({ noticeVersionId, noticeVersion, state, firstDay: examStart, lastDay: examEnd });
  const changed = await changeEvent(h, sessionId, ofEvent);
  if (Object.keys(own).length > 0) await updateWhere(h, sessionRecord, { id: sessionId }, own);
  return changed;
}

/** What was really named. */
const given = (set: { [K in keyof Event]?: Event[K] | undefined }): Partial<Event> =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));

export async function replaceOfferings(h: Handle, sessionId: string, codes: readonly string[]): Promise<void> {
  const before = await h.repo(sessionOfferingRecord).findBy({ sessionId });
  await h.repo(sessionOfferingRecord).delete({ sessionId });
  await insert(
    h,
    sessionOfferingRecord,
    codes.map((code, position) => {
      const expected = before.find((one) => one.code === code)?.expected ?? null;
      const unpublished = {
        resultsPublishedOn: null,
        resultWindows: null,
        publicationAskedBy: null,
        publicationAskedAt: null,
        publicityClosedAt: null,
      };
      return { id: newId(), sessionId, code, position, expected, ...unpublished };
    }),
  );
  await changeSession(h, sessionId, {});
}

/** Notes what becomes of the publication of an offering; false where its results are published. */
export async function noteOffering(
  h: Handle,
  { sessionId, code }: { readonly sessionId: string; readonly code: string },
  set: Partial<Omit<Row<typeof sessionOfferingRecord>, 'id' | 'sessionId' | 'code' | 'position'>>,
): Promise<boolean> {
  const open = { sessionId, code, resultsPublishedOn: IsNull() };
  if ((await updateWhere(h, sessionOfferingRecord, open, set)) !== 1) return false;
  await changeSession(h, sessionId, {});
  return true;
}

/** Closes the publicity of an offering; false where it is closed. */
export async function closePublicity(
  h: Handle,
  { sessionId, code }: { readonly sessionId: string; readonly code: string },
  nowMs: number,
): Promise<boolean> {
  const open = { sessionId, code, publicityClosedAt: IsNull() };
  if ((await updateWhere(h, sessionOfferingRecord, open, { publicityClosedAt: nowMs })) !== 1) return false;
  await changeSession(h, sessionId, {});
  return true;
}

/** Puts these windows in the place of those stored. */
export async function replaceWindows(h: Handle, sessionId: string, windows: readonly StoredWindow[]): Promise<void> {
  await h.repo(sessionWindowRecord).delete({ sessionId });
  if (windows.length > 0)
    await insert(
      h,
      sessionWindowRecord,
      windows.map(({ kind, opens, closes, source }, position) => {
        return { id: newId(), sessionId, position, kind, opens, closes, source };
      }),
    );
  await changeSession(h, sessionId, {});
}

/** Takes away a session nobody has seen, with all that hangs on it; 0 when it is not planned any more. */
export const deletePlanned = async (h: Handle, sessionId: string): Promise<number> =>
  (await h.repo(eventRecord).delete({ id: sessionId, kind: 'session', state: 'planned' })).affected ?? 0;
