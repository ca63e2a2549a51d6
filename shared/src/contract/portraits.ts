import * as z from 'zod/mini';
import { PHOTO_FAULTS } from '../rules/photo';
import { DOUBTS } from './doubts';
import { endpoint } from './endpoint';
import { Count, Id, IdParams, OfferingView, PageQuery, pageOf } from './fields';

/** One photo on the wall, with what was found by itself. */
const PortraitView = z.object({
  /** The application's. */
  id: Id,
  version: Count,
  name: z.nullable(z.string()),
  offering: OfferingView,
  photo: z.object({ id: Id, url: z.string() }),
  faults: z.array(z.enum(PHOTO_FAULTS)),
  doubts: z.array(z.enum(DOUBTS)),
  seen: z.boolean(),
});
export type PortraitView = z.output<typeof PortraitView>;

/** Of those who wait with a photo. */
const Counts = z.object({ unseen: Count, all: Count });

/** The photos of those who wait for a decision, oldest first: those nobody has looked at, or all. */
export const listPortraits = endpoint({
  name: 'listPortraits',
  method: 'GET',
  path: '/staff/sessions/:id/portraits',
  who: ['reviewer', 'administrator'],
  params: IdParams,
  /** `unit`: of those alone who came in by the roster of that unit. */
  query: z.strictObject({ ...PageQuery, of: z.enum(['unseen', 'all']), unit: z.optional(Id) }),
  reply: z.object({ ...pageOf(PortraitView).shape, counts: Counts }),
  refusals: [],
});

/**
 * Notes that these photos were looked at side by side, so that their applications may be approved with the others. One
 * that was changed since, or no longer waits, is left.
 */
export const lookAtPortraits = endpoint({
  name: 'lookAtPortraits',
  method: 'POST',
  path: '/staff/sessions/:id/portraits/looks',
  who: ['reviewer'],
  params: IdParams,
  body: z.strictObject({
    seen: z.array(z.strictObject({ id: Id, photoId: Id })).check(z.minLength(1), z.maxLength(500)),
  }),
  reply: z.object({ counts: Counts }),
  refusals: [],
});
