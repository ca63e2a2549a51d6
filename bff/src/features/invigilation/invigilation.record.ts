import type { DoorConflict, DoorDecision, RoomStep } from '@jikaotong/shared/contract';
import type { AttendanceWay, CheckInWay, DoorActKind } from '@jikaotong/shared/rules/door';
import type { SendOutcome } from '@jikaotong/shared/rules/sending';
import { wordsIn } from '../../platform/crypto';
import {
  type Row,
  day,
  encrypted,
  id,
  instant,
  int,
  json,
  nullable,
  record,
  ref,
  sealedText,
  text,
  word,
} from '../../platform/db';

/**
 * Somebody watches over rooms in one hour of a session: a member of the staff, or a helper who came in by a one-time link
 * bound to a number. Nothing else of the body is open to a helper, and nothing at all once it is revoked.
 */
export const dutyRecord = record(
  'duty',
  {
    id: id(),
    bodyId: ref(),
    sessionId: ref(),
    day: day(),
    slot: text(16),
    roomIds: json<readonly string[]>(),
    kind: word<'staff' | 'helper'>(),
    /** What the officer calls them; of a helper as typed. */
    name: text(60),
    /** Null: a helper who has not opened the link yet. */
    accountId: nullable(ref()),
    phone: nullable(encrypted()),
    phoneIndex: nullable(text(64)),
    linkHash: nullable(text(64)),
    state: word<'open' | 'revoked'>(),
    /** The key of its list's marks, sealed; each duty has its own. */
    markKey: encrypted(),
    listFetchedAt: nullable(instant()),
    heardAt: nullable(instant()),
    /** So many acts still stood on the phone when it was heard last. */
    waiting: nullable(int()),
    assignedBy: ref(),
    assignedAt: instant(),
    revokedAt: nullable(instant()),
  },
  {
    unique: { uq_duty_link: ['linkHash'] },
    index: { ix_duty_session: ['sessionId', 'slot'], ix_duty_account: ['accountId', 'day'] },
    foreign: { fk_duty_session: { column: 'sessionId', references: 'session', onDelete: 'CASCADE' } },
  },
);
export type Duty = Row<typeof dutyRecord>;

/**
 * That somebody came to a sitting, or did not, as the door knows it. `liveKey` is the sitting while it stands and null once
 * it was undone: one that stands a sitting.
 */
export const attendanceRecord = record(
  'attendance',
  {
    id: id(),
    sessionId: ref(),
    participantId: ref(),
    sittingId: ref(),
    liveKey: nullable(ref()),
    state: word<'present' | 'absent'>(),
    way: word<AttendanceWay>(),
    at: instant(),
    dutyId: nullable(ref()),
    byAccountId: ref(),
    endedAt: nullable(instant()),
    endedBy: nullable(ref()),
    endReason: nullable(sealedText(200)),
  },
  {
    unique: { uq_attendance_live: ['liveKey'] },
    index: { ix_attendance_participant: ['participantId', 'id'], ix_attendance_sitting: ['sittingId', 'id'] },
    foreign: { fk_attendance_participant: { column: 'participantId', references: 'participant', onDelete: 'CASCADE' } },
  },
);
export type Attendance = Row<typeof attendanceRecord>;

/** Why what stood stands no more. */
export const endWords = wordsIn<'endReason'>('attendance');

/**
 * A candidate says that what the door noted is not so. `openKey` is the sitting while nobody has decided: one at a time.
 */
export const objectionRecord = record(
  'attendance_objection',
  {
    id: id(),
    bodyId: ref(),
    sessionId: ref(),
    slot: text(16),
    participantId: ref(),
    sittingId: ref(),
    openKey: nullable(ref()),
    words: encrypted(),
    askedAt: instant(),
    decidedAs: nullable(word<Decision>()),
    decidedBy: nullable(ref()),
    decidedAt: nullable(instant()),
    decision: nullable(sealedText(200)),
  },
  {
    unique: { uq_attendance_objection: ['openKey'] },
    index: {
      ix_attendance_objection: ['sessionId', 'slot'],
      ix_attendance_objection_of: ['participantId', 'id'],
    },
    foreign: {
      fk_attendance_objection: { column: 'participantId', references: 'participant', onDelete: 'CASCADE' },
    },
  },
);
export type Objection = Row<typeof objectionRecord>;

