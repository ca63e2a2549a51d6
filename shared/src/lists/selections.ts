import * as z from 'zod/mini';
import { Id, ROLES, endpoint, line, pageOf } from '../contract';
import { type Acts, SelectionView } from './acts';
import { applicantList } from './applicants';
import { awardList } from './awards';
import { moneyCaseList } from './cases';
import { certificateList } from './certificates';
import type { Columns } from './columns';
import type { List } from './define-list';
import { entryList } from './entries';
import type { Filters } from './filters';
import { importedList } from './imported-records';
import { orderList } from './orders';
import { reviewList } from './reviews';
import { staffList } from './staff';
import { traineeList } from './trainees';

/** Any list as one of the many alike. */
function plain<C extends Columns, F extends Filters, A extends Acts>(list: List<C, F, A>): List;
function plain(list: List): List {
  return list;
}

/** Every list in which many are acted on together, by its name. */
export const ACTING_LISTS: Readonly<Record<string, List>> = Object.fromEntries(
  [
    plain(applicantList),
    plain(awardList),
    plain(certificateList),
    plain(entryList),
    plain(importedList),
    plain(moneyCaseList),
    plain(orderList),
    plain(reviewList),
    plain(staffList),
    plain(traineeList),
  ].map((list) => [list.name, list]),
);

/** What one did to many at once: in which list, and within which body or event it lies. */
const OwnSelection = z.object({ ...SelectionView.shape, list: z.string(), withinId: Id, withinName: z.string() });
export type OwnSelection = z.output<typeof OwnSelection>;

/** What the caller did to many at once in the last ninety days, the latest first; in one list, or in all. */
export const listSelections = endpoint({
  name: 'listSelections',
  method: 'GET',
  path: '/staff/selections',
  who: ROLES,
  query: z.strictObject({
    list: z.optional(line(40)),
    within: z.optional(Id),
    cursor: z.optional(line(200)),
    limit: z.optional(z.string().check(z.regex(/^([1-9]|[1-4]\d|50)$/))),
  }),
  reply: pageOf(OwnSelection),
  refusals: [],
});
