import * as z from 'zod/mini';
import { StageCodeSchema } from '../notice';
import { endpoint } from './endpoint';
import { Count, Day, Done, Id, IdParams, Instant, Time, line, prose } from './fields';

/** A part of a stage that is marked; how somebody stood is noted and confirmed beside them. */
export const STAGE_PARTS = ['theory', 'skill'] as const;
export type StagePart = (typeof STAGE_PARTS)[number];
export const STAGE_NOTES = [...STAGE_PARTS, 'standing'] as const;
export type StageNote = (typeof STAGE_NOTES)[number];
/** Some heats or stations by their numbers; null: all. */
export const Numbers = z.nullable(
  z.array(z.int().check(z.gte(1), z.lte(9999))).check(z.minLength(1), z.maxLength(200)),
);
export const STAGE_STANDINGS = ['present', 'absent', 'disqualified', 'withdrawn'] as const;
export type StageStanding = (typeof STAGE_STANDINGS)[number];
/** How somebody stands as it is shown: whoever counts as present and of whom nothing is noted is not known to have come. */
export const SHOWN_STANDINGS = [...STAGE_STANDINGS, 'unnoted'] as const;
export type ShownStanding = (typeof SHOWN_STANDINGS)[number];
/** How a mark came in. */
export const MARK_SOURCES = ['keyed', 'sheet', 'judges', 'corrected', 'door'] as const;

/** Who sees the desk of a stage, who marks there, who says how entrants stood, who makes ranks known. */
export const STAGE_STAFF = ['score-officer', 'exam-officer', 'publisher', 'administrator'] as const;
const MARKERS = ['score-officer', 'administrator'] as const;
const STEWARDS = ['score-officer', 'exam-officer', 'administrator'] as const;

/** How the number of those who go on was found; `lastTotal`: points of the last one who does. Null: the last stage. */
export const AdvanceLineView = z.object({
  quota: Count,
  lastTotal: z.nullable(z.string()),
  share: z.nullable(
    z.object({
      base: z.enum(['registered', 'present', 'scored']),
      counted: Count,
      percent: Count,
      rounding: z.enum(['half-up', 'up', 'down']),
      rounded: Count,
      minimum: z.nullable(Count),
    }),
  ),
});
export type AdvanceLineView = z.output<typeof AdvanceLineView>;

/** A group that is ranked by itself; null where all are one. */
export const RankedGroupView = z.object({
  group: z.nullable(z.string()),
  groupName: z.nullable(z.string()),
  line: z.nullable(AdvanceLineView),
});

const EARLY = ['entry-open', 'protests-open', 'unannounced'] as const;

/** Why a roster is better not frozen yet, until when, and of which stage. */
export const EarlyRoster = z.object({
  why: z.enum(EARLY),
  until: z.nullable(Day),
  of: z.nullable(z.string()),
});
export type EarlyRoster = z.output<typeof EarlyRoster>;

const StageOption = z.object({ id: Id, name: z.string(), frozen: z.boolean(), revision: Count });

/** The desk of a stage: how far its marks are. `revision` 0: nothing is published; `turn` grows with every change. */
export const StageDesk = z.object({
  id: Id,
  bodyId: Id,
  noticeId: Id,
  title: z.string(),
  code: StageCodeSchema,
  name: z.string(),
  day: z.nullable(Day),
  /** All stages of the competition, in their order. */
  stages: z.array(StageOption),
  /** It has an exam day: rooms, seats, tickets and doors under its id. Absent: none yet. */
  hasExamDay: z.optional(z.literal(true)),
  frozenAt: z.nullable(Instant),
  early: z.array(EarlyRoster),
  /** Who would be on the roster if it were frozen now. */
  waiting: Count,
  /** The groups that are ranked each by itself; and of those who wait, whoever is of none, in their own words. */
  rankingGroups: z.array(z.object({ code: z.string(), name: z.string() })),
  ungrouped: z.array(
    z.object({ entryId: Id, name: z.string(), unit: z.nullable(z.string()), note: z.nullable(z.string()) }),
  ),
  revision: Count,
  turn: Count,
  publishedAt: z.nullable(Instant),
  entrants: Count,
  /** As shown. */
  standings: z.object({ present: Count, absent: Count, disqualified: Count, withdrawn: Count, unnoted: Count }),
  /** Not known to be away, and without a mark of the part. */
  unmarked: z.object({ theory: Count, skill: Count }),
  /** What no second person has confirmed; `mine` of it waits for somebody else. */
  unconfirmed: z.object({ theory: Count, skill: Count, standing: Count, mine: Count }),
});
export type StageDesk = z.output<typeof StageDesk>;

export const getStageDesk = endpoint({
  name: 'getStageDesk',
  method: 'GET',
  path: '/staff/stages/:id',
  who: STAGE_STAFF,
  params: IdParams,
  reply: StageDesk,
  refusals: [],
});

/**
 * Freezes who takes part, each under a number and in a group; whoever enters later is not of this stage. `seen`: what the person has read
 * of why it is early; refused `roster-early` while people enter, or protest against the stage before, and that is not among it.
 */
export const freezeStageRoster = endpoint({
  name: 'freezeStageRoster',
  method: 'POST',
  path: '/staff/stages/:id/roster',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  body: z.strictObject({ seen: z.array(z.enum(EARLY)).check(z.maxLength(EARLY.length)) }),
  reply: StageDesk,
  refusals: ['wrong-state', 'roster-empty', 'entries-undecided', 'roster-early'],
});

