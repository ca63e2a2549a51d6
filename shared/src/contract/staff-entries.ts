import * as z from 'zod/mini';
import { DocumentTypeSchema, OriginSchema } from '../notice';
import { AssessmentView } from './assessment';
import { CaseKind } from './cases';
import { CONTEST_STAFF, ContestView } from './contests';
import { endpoint } from './endpoint';
import { Decision, ENTRY_STATES, GroupCode, HeldLevelView, UNIT_TYPES } from './contest-entries';
import { Count, Day, Id, IdParams, line } from './fields';

/**
 * One entry in full, as staff judge it.
 * What a list from elsewhere does not say is null.
 */
const StaffEntryDetail = z.object({
  id: Id,
  version: Count,
  name: z.string(),
  phone: z.nullable(z.string()),
  documentNumberMasked: z.string(),
  unit: z.nullable(z.string()),
  group: z.nullable(GroupCode),
  groupName: z.nullable(z.string()),
  groupNote: z.nullable(z.string()),
  training: z.boolean(),
  verdict: z.enum(['eligible', 'needs-review']),
  /**
   * It waits for staff only because the group that the entrant declares must be looked at: it may be accepted with
   * others.
   */
  onlyGroupWaits: z.boolean(),
  photoUrl: z.nullable(z.string()),
  enteredOn: Day,
  decision: Decision,
  /** The day on which a list from elsewhere first named the entrant; null: entered here. */
  listedOn: z.nullable(Day),
  listReference: z.nullable(z.string()),
  state: z.enum(ENTRY_STATES),
  origin: OriginSchema,
  documentType: DocumentTypeSchema,
  documentNumber: z.string(),
  documentExpiresOn: z.nullable(Day),
  birthDate: z.nullable(Day),
  sex: z.nullable(z.enum(['male', 'female'])),
  unitType: z.nullable(z.enum(UNIT_TYPES)),
  coach: z.nullable(z.string()),
  unionCard: z.boolean(),
  levels: z.array(HeldLevelView),
  /** By the notice and on the day it was judged; null where a list does not say enough. */
  assessment: z.nullable(AssessmentView),
  judgedOn: Day,
  /** Open cases of the entrant, by what they are about; `twins`: the other entries with the same document. */
  cases: z.array(z.object({ id: Id, kind: CaseKind, twins: z.array(Id) })),
  /** Characters that no font has, by the field that they stand in. */
  unprintable: z.array(
    z.object({ of: z.enum(['name', 'unit', 'coach', 'groupNote']), characters: z.array(z.string()) }),
  ),
  contest: ContestView,
});
export type StaffEntryDetail = z.output<typeof StaffEntryDetail>;

export const getStaffEntry = endpoint({
  name: 'getStaffEntry',
  method: 'GET',
  path: '/staff/entries/:id',
  who: CONTEST_STAFF,
  params: IdParams,
  reply: StaffEntryDetail,
  refusals: [],
});

/**
 * Accepts a live entry that the rules could not decide, or refuses any live one with a reason; the entrant is told and,
 * until closing, may enter again. `version` is the one that staff looked at.
 */
export const decideEntry = endpoint({
  name: 'decideEntry',
  method: 'PUT',
  path: '/staff/entries/:id/decision',
  who: ['reviewer', 'administrator'],
  params: IdParams,
  body: z.discriminatedUnion('verdict', [
    z.strictObject({ verdict: z.literal('accepted'), version: Count }),
    z.strictObject({ verdict: z.literal('refused'), version: Count, reason: line(200) }),
  ]),
  reply: StaffEntryDetail,
  refusals: ['wrong-state', 'changed-meanwhile', 'banned'],
});

/** What putting a frozen choice of entries into a group would do: who is put there, who is there, who is in another one. */
export const previewGrouping = endpoint({
  name: 'previewGrouping',
  method: 'GET',
  path: '/staff/stages/:id/entries/selections/:selectionId/grouping',
  who: ['exam-officer', 'administrator'],
  params: z.strictObject({ id: Id, selectionId: Id }),
  reply: z.object({
    groupName: z.string(),
    /** Whoever is in another group is put into this one, too. */
    regroups: z.boolean(),
    put: Count,
    there: Count,
    others: z.array(z.object({ name: z.string(), people: Count })),
  }),
  refusals: [],
});
