import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Bytes, Day, Done, Id, typedCode } from './fields';

/** What a scanned code leads to; `unknown` is an answer, for the page says so. */
export const POSTER_STATES = ['upcoming', 'open', 'closed', 'withdrawn', 'unknown'] as const;
export type PosterState = (typeof POSTER_STATES)[number];

/** What stands behind a code, and when: an end that is null is not known. */
const PosterView = z.object({
  code: z.string(),
  state: z.enum(POSTER_STATES),
  kind: z.nullable(z.enum(['certification', 'competition'])),
  noticeId: z.nullable(Id),
  title: z.nullable(z.string()),
  bodyName: z.nullable(z.string()),
  opensOn: z.nullable(Day),
  closesOn: z.nullable(Day),
  withdrawnOn: z.nullable(Day),
  /** Whether individuals enter here, and not on another site. */
  entersHere: z.boolean(),
});
export type PosterView = z.output<typeof PosterView>;

const PosterCode = typedCode(12);
const posterParams = z.strictObject({ code: PosterCode });

export const getPoster = endpoint({
  name: 'getPoster',
  method: 'GET',
  path: '/posters/:code',
  who: 'anybody',
  params: posterParams,
  reply: PosterView,
  refusals: [],
});

/** Asks to be told the day before it opens and, unless entered by then, the day before it closes. */
export const askPosterReminder = endpoint({
  name: 'askPosterReminder',
  method: 'POST',
  path: '/posters/:code/reminders',
  who: 'signed-in',
  params: posterParams,
  reply: Done,
  refusals: ['wrong-state'],
});

const POSTER_STAFF = ['publisher', 'exam-officer', 'administrator'] as const;

/** As staff hand it out; `link` is what its QR says. */
const StaffPosterView = z.object({ ...PosterView.shape, noticeId: Id, title: z.string(), link: z.string() });
export type StaffPosterView = z.output<typeof StaffPosterView>;

export const listPosters = endpoint({
  name: 'listPosters',
  method: 'GET',
  path: '/staff/posters',
  who: POSTER_STAFF,
  reply: z.object({ items: z.array(StaffPosterView) }),
  refusals: [],
});

/** A4, to print. */
export const downloadPosterPdf = endpoint({
  name: 'downloadPosterPdf',
  method: 'GET',
  path: '/staff/posters/:code/pdf',
  who: POSTER_STAFF,
  kind: 'download',
  limit: 'heavy',
  params: posterParams,
  reply: Bytes,
  refusals: [],
});

/** The same as a picture, to send on. */
export const downloadPosterPng = endpoint({
  name: 'downloadPosterPng',
  method: 'GET',
  path: '/staff/posters/:code/png',
  who: POSTER_STAFF,
  kind: 'download',
  limit: 'heavy',
  params: posterParams,
  reply: Bytes,
  refusals: [],
});

/** Takes a poster back, or puts it up again; its code stays. */
export const withdrawPoster = endpoint({
  name: 'withdrawPoster',
  method: 'PUT',
  path: '/staff/posters/:code/withdrawal',
  who: POSTER_STAFF,
  params: posterParams,
  body: z.strictObject({ withdrawn: z.boolean() }),
  reply: StaffPosterView,
  refusals: [],
});
