import * as z from 'zod/mini';
import { DocumentTypeSchema } from '../notice';
import { ATTENDANCE_WAYS, CHECK_IN_WAYS } from '../rules/door';
import { SEND_OUTCOMES } from '../rules/sending';
import { IncidentView } from './breaches';
import { endpoint } from './endpoint';
import { Count, Day, Done, Id, IdParams, Instant, PersonName, Phone, SubjectName, Time, line, prose } from './fields';

/** The papers that run at one time in a room, by the name that seating gave them. */
export const Slot = line(16);
const Seat = z.int().check(z.gte(1), z.lte(9999));
/** Made on the phone; nobody else's and never again. */
const Nonce = z.string().check(z.regex(/^[0-9A-Za-z-]{8,40}$/));
/** Milliseconds of a clock that may be set to anything. */
const PhoneClock = z.int().check(z.gte(0), z.lte(8_640_000_000_000_000));

const Room = z.object({ roomId: Id, siteName: z.string(), roomName: z.string() });

/** One duty as the exam officer sees it. */
const DutyOfStaff = z.object({
  id: Id,
  slot: z.string(),
  roomIds: z.array(Id),
  name: z.string(),
  kind: z.enum(['staff', 'helper']),
  /** Of a helper, who comes in by a link and this number. */
  phoneMasked: z.nullable(z.string()),
  state: z.enum(['open', 'revoked']),
  /** Somebody of the staff, or a helper who opened the link. */
  joined: z.boolean(),
  listFetchedAt: z.nullable(Instant),
  heardAt: z.nullable(Instant),
  /** So many acts still stood on the phone when it was heard last. */
  waiting: z.nullable(Count),
});

/** Hours and rooms of a session that people sit in, and who is on duty there. */
export const DutyPlanView = z.object({
  hours: z.array(
    z.object({
      slot: z.string(),
      day: Day,
      startsAt: Time,
      endsAt: Time,
      rooms: z.array(z.object({ ...Room.shape, expected: Count })),
    }),
  ),
  duties: z.array(DutyOfStaff),
  /** Members of the staff who may be given a duty. */
  invigilators: z.array(z.object({ accountId: Id, name: z.string() })),
});
export type DutyPlanView = z.output<typeof DutyPlanView>;

/** Who gives duties and decides what the doors cannot. */
export const OFFICERS = ['exam-officer', 'administrator'] as const;

export const getDutyPlan = endpoint({
  name: 'getDutyPlan',
  method: 'GET',
  path: '/staff/sessions/:id/duties',
  who: OFFICERS,
  params: IdParams,
  reply: DutyPlanView,
  refusals: [],
});

/** The one-time link of a helper is in the reply only, and in no repeated one. */
const Assigned = z.object({ dutyId: Id, linkPath: z.nullable(z.string()) });

/**
 * Gives rooms of an hour to an invigilator of the staff, or to a helper by a one-time link bound to a number. `replaces`:
 * a duty that ends with it, on the very morning too.
 */
export const assignDuty = endpoint({
  name: 'assignDuty',
  method: 'POST',
  path: '/staff/sessions/:id/duties',
  who: OFFICERS,
  params: IdParams,
  body: z.strictObject({
    slot: Slot,
    roomIds: z.array(Id).check(z.minLength(1), z.maxLength(200)),
    who: z.union([z.strictObject({ accountId: Id }), z.strictObject({ name: PersonName, phone: Phone })]),
    replaces: z.optional(Id),
  }),
  reply: Assigned,
  refusals: ['too-late', 'wrong-state', 'not-an-invigilator'],
});

/** A fresh link for a helper who lost the first one or whose phone is another now; the one before opens nothing any more. */
export const renewDutyLink = endpoint({
  name: 'renewDutyLink',
  method: 'POST',
  path: '/staff/duties/:id/links',
  who: OFFICERS,
  params: IdParams,
  reply: Assigned,
  refusals: ['too-late', 'wrong-state'],
});

/** Ends a duty at once: its phone gets no list any more and is told to erase the one it has. */
export const revokeDuty = endpoint({
  name: 'revokeDuty',
  method: 'DELETE',
  path: '/staff/duties/:id',
  who: OFFICERS,
  params: IdParams,
  reply: Done,
  refusals: ['wrong-state'],
});

export const DutyView = z.object({
  id: Id,
  bodyName: z.string(),
  sessionName: z.string(),
  /** Of a stage of a competition. */
  ofStage: z.optional(z.literal(true)),
  day: Day,
  startsAt: Time,
  endsAt: Time,
  rooms: z.array(Room),
  /** By the clock of the server: before and after, its names stay locked. */
  opensAt: Instant,
  closesAt: Instant,
});
export type DutyView = z.output<typeof DutyView>;

