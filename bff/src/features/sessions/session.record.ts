import type { Clause } from '@jikaotong/shared/kernel';
import type { SubjectCode, WindowKind } from '@jikaotong/shared/notice';
import type { RoomKind } from '@jikaotong/shared/rules/planning';
import type { StoredWindow } from './stored-window';
import { bool, day, id, instant, int, json, nullable, record, ref, text, word } from '../../platform/db';

const ofSession = (name: string) =>
  ({ [name]: { column: 'sessionId', references: 'session', onDelete: 'CASCADE' } }) as const;

/** What only a session has; the rest of it is its event (see event.record.ts). */
export const sessionRecord = record(
  'session',
  {
    id: id(),
    /** The event's, for the running number to be unique in it. */
    bodyId: ref(),
    name: text(60),
    /** The year of the exam and the body's running number in it, for ticket numbers. */
    year: int(),
    number: int(),
    applicationOpens: nullable(day()),
    applicationCloses: nullable(day()),
    paymentOpens: nullable(day()),
    paymentCloses: nullable(day()),
    /** The other count of days that the notice prints for results; null: the usual one. */
    resultsWithin: nullable(int()),
    /** Seats are given: papers stay as they are, rooms only grow. */
    placesFrozen: bool(),
    windowsConfirmedAt: nullable(instant()),
    /** The announced years the windows were computed with, such as `2024-2026`. */
    calendarYears: nullable(text(40)),
    publishedAt: nullable(instant()),
    /** The day the first results were published; each offering has its own. */
    resultsPublishedOn: nullable(day()),
    createdAt: instant(),
  },
  {
    published: true,
    unique: { uq_session_number: ['bodyId', 'year', 'number'] },
    foreign: { fk_session_event: { column: 'id', references: 'event', onDelete: 'CASCADE' } },
  },
);

export const sessionOfferingRecord = record(
  'session_offering',
  {
    id: id(),
    sessionId: ref(),
    code: text(64),
    position: int(),
    /** How many people are expected; null while nobody has said. */
    expected: nullable(int()),
    /** The day its results were published. */
    resultsPublishedOn: nullable(day()),
    /** The windows that hang on that day, once results of the session were published offering by offering; null: the session's. */
    resultWindows: nullable(json<readonly StoredWindow[]>()),
    /** Who asked for its publication, where a second person has to agree. */
    publicationAskedBy: nullable(ref()),
    publicationAskedAt: nullable(instant()),
    /** When the job closed its publicity, the last day being over. */
    publicityClosedAt: nullable(instant()),
  },
  {
    published: true,
    unique: { uq_session_offering: ['sessionId', 'code'] },
    foreign: ofSession('fk_session_offering'),
  },
);

export const sessionSiteRecord = record(
  'session_site',
  { id: id(), sessionId: ref(), position: int(), name: text(60), address: text(120) },
  { published: true, unique: { uq_session_site: ['sessionId', 'name'] }, foreign: ofSession('fk_session_site') },
);

export const sessionRoomRecord = record(
  'session_room',
  {
    id: id(),
    sessionId: ref(),
    siteId: ref(),
    position: int(),
    name: text(40),
    seats: int(),
    /** Seats in a row; null: all in one. */
    perRow: nullable(int()),
    /** Null: desks. */
    kind: nullable(word<RoomKind>()),
    /** Seats kept back for who needs one that is reached without a step. */
    accessible: nullable(json<readonly number[]>()),
  },
  { published: true, unique: { uq_session_room: ['siteId', 'name'] }, foreign: ofSession('fk_session_room') },
);

/** One shift of a subject of an offering: when and where it is examined. */
export const sessionPaperRecord = record(
  'session_paper',
  {
    id: id(),
    sessionId: ref(),
    offeringCode: text(64),
    subject: word<SubjectCode>(),
    day: day(),
    startsAt: text(5),
    endsAt: text(5),
    siteId: ref(),
    /** Null: in rooms of any kind. */
    kind: nullable(word<RoomKind>()),
    /** Null: one. */
    rounds: nullable(int()),
    overflowSiteId: nullable(ref()),
  },
  {
    published: true,
    unique: { uq_session_shift: ['sessionId', 'offeringCode', 'subject', 'day', 'startsAt', 'siteId'] },
    foreign: ofSession('fk_session_paper'),
  },
);

/** A confirmed window; it changes by a dated act only (publication of the results). */
export const sessionWindowRecord = record(
  'session_window',
  {
    id: id(),
    sessionId: ref(),
    position: int(),
    kind: word<WindowKind>(),
    opens: nullable(day()),
    closes: nullable(day()),
    source: json<Clause>(),
  },
  { published: true, unique: { uq_session_window: ['sessionId', 'kind'] }, foreign: ofSession('fk_session_window') },
);

/** What staff took as true when they confirmed the windows. */
export const sessionAssumptionRecord = record(
  'session_assumption',
  { id: id(), sessionId: ref(), path: text(200), accountId: ref(), confirmedAt: instant() },
  { unique: { uq_session_assumption: ['sessionId', 'path'] }, foreign: ofSession('fk_session_assumption') },
);
