import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Count, Done, Id, IdParams, Instant, line, prose } from './fields';

/** What a breach leads to, as its notice prints it; `none`: nothing follows. */
export const PENALTIES = ['this-subject', 'all-subjects', 'none'] as const;
export type Penalty = (typeof PENALTIES)[number];

/**
 * What became of what the door recorded: no breach, a case that conduct deals with, from which alone anything follows, or of an
 * entrant that the stage notes the disqualification, which somebody else confirms. The other two are what a single officer
 * decided before cases were.
 */
export const DOOR_DECISIONS = ['none', 'case', 'disqualified', 'this-subject', 'all-subjects'] as const;
export type DoorDecision = (typeof DOOR_DECISIONS)[number];

/** A warning, breach, impostor or incident as the officer sees it. */
export const IncidentView = z.object({
  id: Id,
  kind: z.enum(['warning', 'breach', 'impostor', 'incident']),
  at: Instant,
  by: z.string(),
  roomName: z.nullable(z.string()),
  seat: z.nullable(Count),
  name: z.nullable(z.string()),
  /** Whose it is; null: nobody known. */
  applicationId: z.nullable(Id),
  /** Of a stage alone: whose it is there; without a number the roster is not frozen, or does not name them. */
  entrant: z.optional(z.object({ stageId: Id, number: z.nullable(Count) })),
  /** The printed item, where it stands, and what the notice says follows. */
  item: z.nullable(z.object({ text: z.string(), clause: z.string(), follows: z.string() })),
  words: z.nullable(z.string()),
  witness: z.nullable(z.string()),
  pictureUrl: z.nullable(z.string()),
  /** It may become a case, or nothing. */
  open: z.boolean(),
  decided: z.nullable(z.enum(DOOR_DECISIONS)),
  breachId: z.nullable(Id),
  reason: z.nullable(z.string()),
});

/**
 * Says that what the door recorded is no breach, with a reason; what it held back of the result goes on. A case is opened by
 * `openBreach` with the act. Refuses `wrong-state` where it is decided, or of nobody.
 */
export const dismissDoorBreach = endpoint({
  name: 'dismissDoorBreach',
  method: 'POST',
  path: '/staff/door-acts/:id/dismissal',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  body: z.strictObject({ reason: prose(200) }),
  reply: Done,
  refusals: ['wrong-state'],
});

/**
 * Follows up what the door of a stage recorded of an entrant: disqualified, with a reason and a witness, as `noteStanding` notes it;
 * somebody else confirms it among the stage's notes. Refuses `wrong-state` where it is decided, or the roster is not frozen.
 */
export const disqualifyAtDoor = endpoint({
  name: 'disqualifyAtDoor',
  method: 'POST',
  path: '/staff/door-acts/:id/disqualification',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  body: z.strictObject({ reason: prose(200), witness: line(100) }),
  reply: Done,
  refusals: ['wrong-state', 'changed-meanwhile'],
});