/** One's own duties, today's and those to come. */
export const listMyDuties = endpoint({
  name: 'listMyDuties',
  method: 'GET',
  path: '/me/duties',
  who: 'signed-in',
  reply: z.object({ items: z.array(DutyView), now: Instant }),
  refusals: [],
});

/** What an invigilator should know of a candidate at the door. */
const DOOR_NOTES = ['case-open', 'photo-erased', 'no-photo'] as const;
export type DoorNote = (typeof DOOR_NOTES)[number];

export const Standing = z.object({
  sittingId: Id,
  state: z.enum(['present', 'absent']),
  atMs: Instant,
  /** A phone may still keep a list that says nothing of it. */
  way: z.optional(z.enum(ATTENDANCE_WAYS)),
});

export const DutyListView = z.object({
  duty: DutyView,
  bodyId: Id,
  day: Day,
  slot: z.string(),
  startsAt: Time,
  graceMinutes: Count,
  /** Nothing printed or set says how long: it is assumed. */
  graceIsAssumed: z.boolean(),
  markKey: z.string(),
  /** For what a phone keeps of this list, so that nothing can be read once the key is forgotten with the duty. */
  keptKey: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  guests: z.array(
    z.object({
      sittingId: Id,
      roomId: Id,
      seat: Count,
      subject: SubjectName,
      startsAt: Time,
      name: z.string(),
      ticketNumber: z.nullable(z.string()),
      mark: z.nullable(z.string()),
      offering: z.string(),
      documentType: DocumentTypeSchema,
      documentTail: z.string(),
      /** Whatever of these the candidate shows is accepted, as printed for their origin. */
      documents: z.array(DocumentTypeSchema),
      notes: z.array(z.enum(DOOR_NOTES)),
    }),
  ),
  places: z.array(z.object({ day: Day, startsAt: Time, slot: z.string(), siteName: z.string(), roomName: z.string() })),
  elsewhere: z.record(z.string(), z.array(Count)),
  revoked: z.array(z.string()),
  /** The printed breaches of conduct, by weight. */
  items: z.array(
    z.object({ code: z.string(), tier: Count, text: z.string(), afterWarning: z.boolean(), clause: z.string() }),
  ),
  told: z.array(Standing),
  /** Business time when it was made. */
  now: Instant,
});
export type DutyListView = z.output<typeof DutyListView>;

/** The list of an own duty; refused with its hours while it is locked. */
export const getDutyList = endpoint({
  name: 'getDutyList',
  method: 'GET',
  path: '/duties/:id/list',
  who: 'signed-in',
  params: IdParams,
  reply: DutyListView,
  refusals: ['duty-locked'],
});

/** Small copies of the photos of the own rooms, drawn anew, in base64; some at a time. */
export const getDutyPhotos = endpoint({
  name: 'getDutyPhotos',
  method: 'GET',
  path: '/duties/:id/photos',
  who: 'signed-in',
  params: IdParams,
  query: z.strictObject({ after: z.optional(Id) }),
  reply: z.object({ items: z.array(z.object({ sittingId: Id, jpeg: z.string() })), next: z.nullable(Id) }),
  refusals: ['duty-locked'],
});

const act = { nonce: Nonce, atMs: PhoneClock };
/** A small JPEG in base64. */
const Picture = z.nullable(z.string().check(z.maxLength(400_000), z.regex(/^[A-Za-z0-9+/]+={0,2}$/)));

export const DoorActSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...act, kind: z.literal('check-in'), sittingId: Id, way: z.enum(['scan', 'name']) }),
  z.strictObject({ ...act, kind: z.literal('undo'), sittingId: Id, words: prose(200) }),
  z.strictObject({
    ...act,
    kind: z.literal('paper'),
    roomId: Id,
    absentSeats: z.array(Seat).check(z.maxLength(1000)),
  }),
  ...(['warning', 'breach'] as const).map((kind) =>
    z.strictObject({
      ...act,
      kind: z.literal(kind),
      sittingId: Id,
      item: line(64),
      witness: line(60, 0),
      words: prose(500, 0),
    }),
  ),
  z.strictObject({
    ...act,
    kind: z.literal('impostor'),
    roomId: Id,
    sittingId: z.nullable(Id),
    words: prose(500),
    picture: Picture,
  }),
  z.strictObject({ ...act, kind: z.literal('incident'), roomId: Id, words: prose(500), picture: Picture }),
]);

