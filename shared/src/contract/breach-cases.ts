import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { ClauseView, Day, Id, IdParams, Instant, OfferingView, SubjectName, line, prose } from './fields';

/**
 * recorded → notified (facts and basis told, a window to say something) → proposed (by one) → decided (by another, served)
 * → appealed → final; `dropped`: nothing follows. Decided and not appealed in time it is final, which is computed.
 */
export const BREACH_STATES = ['recorded', 'notified', 'proposed', 'decided', 'appealed', 'final', 'dropped'] as const;
export type BreachState = (typeof BREACH_STATES)[number];
export const BREACH_SEVERITIES = ['light', 'serious'] as const;
/** Where it became known: at the door, by a score sheet, at a desk, or found after the exam. */
export const BREACH_SOURCES = ['door', 'sheet', 'desk', 'later'] as const;
export type BreachSource = (typeof BREACH_SOURCES)[number];

/** Who laid a file beside a breach: the body, or the person it is about. */
export const EVIDENCE_SIDES = ['body', 'person'] as const;
export type EvidenceSide = (typeof EVIDENCE_SIDES)[number];
/** So many files each side may lay there. */
export const MOST_BREACH_EVIDENCE = 6;

const Evidence = z.object({
  id: Id,
  type: z.string(),
  /** For some minutes. */
  url: z.string(),
  side: z.enum(EVIDENCE_SIDES),
  addedAt: Instant,
});
export type BreachEvidence = z.output<typeof Evidence>;

const Penalty = z.object({
  cancels: z.enum(['this-subject', 'all-subjects']),
  banFrom: z.nullable(Day),
  banUntil: z.nullable(Day),
});

const fields = {
  id: Id,
  applicationId: Id,
  bodyId: z.string(),
  bodyName: z.string(),
  noticeId: z.string(),
  sessionName: z.string(),
  offering: OfferingView,
  state: z.enum(BREACH_STATES),
  /** The printed item and what the notice says follows; null: a score sheet says cheating, and nobody has named an item yet. */
  item: z.nullable(
    z.object({
      code: z.string(),
      text: z.string(),
      follows: z.string(),
      source: ClauseView,
      hasSeverity: z.boolean(),
    }),
  ),
  subject: z.nullable(SubjectName),
  facts: z.string(),
  notifiedOn: z.nullable(Day),
  statementUntil: z.nullable(Day),
  statement: z.nullable(z.string()),
  /** What was decided, once it is served. */
  penalty: z.nullable(Penalty),
  /** The ban ended before its day. */
  banLiftedOn: z.nullable(Day),
  reason: z.nullable(z.string()),
  decidedOn: z.nullable(Day),
  appealUntil: z.nullable(Day),
  appeal: z.nullable(z.string()),
  appealReason: z.nullable(z.string()),
  /** Photos and documents of both sides, for those who deal with it and the person alone. */
  evidence: z.array(Evidence),
  /** Whether one's own side may still add and take away. */
  mayAddEvidence: z.boolean(),
  sources: z.object({ statement: ClauseView, appeal: ClauseView, ban: ClauseView, scope: ClauseView }),
};

export const BreachView = z.object({ ...fields, mayState: z.boolean(), mayAppeal: z.boolean() });
export type BreachView = z.output<typeof BreachView>;

/** One's own, from the notice on; what was only recorded is nobody's to read yet. */
export const listBreaches = endpoint({
  name: 'listBreaches',
  method: 'GET',
  path: '/breaches',
  who: 'signed-in',
  reply: z.object({ items: z.array(BreachView) }),
  refusals: [],
});

export const getBreach = endpoint({
  name: 'getBreach',
  method: 'GET',
  path: '/breaches/:id',
  who: 'signed-in',
  params: IdParams,
  reply: BreachView,
  refusals: [],
});

/** Says something to what was told, once, inside its window. */
export const stateToBreach = endpoint({
  name: 'stateToBreach',
  method: 'POST',
  path: '/breaches/:id/statement',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({ words: prose(500) }),
  reply: BreachView,
  refusals: ['wrong-state', 'too-late'],
});

const EvidenceParams = z.strictObject({ id: Id, evidenceId: Id });
const evidenceRefusals = ['file-refused', 'storage-full', 'upload-quota', 'wrong-state'] as const;

/** Lays a photo or PDF of one's own beside what was told, inside the window to say something. */
export const addOwnBreachEvidence = endpoint({
  name: 'addOwnBreachEvidence',
  method: 'POST',
  path: '/breaches/:id/evidence',
  who: 'signed-in',
  kind: 'upload',
  limit: 'upload',
  params: IdParams,
  reply: BreachView,
  refusals: [...evidenceRefusals, 'too-late'],
});

/** Takes a file of one's own away again, inside the same window. */
export const removeOwnBreachEvidence = endpoint({
  name: 'removeOwnBreachEvidence',
  method: 'POST',
  path: '/breaches/:id/evidence/:evidenceId/removal',
  who: 'signed-in',
  params: EvidenceParams,
  reply: BreachView,
  refusals: ['wrong-state'],
});

/** Appeals against what was decided, once, inside its window. */
export const appealBreach = endpoint({
  name: 'appealBreach',
  method: 'POST',
  path: '/breaches/:id/appeal',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({ words: prose(500) }),
  reply: BreachView,
  refusals: ['wrong-state', 'too-late'],
});

const staff = ['exam-officer', 'administrator'] as const;

