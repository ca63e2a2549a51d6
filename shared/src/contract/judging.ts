import * as z from 'zod/mini';
import { JUDGE_BARS } from '../rules/judging';
import { endpoint } from './endpoint';
import { Bytes, Count, Day, Done, Id, IdParams, Instant, PersonName, Phone, Time, line, prose } from './fields';
import { Numbers, STAGE_PARTS, STAGE_STAFF } from './stages';

/** Hundredths of a point: 86.5 points are 8650. */
export const Hundredths = z.int().check(z.gte(0), z.lte(10_000));

/** Who defines marking sheets, gives them to judges and holds the key; who keys in what was marked on paper and locks. */
export const CHIEFS = ['exam-officer', 'administrator'] as const;
const MARKERS = ['score-officer', 'administrator'] as const;

export const PartParams = z.strictObject({ id: Id, part: z.enum(STAGE_PARTS) });
const PlaceParams = z.strictObject({ id: Id, place: Id });

const SheetItemSchema = z.strictObject({ name: line(40), maximum: Hundredths, step: Hundredths });
const CombiningSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mean') }),
  z.strictObject({ kind: z.literal('trimmed-mean'), drop: z.int().check(z.gte(1), z.lte(5)) }),
  z.strictObject({ kind: z.literal('sum') }),
]);
const SHEET_SOURCES = ['notice', 'jury'] as const;

/** One dated version of a marking sheet; never changed. */
const MarkingSheetView = z.object({
  version: Count,
  items: z.array(z.object({ name: z.string(), maximum: Hundredths, step: Hundredths })),
  rule: CombiningSchema,
  /** A mark that lies further from the middle one is flagged; null: none is. */
  spread: z.nullable(Hundredths),
  /** Printed in the notice, or said by the jury. */
  definedAs: z.enum(SHEET_SOURCES),
  /** The clause, or who of the jury said so. */
  said: z.string(),
  byName: z.string(),
  at: Instant,
});

const JudgeView = z.object({
  id: Id,
  name: z.string(),
  unit: z.string(),
  /** Null once it is forgotten. */
  phoneMasked: z.nullable(z.string()),
  /** Of which heats and stations; null: of all. */
  heats: z.nullable(z.array(Count)),
  stations: z.nullable(z.array(Count)),
  state: z.enum(['open', 'revoked']),
  joined: z.boolean(),
  heardAt: z.nullable(Instant),
  waiting: z.nullable(Count),
  /**
   * So many numbers are this judge's, and so many of them have a mark. Both null while marks are open for whoever neither
   * holds the key nor keys marks in: which number a judge leaves out tells whose it is.
   */
  numbers: z.nullable(Count),
  marked: z.nullable(Count),
  /** Of a judge who is no more: nothing that was marked counts, and why. */
  voided: z.nullable(z.object({ at: Instant, byName: z.string(), reason: z.string() })),
});
export type JudgeView = z.output<typeof JudgeView>;

/** Why what a phone sent did not count. */
export const JUDGE_CONFLICTS = [
  'locked',
  'not-of-this-judge',
  'another-sheet',
  'another-run',
  'marked-otherwise',
  'points-wrong',
  'reason-missing',
  'unreadable',
] as const;
export type JudgeConflict = (typeof JUDGE_CONFLICTS)[number];

const ConflictView = z.object({
  id: Id,
  /** Null for whoever does not see what each judge gave: a judge with a number tells whose it is. */
  judgeName: z.nullable(z.string()),
  /** The drawn number; null where it could not be read. */
  number: z.nullable(z.object({ heat: Count, station: Count })),
  conflict: z.enum(JUDGE_CONFLICTS),
  marks: z.nullable(z.array(Hundredths)),
  at: Instant,
  /** Whether staff can still let it count. */
  mayCount: z.boolean(),
});

const Proposed = z.object({ rule: CombiningSchema, clause: z.nullable(z.string()), assumed: z.nullable(z.string()) });

