import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Count, Id, Instant, line, prose } from './fields';
import { DOOR_CONFLICTS, OFFICERS, Slot } from './invigilation';

const RoomParams = z.strictObject({ id: Id, roomId: Id });
const Sheets = z.int().check(z.gte(0), z.lte(9999));

/** What was done to the record of a room: signed, opened again, keyed from paper, what was keyed taken back, or its attendance taken from the marks. */
export const ROOM_STEPS = ['closed', 'reopened', 'paper', 'paper-undone', 'inferred'] as const;
export type RoomStep = (typeof ROOM_STEPS)[number];

/** The record of a room in one hour (考场记录): what is known of it, its papers, and whether it is closed. */
export const RoomRecordView = z.object({
  expected: Count,
  /** As the door knows. */
  present: Count,
  absent: Count,
  /** Of whom the door knows nothing, and the marks alone say that they came, or did not. */
  inferred: z.object({ present: Count, absent: Count }),
  /** Neither came nor absent: the room cannot be closed yet. */
  open: Count,
  warnings: Count,
  breaches: Count,
  impostors: Count,
  incidents: Count,
  conflicts: Count,
  papers: z.nullable(
    z.object({
      taken: Count,
      returned: Count,
      blank: Count,
      sealNumber: z.string(),
      countedBy: z.string(),
      countedAt: Instant,
      secondBy: z.nullable(z.string()),
      secondAt: z.nullable(Instant),
      /** Whoever counted does not sign a second time. */
      mayCountersign: z.boolean(),
    }),
  ),
  closedBy: z.nullable(z.string()),
  closedAt: z.nullable(Instant),
  /** Nobody is absent before this moment, and no room on duty is closed before that one. */
  absentFrom: Instant,
  closesFrom: Instant,
  /** The oldest first; a reason where an officer took the step. */
  steps: z.array(z.object({ kind: z.enum(ROOM_STEPS), at: Instant, by: z.string(), reason: z.nullable(z.string()) })),
});
export type RoomRecordView = z.output<typeof RoomRecordView>;

export const getRoomRecord = endpoint({
  name: 'getRoomRecord',
  method: 'GET',
  path: '/duties/:id/rooms/:roomId/record',
  who: 'signed-in',
  params: RoomParams,
  reply: RoomRecordView,
  refusals: ['duty-locked'],
});

/** Counts the papers that went into a room and came out, and the seal; counted anew, the second signature falls. */
export const countPapers = endpoint({
  name: 'countPapers',
  method: 'PUT',
  path: '/duties/:id/rooms/:roomId/papers',
  who: 'signed-in',
  params: RoomParams,
  body: z.strictObject({ taken: Sheets, returned: Sheets, blank: Sheets, sealNumber: line(40) }),
  reply: RoomRecordView,
  refusals: ['duty-locked', 'papers-differ', 'wrong-state'],
});

/** The second signature under the count of papers, by another account on duty in the room. */
export const countersignPapers = endpoint({
  name: 'countersignPapers',
  method: 'POST',
  path: '/duties/:id/rooms/:roomId/papers/signature',
  who: 'signed-in',
  params: RoomParams,
  reply: RoomRecordView,
  refusals: ['duty-locked', 'second-person-needed', 'wrong-state'],
});

/** Signs the record and closes the room, once its papers are over: what a phone records afterwards is for the officer to decide. */
export const closeRoom = endpoint({
  name: 'closeRoom',
  method: 'POST',
  path: '/duties/:id/rooms/:roomId/closing',
  who: 'signed-in',
  params: RoomParams,
  reply: RoomRecordView,
  refusals: ['duty-locked', 'too-early', 'room-not-accounted', 'second-person-needed', 'wrong-state'],
});

/** The same for the officers of the body, with whom the door knows nothing of. */
export const RoomOfStaffView = z.object({
  ...RoomRecordView.shape,
  siteName: z.string(),
  roomName: z.string(),
  /** What the last paper list keyed at the desk noted and still stands. */
  keyed: z.nullable(z.object({ at: Instant, people: Count })),
  /** Seats that nobody scanned, keyed or noted: still open, or as the marks say. */
  unnoted: z.array(
    z.object({ sittingId: Id, seat: Count, name: z.string(), state: z.enum(['planned', 'present', 'absent']) }),
  ),
});
export type RoomOfStaffView = z.output<typeof RoomOfStaffView>;

export const getRoomOfStaff = endpoint({
  name: 'getRoomOfStaff',
  method: 'GET',
  path: '/staff/sessions/:id/rooms/:roomId/record',
  who: OFFICERS,
  params: RoomParams,
  query: z.strictObject({ slot: Slot }),
  reply: RoomOfStaffView,
  refusals: [],
});

/**
 * An officer takes a step with a reason: opens a signed record again, before results are out (`reopened`); closes a room, also early where all have handed in, or
 * after its duty (`closed`); takes back what the last paper list keyed at the desk noted, before marks are in (`paper-undone`); lets what the marks say stand for who came (`inferred`).
 */
export const decideRoom = endpoint({
  name: 'decideRoom',
  method: 'POST',
  path: '/staff/sessions/:id/rooms/:roomId/steps',
  who: OFFICERS,
  params: RoomParams,
  body: z.strictObject({
    slot: Slot,
    kind: z.enum(['closed', 'reopened', 'paper-undone', 'inferred']),
    reason: prose(200),
  }),
  reply: RoomOfStaffView,
  refusals: ['too-early', 'room-not-accounted', 'second-person-needed', 'wrong-state'],
});

/** Keys the signed paper list of a room at the desk: everybody came but these seats; the reply names those where it does not agree with what stands. */
export const keyPaper = endpoint({
  name: 'keyPaper',
  method: 'POST',
  path: '/staff/sessions/:id/rooms/:roomId/paper',
  who: OFFICERS,
  params: RoomParams,
  body: z.strictObject({
    slot: Slot,
    absentSeats: z.array(z.int().check(z.gte(1), z.lte(9999))).check(z.maxLength(1000)),
  }),
  reply: z.object({
    noted: Count,
    differing: z.array(z.object({ seat: Count, name: z.nullable(z.string()), reason: z.enum(DOOR_CONFLICTS) })),
  }),
  refusals: ['too-early', 'wrong-state'],
});
