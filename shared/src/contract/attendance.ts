import * as z from 'zod/mini';
import { ATTENDANCE_WAYS, CHECK_IN_WAYS } from '../rules/door';
import { endpoint } from './endpoint';
import { Count, Day, Done, Id, IdParams, Instant, SubjectName, Time, prose } from './fields';
import { OFFICERS } from './invigilation';

const State = z.enum(['present', 'absent']);

/** Corrects by hand whether somebody came, with a reason. */
export const setAttendance = endpoint({
  name: 'setAttendance',
  method: 'POST',
  path: '/staff/sittings/:id/attendance',
  who: OFFICERS,
  params: IdParams,
  body: z.strictObject({ as: State, reason: prose(200) }),
  reply: Done,
  refusals: ['wrong-state', 'too-early'],
});

export const AttendanceView = z.object({
  /** Where somebody who disagrees goes: to the officer while it can be changed; then to a score review, while one may be asked for, or of a stage whose ranks are out to a protest. */
  objection: z.enum(['open', 'review', 'closed', 'protest']),
  /** Whose protest it would be. */
  entryId: z.optional(Id),
  items: z.array(
    z.object({
      subject: SubjectName,
      day: Day,
      startsAt: Time,
      state: State,
      at: Instant,
      way: z.enum(ATTENDANCE_WAYS),
      /** The candidate said that it is not so, and nobody has decided yet. */
      objected: z.boolean(),
    }),
  ),
});
export type AttendanceView = z.output<typeof AttendanceView>;

/** What the doors noted of a candidate, for the candidate, or of a stage for its entrant (`id` as of the ticket): empty before anything was. */
export const getAttendance = endpoint({
  name: 'getAttendance',
  method: 'GET',
  path: '/applications/:id/attendance',
  who: 'signed-in',
  params: IdParams,
  reply: AttendanceView,
  refusals: [],
});

/** The same for the staff of the body that the application went to, with what only the marks tell. */
export const getAttendanceOf = endpoint({
  name: 'getAttendanceOf',
  method: 'GET',
  path: '/staff/applications/:id/attendance',
  who: ['reviewer', 'finance', 'exam-officer', 'administrator'],
  params: IdParams,
  reply: z.object({
    ...AttendanceView.shape,
    presumed: z.array(z.object({ subject: SubjectName, day: Day, startsAt: Time, state: State })),
  }),
  refusals: [],
});

/** The candidate or entrant says that a note of the door is not so; an exam officer decides. Once the result is out, it is a matter of the mark. */
export const objectToAttendance = endpoint({
  name: 'objectToAttendance',
  method: 'POST',
  path: '/applications/:id/attendance/objections',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({ subject: SubjectName, words: prose(300) }),
  reply: AttendanceView,
  refusals: ['wrong-state'],
});

/** Seats of which two facts say differently whether somebody came: neither changes the other, and their results wait. */
export const DifferingView = z.object({
  items: z.array(
    z.object({
      sittingId: Id,
      slot: z.string(),
      siteName: z.string(),
      roomName: z.string(),
      seat: Count,
      subject: SubjectName,
      name: z.string(),
      ticketNumber: z.nullable(z.string()),
      /** How they stand now; null: nobody has said yet. */
      standing: z.nullable(State),
      /** What the door knows, and by which way. */
      door: z.nullable(z.object({ state: State, way: z.enum(ATTENDANCE_WAYS), at: Instant })),
      /** What the mark that counts says. */
      marks: z.nullable(State),
      /** What was recorded or said otherwise and waits for an officer (`decideDoorAct`); null: the door stands against the mark. */
      said: z.nullable(
        z.object({
          id: Id,
          kind: z.enum(['check-in', 'undo', 'paper', 'objection']),
          way: z.nullable(z.enum(CHECK_IN_WAYS)),
          at: Instant,
        }),
      ),
      /** It came after the results, which a score review alone corrects. */
      published: z.boolean(),
    }),
  ),
});
export type DifferingView = z.output<typeof DifferingView>;

/** Those of a session, by room and seat. */
export const listDiffering = endpoint({
  name: 'listDiffering',
  method: 'GET',
  path: '/staff/sessions/:id/differing-attendance',
  who: ['exam-officer', 'score-officer', 'publisher', 'administrator'],
  params: IdParams,
  reply: DifferingView,
  refusals: [],
});
