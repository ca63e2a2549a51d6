import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Count, Done, Id, IdParams, Instant, prose } from './fields';

/** What a breach leads to, as its notice prints it; `none`: an officer decided that it leads to nothing. */
export const PENALTIES = ['this-subject', 'all-subjects', 'none'] as const;
export type Penalty = (typeof PENALTIES)[number];

/** A warning, breach, impostor or incident as the officer sees it. */
export const IncidentView = z.object({
  id: Id,
  kind: z.enum(['warning', 'breach', 'impostor', 'incident']),
  at: Instant,
  by: z.string(),
  roomName: z.nullable(z.string()),
  seat: z.nullable(Count),
  name: z.nullable(z.string()),
  /** The printed item, where it stands, and what the notice says follows. */
  item: z.nullable(z.object({ text: z.string(), clause: z.string(), follows: z.string() })),
  words: z.nullable(z.string()),
  witness: z.nullable(z.string()),
  pictureUrl: z.nullable(z.string()),
  /** Of a breach that counts: what may be decided by what is printed, and what was. */
  printed: z.nullable(z.enum(PENALTIES)),
  decided: z.nullable(z.enum(PENALTIES)),
  reason: z.nullable(z.string()),
});

/**
 * Decides what a recorded breach leads to: as the notice prints it, or nothing, with a reason. `before`: what was decided so
 * far; of two at once the second hears `wrong-state`. Results follow at once, also those that are published.
 */
export const decideBreach = endpoint({
  name: 'decideBreach',
  method: 'POST',
  path: '/staff/door-acts/:id/penalty',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  body: z.strictObject({ penalty: z.enum(PENALTIES), before: z.nullable(z.enum(PENALTIES)), reason: prose(200) }),
  reply: Done,
  refusals: ['wrong-state'],
});