/** How a part of a stage is judged: its sheet, its judges, and how far they are. No name of an entrant stands beside a drawn number. */
export const JudgingView = z.object({
  stageId: Id,
  part: z.enum(STAGE_PARTS),
  bodyId: Id,
  title: z.string(),
  stageName: z.string(),
  drawn: z.boolean(),
  /** What the notice says of several judges' marks; `assumed`: why it is taken so, for staff to confirm. */
  proposed: z.nullable(Proposed),
  sheet: z.nullable(MarkingSheetView),
  /** The other stages whose sheet or judges of this part can be taken over; `judges`: whose number is still known. */
  others: z.array(z.object({ stageId: Id, stageName: z.string(), items: Count, judges: Count })),
  /** So many versions came before it. */
  earlier: Count,
  /** The first mark came: the sheet is frozen. */
  startedAt: z.nullable(Instant),
  turn: Count,
  /** The two who alone may connect a number to a name until marks are locked. */
  keyHolders: z.array(z.object({ accountId: Id, name: z.string() })),
  /** Whether the caller is one of them. */
  holdsKey: z.boolean(),
  staff: z.array(z.object({ accountId: Id, name: z.string() })),
  lock: z.object({
    state: z.enum(['open', 'proposed', 'locked']),
    byName: z.nullable(z.string()),
    mine: z.boolean(),
    at: z.nullable(Instant),
    secondName: z.nullable(z.string()),
  }),
  judges: z.array(JudgeView),
  heats: z.array(z.object({ heat: Count, day: Day, startsAt: Time, numbers: Count, complete: Count, outliers: Count })),
  numbers: Count,
  complete: Count,
  outliers: Count,
  /** So many heats begin later than now: marks can be locked ahead of their time, but not unseen. */
  notBegun: Count,
  /** Keyed in from paper and checked by nobody else. */
  unchecked: Count,
  /** Noted absent, with marks of judges all the same, by the number of the roster: never beside a drawn one. */
  absentMarked: z.array(z.object({ number: Count, name: z.string() })),
  conflicts: z.array(ConflictView),
});
export type JudgingView = z.output<typeof JudgingView>;

export const getJudging = endpoint({
  name: 'getJudging',
  method: 'GET',
  path: '/staff/stages/:id/judging/:part',
  who: STAGE_STAFF,
  params: PartParams,
  reply: JudgingView,
  refusals: [],
});

/** A new dated version of the marking sheet; `seen` is the one before, 0 for none. None after the first mark. */
export const defineMarkingSheet = endpoint({
  name: 'defineMarkingSheet',
  method: 'PUT',
  path: '/staff/stages/:id/judging/:part/sheet',
  who: CHIEFS,
  params: PartParams,
  body: z.strictObject({
    seen: Count,
    items: z.array(SheetItemSchema).check(z.minLength(1), z.maxLength(30)),
    rule: CombiningSchema,
    spread: z.nullable(Hundredths),
    definedAs: z.enum(SHEET_SOURCES),
    said: line(200),
    /** That nobody can come to 100 points by it was seen, and is meant. */
    short: z.boolean(),
  }),
  reply: JudgingView,
  refusals: ['changed-meanwhile', 'sheet-refused', 'sheet-short', 'wrong-state'],
});

/** The two who hold the key from now on: for everybody else of the staff the draw shows no names until marks lock. */
export const holdMarkingKey = endpoint({
  name: 'holdMarkingKey',
  method: 'PUT',
  path: '/staff/stages/:id/judging/:part/key',
  who: CHIEFS,
  params: PartParams,
  body: z.strictObject({ first: Id, second: Id }),
  reply: JudgingView,
  refusals: ['key-holders-wrong', 'wrong-state'],
});

/** The one-time link is in the reply only, and in no repeated one. */
const Assigned = z.object({ judgeId: Id, linkPath: z.nullable(z.string()) });

