import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Count, Id, Instant, line } from './fields';

const RoomParams = z.strictObject({ id: Id, roomId: Id });
const Sheets = z.int().check(z.gte(0), z.lte(9999));

/** The record of a room in one hour (考场记录): what is known of it, its papers, and whether it is closed. */
export const RoomRecordView = z.object({
  expected: Count,
  present: Count,
  absent: Count,
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

/** Signs the record and closes the room: what a phone records afterwards is for the officer to decide. */
export const closeRoom = endpoint({
  name: 'closeRoom',
  method: 'POST',
  path: '/duties/:id/rooms/:roomId/closing',
  who: 'signed-in',
  params: RoomParams,
  reply: RoomRecordView,
  refusals: ['duty-locked', 'room-not-accounted', 'second-person-needed', 'wrong-state'],
});
