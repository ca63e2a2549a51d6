import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Bytes, Count, Day, Id, OfferingView } from './fields';

const who = ['administrator', 'exam-officer', 'score-officer', 'publisher'] as const;
const params = z.strictObject({ id: Id, year: z.string().check(z.regex(/^20\d\d$/)) });

/** One offering of one session: how many came how far, and how long it took. */
const YearRow = z.object({
  sessionId: Id,
  sessionName: z.string(),
  cancelled: z.boolean(),
  offering: OfferingView,
  examStart: Day,
  examEnd: Day,
  /** Handed in, whatever became of it. */
  applied: Count,
  /** Approved and paid: admitted to the exam. */
  admitted: Count,
  /** Came to at least one subject. */
  present: Count,
  /** Of those, so many as only the marks tell. */
  presumed: Count,
  passed: Count,
  /** Holds a certificate. */
  certified: Count,
  /** To what the room noted of the attendance, and to the public list. */
  objections: Count,
  /** Score reviews asked for. */
  reviews: Count,
  publishedOn: z.nullable(Day),
  certifiedOn: z.nullable(Day),
  /** Calendar days from the last exam day to the results, and from those to the first certificate. */
  daysToResults: z.nullable(Count),
  daysToCertificates: z.nullable(Count),
});
export type YearRow = z.output<typeof YearRow>;

/** What a body examined in a year, by exam day: each session and offering. */
export const getYear = endpoint({
  name: 'getYear',
  method: 'GET',
  path: '/staff/bodies/:id/years/:year',
  who,
  params,
  reply: z.object({ rows: z.array(YearRow), years: z.array(z.string()) }),
  refusals: [],
});

/** The same as a workbook, with what it all comes to. */
export const downloadYear = endpoint({
  name: 'downloadYear',
  method: 'GET',
  path: '/staff/bodies/:id/years/:year/sheet.xlsx',
  who,
  kind: 'download',
  limit: 'heavy',
  params,
  reply: Bytes,
  refusals: [],
});