/** A judge for some heats and stations, or all, by a one-time link bound to a number; given by one of the two who hold the key. */
export const assignJudge = endpoint({
  name: 'assignJudge',
  method: 'POST',
  path: '/staff/stages/:id/judging/:part/judges',
  who: CHIEFS,
  params: PartParams,
  body: z.strictObject({ name: PersonName, phone: Phone, unit: line(100), heats: Numbers, stations: Numbers }),
  reply: Assigned,
  refusals: ['draw-missing', 'judge-stands', 'key-holders-wrong', 'wrong-state'],
});

/** A fresh link for a judge; the one before opens nothing any more, and whoever came in by it is out. */
export const renewJudgeLink = endpoint({
  name: 'renewJudgeLink',
  method: 'POST',
  path: '/staff/judges/:id/links',
  who: CHIEFS,
  params: IdParams,
  reply: Assigned,
  refusals: ['wrong-state'],
});

/** A judge judges no more; what was marked stays, and what is missing is missed no more. */
export const revokeJudge = endpoint({
  name: 'revokeJudge',
  method: 'DELETE',
  path: '/staff/judges/:id',
  who: CHIEFS,
  params: IdParams,
  reply: Done,
  refusals: ['wrong-state'],
});

/** Lets a judge mark a number in spite of the entrant's unit or coach, for a reason that is kept; said by one who holds the key. */
export const allowJudge = endpoint({
  name: 'allowJudge',
  method: 'POST',
  path: '/staff/judges/:id/places/:place/exception',
  who: CHIEFS,
  params: PlaceParams,
  body: z.strictObject({ reason: prose(200) }),
  reply: Done,
  refusals: ['key-holders-wrong', 'wrong-state'],
});

const PlaceMark = z.object({
  judgeId: Id,
  judgeName: z.string(),
  /** Null: not yet, or not this judge's to give. */
  marks: z.nullable(z.array(Hundredths)),
  total: z.nullable(Hundredths),
  version: Count,
  source: z.nullable(z.enum(['phone', 'paper'])),
  open: z.boolean(),
  mine: z.boolean(),
  outlier: z.boolean(),
  /** The judge is no more, and what was marked may be left out. */
  removed: z.boolean(),
  voided: z.boolean(),
  /** Told to those only who may connect numbers to names, as is `excepted`. */
  bar: z.nullable(z.enum(JUDGE_BARS)),
  excepted: z.boolean(),
});

/** A drawn number as staff see how it is judged; whose it is stands nowhere. */
const JudgedNumber = z.object({
  placeId: Id,
  position: Count,
  station: Count,
  /** One more with every start anew. */
  run: Count,
  /** What it makes by the rule; null while judges are missing. */
  combined: z.nullable(Hundredths),
  marks: z.array(PlaceMark),
  failures: z.array(
    z.object({
      stoppedAt: Time,
      minutes: Count,
      again: z.boolean(),
      reason: z.string(),
      witness: z.string(),
      byName: z.string(),
      at: Instant,
    }),
  ),
  /** All that was ever marked, the latest first. */
  steps: z.array(
    z.object({
      judgeName: z.string(),
      byName: z.string(),
      at: Instant,
      /** `set-aside`: what a phone sent and staff put aside, with why. */
      source: z.enum(['phone', 'paper', 'check', 'decision', 'set-aside']),
      total: z.nullable(Hundredths),
      run: Count,
      reason: z.nullable(z.string()),
    }),
  ),
});
export type JudgedNumber = z.output<typeof JudgedNumber>;