/** What a phone sends that is no act as we know them, such as of an older version: kept as it came, for an officer. */
export const UnreadableAct = z.looseObject({ nonce: Nonce });
const Sent = z.union([DoorActSchema, UnreadableAct]);

/**
 * Sends what a phone recorded, the oldest first. `sentAtMs` is its own clock now, by which the moments are set right. Each
 * act is taken once, however often it comes, and one that cannot be read keeps none of the others; the reply says what became of each, and who is in by now.
 */
export const sendDoorActs = endpoint({
  name: 'sendDoorActs',
  method: 'POST',
  path: '/duties/:id/acts',
  who: 'signed-in',
  maxBytes: 600_000,
  params: IdParams,
  body: z.strictObject({
    sentAtMs: PhoneClock,
    /** How many acts stand on the phone beside these. */
    waiting: Count,
    /** When the list on the phone was made, by the clock of the server. */
    listAt: z.optional(Instant),
    acts: z.array(Sent).check(z.maxLength(50)),
  }),
  reply: z.object({
    answers: z.array(z.object({ nonce: z.string(), outcome: z.enum(SEND_OUTCOMES) })),
    told: z.array(Standing),
    /** False: the duty was taken away, and its list is to be erased. */
    isOpen: z.boolean(),
    now: Instant,
  }),
  refusals: [],
});

/** Why an act did not count by itself. */
export const DOOR_CONFLICTS = [
  'already-in',
  'not-in',
  'too-late',
  'scanned-and-absent',
  'absent-too-early',
  'no-such-seat',
  'not-of-this-duty',
  'not-warned',
  'room-closed',
  'marked',
  'unreadable',
  // the candidate says otherwise
  'objected',
] as const;
export type DoorConflict = (typeof DOOR_CONFLICTS)[number];

/** A session's doors in one hour: who is in, what somebody has to decide, and what happened. */
export const DoorCountsView = z.object({
  graceEndsAt: Instant,
  graceMinutes: Count,
  graceIsAssumed: z.boolean(),
  rooms: z.array(
    z.object({
      ...Room.shape,
      expected: Count,
      /** As the door knows; of the others the marks alone may say it. */
      present: Count,
      absent: Count,
      inferred: z.object({
        present: Count,
        absent: Count,
        /** An officer lets it stand. */
        settled: z.boolean(),
      }),
      /** Who is on duty there; nobody is said so. */
      invigilators: z.array(z.string()),
      /** When a phone on duty there was heard last, and how many acts it still kept. */
      heardAt: z.nullable(Instant),
      waiting: Count,
      /** When its record was signed; null while it is open. */
      closedAt: z.nullable(Instant),
      absentees: z.array(z.object({ sittingId: Id, seat: Count, name: z.string() })),
    }),
  ),
  conflicts: z.array(
    z.object({
      id: Id,
      kind: z.enum([
        'check-in',
        'undo',
        'paper',
        'warning',
        'breach',
        'impostor',
        'incident',
        'unreadable',
        'objection',
      ]),
      reason: z.enum(DOOR_CONFLICTS),
      at: Instant,
      by: z.string(),
      roomName: z.nullable(z.string()),
      seat: z.nullable(Count),
      name: z.nullable(z.string()),
      standing: z.nullable(z.enum(['planned', 'present', 'absent', 'void'])),
      /** By what the door knows how they stand; null where it does not. */
      stands: z.nullable(z.object({ way: z.enum(ATTENDANCE_WAYS), at: Instant })),
      /** By what the act says otherwise. */
      way: z.nullable(z.enum(CHECK_IN_WAYS)),
      /** What was said to it. */
      words: z.nullable(z.string()),
    }),
  ),
  /** Warnings, breaches, impostors and incidents, the latest first. */
  incidents: z.array(IncidentView),
});
export type DoorCountsView = z.output<typeof DoorCountsView>;

export const getDoorCounts = endpoint({
  name: 'getDoorCounts',
  method: 'GET',
  path: '/staff/sessions/:id/door',
  who: OFFICERS,
  params: IdParams,
  query: z.strictObject({ slot: Slot }),
  reply: DoorCountsView,
  refusals: [],
});

/** Settles what did not count by itself: as somebody stands now, or otherwise, with a reason. */
export const decideDoorAct = endpoint({
  name: 'decideDoorAct',
  method: 'POST',
  path: '/staff/door-acts/:id/decision',
  who: OFFICERS,
  params: IdParams,
  body: z.strictObject({ as: z.enum(['present', 'absent', 'as-it-stands']), reason: prose(200) }),
  reply: Done,
  refusals: ['wrong-state', 'too-early'],
});