/** Puts somebody who waits for the roster into one of the groups that are ranked each by itself. */
export const groupStageEntrant = endpoint({
  name: 'groupStageEntrant',
  method: 'PUT',
  path: '/staff/stages/:id/groups',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  body: z.strictObject({ entryId: Id, group: line(64) }),
  reply: StageDesk,
  refusals: ['wrong-state'],
});

const NoteView = z.object({
  part: z.enum(STAGE_NOTES),
  /** Points such as `86.5`; null of how somebody stood. */
  points: z.nullable(z.string()),
  standing: z.nullable(z.enum(STAGE_STANDINGS)),
  reason: z.nullable(z.string()),
  witness: z.nullable(z.string()),
  source: z.enum(MARK_SOURCES),
  byName: z.string(),
  at: Instant,
  confirmedByName: z.nullable(z.string()),
});

/** An entrant of a stage with all that was ever noted of them, the latest first. */
export const StageEntrantView = z.object({
  number: Count,
  name: z.string(),
  unit: z.nullable(z.string()),
  version: Count,
  standing: z.enum(SHOWN_STANDINGS),
  theory: z.nullable(z.string()),
  skill: z.nullable(z.string()),
  /** What nobody else has confirmed yet. */
  open: z.array(z.enum(STAGE_NOTES)),
  published: z.boolean(),
  /** The number beside, in the order of the roster. */
  next: z.nullable(Count),
  notes: z.array(NoteView),
});
export type StageEntrantView = z.output<typeof StageEntrantView>;

const EntrantParams = z.strictObject({ id: Id, number: z.coerce.number().check(z.int(), z.gte(1), z.lte(99_999)) });

export const getStageEntrant = endpoint({
  name: 'getStageEntrant',
  method: 'GET',
  path: '/staff/stages/:id/entrants/:number',
  who: STAGE_STAFF,
  params: EntrantParams,
  reply: StageEntrantView,
  refusals: [],
});

/**
 * Keys in one mark. The same mark by a second person confirms it; once ranks are published another one needs a reason.
 * `version` is the entrant's as seen.
 */
export const keyStageMark = endpoint({
  name: 'keyStageMark',
  method: 'PUT',
  path: '/staff/stages/:id/entrants/:number/mark',
  who: MARKERS,
  params: EntrantParams,
  body: z.strictObject({
    part: z.enum(STAGE_PARTS),
    mark: line(12),
    version: Count,
    reason: z.nullable(prose(200)),
  }),
  reply: StageEntrantView,
  refusals: [
    'mark-refused',
    'changed-meanwhile',
    'same-marker',
    'stage-reason-needed',
    'nothing-changed',
    'wrong-state',
  ],
});

/** Notes how an entrant stood; whoever is disqualified is so for a reason and before a witness. */
export const noteStanding = endpoint({
  name: 'noteStanding',
  method: 'PUT',
  path: '/staff/stages/:id/entrants/:number/standing',
  who: STEWARDS,
  params: EntrantParams,
  body: z.strictObject({
    standing: z.enum(STAGE_STANDINGS),
    version: Count,
    reason: z.nullable(prose(200)),
    witness: z.nullable(line(100)),
  }),
  reply: StageEntrantView,
  refusals: [
    'changed-meanwhile',
    'same-marker',
    'stage-reason-needed',
    'witness-needed',
    'nothing-changed',
    'wrong-state',
  ],
});

/** Confirms all of one kind that others noted and nobody has confirmed. */
export const confirmStageNotes = endpoint({
  name: 'confirmStageNotes',
  method: 'POST',
  path: '/staff/stages/:id/confirmation',
  who: STEWARDS,
  params: IdParams,
  body: z.strictObject({ part: z.enum(STAGE_NOTES), how: prose(200) }),
  reply: StageDesk,
  refusals: ['same-marker', 'wrong-state'],
});

/**
 * Gives an announced stage an exam day: from then on its sites, rooms, shifts, seats, tickets and doors are those of a session
 * of the same id. The seed of its seats is promised at once. Done again, it changes nothing. Refuses `wrong-state` for a stage
 * that is not announced.
 */
export const openStageDay = endpoint({
  name: 'openStageDay',
  method: 'POST',
  path: '/staff/stages/:id/exam-day',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  reply: Done,
  refusals: ['wrong-state'],
});

/**
 * How many the doors know of that the roster does not say yet, and by room who sits where nothing was noted, or objects to it. Refuses
 * `wrong-state` before the roster is frozen.
 */
export const getStageAttendance = endpoint({
  name: 'getStageAttendance',
  method: 'GET',
  path: '/staff/stages/:id/attendance',
  who: STEWARDS,
  params: IdParams,
  reply: z.object({
    present: Count,
    absent: Count,
    rooms: z.array(
      z.object({
        slot: z.string(),
        day: Day,
        startsAt: Time,
        roomId: Id,
        siteName: z.string(),
        roomName: z.string(),
        people: z.array(z.object({ seat: Count, number: Count, name: z.string(), objects: z.boolean() })),
      }),
    ),
  }),
  refusals: ['wrong-state'],
});

/**
 * What the doors noted of a stage becomes how its entrants stood, for somebody else to confirm: how many were noted now, and of how
 * many the doors know nothing yet. Done again, it takes what has come in since. Refuses `wrong-state` before the roster is frozen and
 * once ranks are published.
 */
export const takeStageAttendance = endpoint({
  name: 'takeStageAttendance',
  method: 'PUT',
  path: '/staff/stages/:id/attendance',
  who: STEWARDS,
  params: IdParams,
  reply: z.object({ present: Count, absent: Count, open: Count }),
  refusals: ['wrong-state', 'changed-meanwhile'],
});
