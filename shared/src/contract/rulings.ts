import * as z from 'zod/mini';
import { RULED_DOUBTS } from '../rules/eligibility';
import { endpoint } from './endpoint';
import { Count, Day, Id, IdParams, Instant, OfferingView, line, prose } from './fields';

/** One decision about a word for all of a session; `counts`: as related. */
export const RulingView = z.object({
  id: Id,
  code: z.enum(RULED_DOUBTS),
  word: z.string(),
  counts: z.boolean(),
  reason: z.string(),
  by: z.string(),
  at: Instant,
});
export type RulingView = z.output<typeof RulingView>;

/** A word that applications of one offering leave to judgement. */
const DoubtedWordView = z.object({
  offering: OfferingView,
  code: z.enum(RULED_DOUBTS),
  word: z.string(),
  /** How many that wait for a decision say it, and for how many of them nothing else stands in the way. */
  waiting: Count,
  alone: Count,
  ruling: z.nullable(RulingView),
  /** What was decided the last time under the same notice, in an earlier session. */
  before: z.nullable(z.object({ counts: z.boolean(), reason: z.string(), sessionName: z.string(), on: Day })),
});
export type DoubtedWordView = z.output<typeof DoubtedWordView>;

/** What the applications that wait leave to judgement, most wanted first, with what is decided already. */
export const listDoubtedWords = endpoint({
  name: 'listDoubtedWords',
  method: 'GET',
  path: '/staff/sessions/:id/doubted-words',
  who: ['reviewer', 'administrator'],
  params: IdParams,
  reply: z.object({ items: z.array(DoubtedWordView) }),
  refusals: [],
});

/** Of those who wait and say the word: how many are in doubt about nothing now, and how many must be looked at. */
const RulingOutcome = z.object({ clear: Count, inDoubt: Count });

/**
 * Decides about a word for all of a session. Where it counts, who is in doubt for nothing else becomes clear and can be
 * approved together; an application with another doubt stays to be looked at. Approves nobody by itself.
 */
export const makeRuling = endpoint({
  name: 'makeRuling',
  method: 'POST',
  path: '/staff/sessions/:id/rulings',
  who: ['reviewer'],
  params: IdParams,
  body: z.strictObject({
    offeringCode: line(64),
    code: z.enum(RULED_DOUBTS),
    word: line(100),
    counts: z.boolean(),
    reason: prose(200),
  }),
  reply: RulingOutcome,
  refusals: ['ruled-already', 'offering-unknown'],
});

/** Takes a decision back: who waits and was cleared by it is in doubt again; who is approved stays so. */
export const takeBackRuling = endpoint({
  name: 'takeBackRuling',
  method: 'POST',
  path: '/staff/rulings/:id/taking-back',
  who: ['reviewer'],
  params: IdParams,
  reply: RulingOutcome,
  refusals: ['wrong-state'],
});