/** What was decided of an objection, in words. */
export const objectionDecision = wordsIn<'decision'>('attendance_objection');

/** The record of a room in one hour: its papers, counted and signed for by two, and who closed it. */
export const roomRecordRecord = record(
  'room_record',
  {
    id: id(),
    bodyId: ref(),
    sessionId: ref(),
    roomId: ref(),
    slot: text(16),
    taken: nullable(int()),
    returned: nullable(int()),
    blank: nullable(int()),
    sealNumber: nullable(text(40)),
    countedBy: nullable(ref()),
    countedDutyId: nullable(ref()),
    countedAt: nullable(instant()),
    secondBy: nullable(ref()),
    secondDutyId: nullable(ref()),
    secondAt: nullable(instant()),
    closedBy: nullable(ref()),
    closedDutyId: nullable(ref()),
    closedAt: nullable(instant()),
  },
  {
    unique: { uq_room_record: ['roomId', 'slot'] },
    index: { ix_room_record_session: ['sessionId', 'slot'] },
    foreign: { fk_room_record_room: { column: 'roomId', references: 'session_room', onDelete: 'CASCADE' } },
  },
);
export type RoomRecord = Row<typeof roomRecordRecord>;

/** What was done to the record of a room, in its order; never changed. Of an officer it has a reason, of a duty none. */
export const roomStepRecord = record(
  'room_step',
  {
    id: id(),
    sessionId: ref(),
    roomId: ref(),
    slot: text(16),
    kind: word<RoomStep>(),
    at: instant(),
    dutyId: nullable(ref()),
    byAccountId: ref(),
    reason: nullable(sealedText(200)),
  },
  {
    index: { ix_room_step_room: ['roomId', 'slot'], ix_room_step_session: ['sessionId', 'kind'] },
    foreign: { fk_room_step_room: { column: 'roomId', references: 'session_room', onDelete: 'CASCADE' } },
  },
);
export type StoredRoomStep = Row<typeof roomStepRecord>;

/** Why an officer took a step. */
export const stepReason = wordsIn<'reason'>('room_step');

/** What an officer decides: how somebody stands from now on. */
export type Decision = 'present' | 'absent' | 'as-it-stands';

/** What a phone on duty recorded, or a paper list keyed at the desk (of no duty), as it came, with what became of it; only a decision is added later. */
export const doorActRecord = record(
  'door_act',
  {
    id: id(),
    bodyId: ref(),
    sessionId: ref(),
    dutyId: nullable(ref()),
    nonce: text(48),
    slot: text(16),
    kind: word<DoorActKind | 'unreadable'>(),
    way: nullable(word<CheckInWay>()),
    roomId: nullable(ref()),
    sittingId: nullable(ref()),
    participantId: nullable(ref()),
    /** The code of the printed breach. */
    item: nullable(text(64)),
    words: nullable(encrypted()),
    witness: nullable(encrypted()),
    pictureFileId: nullable(ref()),
    /** Set right by the clock of the server. */
    at: instant(),
    receivedAt: instant(),
    byAccountId: ref(),
    outcome: word<SendOutcome>(),
    reason: nullable(word<DoorConflict>()),
    decidedAs: nullable(word<Decision>()),
    decidedBy: nullable(ref()),
    decidedAt: nullable(instant()),
    decision: nullable(sealedText(200)),
    /** What became of a breach, by whom and why. */
    penalty: nullable(word<DoorDecision>()),
    penaltyBy: nullable(ref()),
    penaltyAt: nullable(instant()),
    penaltyReason: nullable(encrypted()),
    /** The case that follows it up. */
    breachId: nullable(ref()),
  },
  {
    unique: { uq_door_act_nonce: ['dutyId', 'nonce'] },
    index: {
      ix_door_act_session: ['sessionId', 'slot', 'outcome'],
      ix_door_act_sitting: ['sittingId', 'kind'],
      ix_door_act_participant: ['participantId'],
    },
    foreign: { fk_door_act_duty: { column: 'dutyId', references: 'duty', onDelete: 'CASCADE' } },
  },
);
export type StoredAct = Row<typeof doorActRecord>;

/** What was decided of an act, in words. */
export const actDecision = wordsIn<'decision'>('door_act');