/** The numbers of one heat with what each judge gave. */
export const getJudgedHeat = endpoint({
  name: 'getJudgedHeat',
  method: 'GET',
  path: '/staff/stages/:id/judging/:part/heats/:heat',
  who: STAGE_STAFF,
  params: z.strictObject({ ...PartParams.shape, heat: z.coerce.number().check(z.int(), z.gte(1), z.lte(9999)) }),
  reply: z.object({
    heat: Count,
    bodyId: Id,
    locked: z.boolean(),
    /** Whether the caller sees what each judge gave; otherwise `marks` and `steps` are empty until marks are locked. */
    shown: z.boolean(),
    items: z.array(z.object({ name: z.string(), maximum: Hundredths, step: Hundredths })),
    numbers: z.array(JudgedNumber),
  }),
  refusals: [],
});

/**
 * Keys in what a judge marked on paper; the same by a second person checks it, anything else over a mark needs a reason.
 * `version` is the mark's as seen, 0 for none.
 */
export const keyJudgeMark = endpoint({
  name: 'keyJudgeMark',
  method: 'PUT',
  path: '/staff/judges/:id/places/:place/mark',
  who: MARKERS,
  params: PlaceParams,
  body: z.strictObject({
    marks: z.array(Hundredths).check(z.minLength(1), z.maxLength(30)),
    version: Count,
    reason: z.nullable(prose(200)),
  }),
  reply: Done,
  refusals: [
    'sheet-mark-refused',
    'changed-meanwhile',
    'same-marker',
    'nothing-changed',
    'key-holders-wrong',
    'stage-reason-needed',
    'wrong-state',
  ],
});

/** Time that stopped for a number by a failure of equipment; `again`: it starts anew and is marked once more. */
export const noteFailure = endpoint({
  name: 'noteFailure',
  method: 'POST',
  path: '/staff/stages/:id/judging/:part/places/:place/failures',
  who: CHIEFS,
  params: z.strictObject({ ...PartParams.shape, place: Id }),
  body: z.strictObject({
    stoppedAt: Time,
    minutes: z.int().check(z.gte(0), z.lte(600)),
    again: z.boolean(),
    /** The run that is seen. */
    run: Count,
    reason: prose(200),
    witness: line(100),
  }),
  reply: Done,
  refusals: ['changed-meanwhile', 'wrong-state'],
});

/** What a phone sent that did not count: it counts after all, or never; after the lock it can only be put aside. */
export const decideJudgeAct = endpoint({
  name: 'decideJudgeAct',
  method: 'POST',
  path: '/staff/judge-acts/:id/decision',
  who: MARKERS,
  params: IdParams,
  body: z.strictObject({ counts: z.boolean(), reason: prose(200) }),
  reply: Done,
  refusals: ['changed-meanwhile', 'sheet-mark-refused', 'wrong-state'],
});

/**
 * Locks the marks at exactly the turn that was seen: one proposes, another locks. Then the combined marks are the stage's,
 * noted by the first and confirmed by the second.
 */
export const lockMarks = endpoint({
  name: 'lockMarks',
  method: 'POST',
  path: '/staff/stages/:id/judging/:part/lock',
  who: MARKERS,
  params: PartParams,
  body: z.strictObject({
    turn: Count,
    /** What was shown before it was asked: outlying marks, and heats that have not begun. */
    seen: z.strictObject({ outliers: Count, notBegun: Count }),
  }),
  reply: JudgingView,
  refusals: [
    'changed-meanwhile',
    'lock-by-another',
    'lock-unseen',
    'marks-missing',
    'marks-unchecked',
    'judge-conflicts-open',
    'marks-uncombined',
    'key-holders-wrong',
    'wrong-state',
  ],
});

/** The marking sheets of every judge, filled in as far as they are, for signature; by who sees what each judge gave. */
export const printMarkingSheets = endpoint({
  name: 'printMarkingSheets',
  method: 'GET',
  path: '/staff/stages/:id/judging/:part/sheets.pdf',
  who: STAGE_STAFF,
  kind: 'download',
  limit: 'heavy',
  params: PartParams,
  reply: Bytes,
  refusals: ['wrong-state'],
});
