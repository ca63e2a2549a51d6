import * as z from 'zod/mini';
import { ATTENDANCE_WAYS } from '../rules/door';
import { endpoint } from './endpoint';
import { Day, Done, IdParams, Instant, SubjectName, Time, prose } from './fields';
import { OFFICERS } from './invigilation';

/** Corrects by hand whether somebody came, with a reason. */
export const setAttendance = endpoint({
  name: 'setAttendance',
  method: 'POST',
  path: '/staff/sittings/:id/attendance',
  who: OFFICERS,
  params: IdParams,
  body: z.strictObject({ as: z.enum(['present', 'absent']), reason: prose(200) }),
  reply: Done,
  refusals: ['wrong-state', 'too-early'],
});

export const AttendanceView = z.object({
  items: z.array(
    z.object({
      subject: SubjectName,
      day: Day,
      startsAt: Time,
      state: z.enum(['present', 'absent']),
      at: Instant,
      way: z.enum(ATTENDANCE_WAYS),
      /** The candidate said that it is not so, and nobody has decided yet. */
      objected: z.boolean(),
    }),
  ),
});
export type AttendanceView = z.output<typeof AttendanceView>;

/** What the doors noted of a candidate, for the candidate: empty before anything was. */
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
    presumed: z.array(
      z.object({ subject: SubjectName, day: Day, startsAt: Time, state: z.enum(['present', 'absent']) }),
    ),
  }),
  refusals: [],
});

/** The candidate says that a note of the door is not so; an exam officer decides. */
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