export const StaffBreachView = z.object({
  ...fields,
  name: z.string(),
  source: z.enum(BREACH_SOURCES),
  witness: z.nullable(z.string()),
  openedBy: z.string(),
  openedAt: Instant,
  proposal: z.nullable(
    z.object({
      by: z.string(),
      drops: z.boolean(),
      severity: z.nullable(z.enum(BREACH_SEVERITIES)),
      reason: z.string(),
      /** What would be decided today. */
      penalty: z.nullable(Penalty),
    }),
  ),
  decidedBy: z.nullable(z.string()),
});
export type StaffBreachView = z.output<typeof StaffBreachView>;

/** Lays a photo or PDF beside a breach before anybody has said what shall follow. */
export const addBreachEvidence = endpoint({
  name: 'addBreachEvidence',
  method: 'POST',
  path: '/staff/breaches/:id/evidence',
  who: [...staff],
  kind: 'upload',
  limit: 'upload',
  params: IdParams,
  reply: StaffBreachView,
  refusals: [...evidenceRefusals],
});

/** Takes a file of the body away again, as long as one may add. */
export const removeBreachEvidence = endpoint({
  name: 'removeBreachEvidence',
  method: 'POST',
  path: '/staff/breaches/:id/evidence/:evidenceId/removal',
  who: [...staff],
  params: EvidenceParams,
  reply: StaffBreachView,
  refusals: ['wrong-state'],
});

/** The printed items that an application's notice has, for whoever records a breach. */
export const listBreachItems = endpoint({
  name: 'listBreachItems',
  method: 'GET',
  path: '/staff/applications/:id/breach-items',
  who: [...staff],
  params: IdParams,
  query: z.strictObject({ doorActId: z.optional(Id) }),
  reply: z.object({
    name: z.string(),
    subjects: z.array(SubjectName),
    /** What the door recorded of it, to begin with. */
    door: z.nullable(
      z.object({
        item: z.nullable(z.string()),
        subject: z.nullable(SubjectName),
        facts: z.string(),
        witness: z.nullable(z.string()),
        warned: z.boolean(),
        pictureUrl: z.nullable(z.string()),
      }),
    ),
    items: z.array(
      z.object({
        code: z.string(),
        text: z.string(),
        follows: z.string(),
        afterWarning: z.boolean(),
        needsSubject: z.boolean(),
        hasSeverity: z.boolean(),
        source: ClauseView,
      }),
    ),
  }),
  refusals: [],
});

/**
 * Records a breach, also one found after the exam. An item that counts only after a warning (经提醒拒不改正) needs
 * `warned`; one that cancels a single subject needs that subject.
 */
export const openBreach = endpoint({
  name: 'openBreach',
  method: 'POST',
  path: '/staff/applications/:id/breaches',
  who: [...staff],
  params: IdParams,
  body: z.strictObject({
    item: line(64),
    subject: z.optional(SubjectName),
    facts: prose(500),
    witness: z.optional(line(100)),
    warned: z.optional(z.literal(true)),
    /** The door's record of it, which this case follows up from now on. */
    doorActId: z.optional(Id),
  }),
  reply: StaffBreachView,
  refusals: ['wrong-state', 'warning-needed', 'breach-open'],
});

export const getStaffBreach = endpoint({
  name: 'getStaffBreach',
  method: 'GET',
  path: '/staff/breaches/:id',
  who: [...staff],
  params: IdParams,
  reply: StaffBreachView,
  refusals: [],
});

/**
 * Names the printed item of a case that a score sheet opened, before the person is told; `warned` and `subject` as when one
 * is opened. A subject that the sheet named stays.
 */
export const nameBreachItem = endpoint({
  name: 'nameBreachItem',
  method: 'POST',
  path: '/staff/breaches/:id/item',
  who: [...staff],
  params: IdParams,
  body: z.strictObject({
    item: line(64),
    subject: z.optional(SubjectName),
    facts: prose(500),
    witness: z.optional(line(100)),
    warned: z.optional(z.literal(true)),
  }),
  reply: StaffBreachView,
  refusals: ['wrong-state', 'warning-needed'],
});

/** Tells the person the facts, the reasons and the basis; the window to say something begins. */
export const notifyBreach = endpoint({
  name: 'notifyBreach',
  method: 'POST',
  path: '/staff/breaches/:id/notice',
  who: [...staff],
  params: IdParams,
  reply: StaffBreachView,
  refusals: ['wrong-state'],
});

/** One says what shall follow, once the person was heard or the window is over; that nothing shall, at any time before. */
export const proposeBreach = endpoint({
  name: 'proposeBreach',
  method: 'POST',
  path: '/staff/breaches/:id/proposal',
  who: [...staff],
  params: IdParams,
  body: z.strictObject({
    drops: z.boolean(),
    severity: z.optional(z.enum(BREACH_SEVERITIES)),
    reason: prose(200),
  }),
  reply: StaffBreachView,
  refusals: ['wrong-state', 'too-early', 'severity-needed'],
});

/** Another one agrees, and it is decided and served; or sends it back to be proposed anew. */
export const confirmBreach = endpoint({
  name: 'confirmBreach',
  method: 'POST',
  path: '/staff/breaches/:id/decision',
  who: [...staff],
  params: IdParams,
  body: z.strictObject({ agrees: z.boolean() }),
  reply: StaffBreachView,
  refusals: ['wrong-state', 'breach-by-another'],
});

/** Decides an appeal, by somebody who neither proposed nor decided: it stands, or all that followed is taken back. */
export const decideBreachAppeal = endpoint({
  name: 'decideBreachAppeal',
  method: 'POST',
  path: '/staff/breaches/:id/appeal-decision',
  who: [...staff],
  params: IdParams,
  body: z.strictObject({ stands: z.boolean(), reason: prose(200) }),
  reply: StaffBreachView,
  refusals: ['wrong-state', 'breach-by-another'],
});
