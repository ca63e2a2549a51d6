import * as z from 'zod/mini';
import { ENTRY_STATES } from './contest-entries';
import { CONTEST_STAFF, ContestView } from './contests';
import { endpoint } from './endpoint';
import { Bytes, ClauseView, Count, Day, Id, IdParams, PageQuery, line, pageOf, typedNumber } from './fields';
import { BatchParams, photoBatchEndpoints } from './photo-batches';
import { REGISTRATION_STATES } from './registrations';
import { SheetImportView, sheetEndpoints } from './sheet-imports';

/** Staff of the body besides the agents of the unit: what comes by e-mail they take in the same way. */
export const GROUP_STAFF = CONTEST_STAFF;

/** How units bring their people: as a package to the body (C25), or on somebody else's site (C24). */
const Way = z.enum(['package', 'site']);

/** The people of one unit in one competition, for its agents and the body's staff. */
const GroupView = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  way: Way,
  /** What the notice prints about it. */
  text: z.string(),
  source: ClauseView,
  /** Whether a list can be taken now, and why not. */
  closed: z.nullable(z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) })),
  /** “企业简称+报名人数”. */
  title: z.nullable(z.string()),
  /** The printed steps of the site, each with the day on which it was ticked off. */
  steps: z.array(z.object({ text: z.string(), source: ClauseView, doneOn: z.nullable(Day) })),
  url: z.nullable(z.string()),
  /** The unit's own record of the site. */
  state: z.enum(REGISTRATION_STATES),
  reference: z.nullable(z.string()),
  registeredOn: z.nullable(Day),
  /** `entered`: live, `undecided` of them until staff decide. */
  counts: z.object({ entered: Count, undecided: Count }),
  contest: ContestView,
});
export type ContestGroupView = z.output<typeof GroupView>;

const whose = { who: 'signed-in', params: IdParams } as const;

/** The competitions of a unit's body that groups may enter, for its agents and staff. */
export const listUnitContests = endpoint({
  name: 'listUnitContests',
  method: 'GET',
  path: '/contest-groups',
  who: 'signed-in',
  query: z.strictObject({ unit: Id }),
  reply: z.object({
    items: z.array(
      z.object({
        noticeId: Id,
        title: z.string(),
        way: Way,
        state: z.enum(['upcoming', 'open', 'closed']),
        opensOn: z.nullable(Day),
        closesOn: z.nullable(Day),
        groupId: z.nullable(Id),
      }),
    ),
  }),
  refusals: [],
});

/** The group of a unit in a competition: a new one, or the one that is there. */
export const openContestGroup = endpoint({
  name: 'openContestGroup',
  method: 'POST',
  path: '/contest-groups',
  who: 'signed-in',
  body: z.strictObject({ unitId: Id, noticeId: Id }),
  reply: GroupView,
  refusals: ['wrong-state', 'group-not-offered'],
});

export const getContestGroup = endpoint({
  ...whose,
  name: 'getContestGroup',
  method: 'GET',
  path: '/contest-groups/:id',
  reply: GroupView,
  refusals: [],
});

/** What the package is called; the number in it is held against the list (C25 三（六）2). */
export const callPackage = endpoint({
  ...whose,
  name: 'callPackage',
  method: 'PUT',
  path: '/contest-groups/:id/title',
  body: z.strictObject({ title: line(80) }),
  reply: GroupView,
  refusals: ['package-title-wrong', 'group-not-offered'],
});

/** The columns of the list, by the notice's own groups of entrants. */
export const downloadPackageTemplate = endpoint({
  ...whose,
  name: 'downloadPackageTemplate',
  method: 'GET',
  path: '/contest-groups/:id/template.xlsx',
  kind: 'download',
  limit: 'heavy',
  reply: Bytes,
  refusals: ['group-not-offered'],
});

/** The list and everybody's photo in one ZIP; whoever stands there already is found by the document. */
export const packageSheet = sheetEndpoints({
  name: 'Package',
  path: '/contest-groups/:id/package',
  who: 'signed-in',
  refusals: ['too-late', 'wrong-state', 'group-not-offered', 'package-title-wrong', 'changed-meanwhile'],
});

/** The photos of a package from a desk: originals, shrunk there and sent one by one. */
export const packagePhotos = photoBatchEndpoints({
  name: 'PackagePhotos',
  path: '/contest-groups/:id',
  refusals: ['too-late', 'too-early', 'wrong-state', 'group-not-offered'],
});

/**
 * The list of the package, once its photos have come: compared as a ZIP is. Where something is wrong in it the photos stay,
 * for the next list.
 */
export const packageList = endpoint({
  name: 'uploadPackageList',
  method: 'POST',
  path: '/contest-groups/:id/photo-batches/:batchId/list',
  who: 'signed-in',
  kind: 'upload',
  limit: 'upload',
  params: BatchParams,
  reply: SheetImportView,
  refusals: [...packageSheet.upload.refusals, 'batch-over', 'batch-incomplete'],
});

/** Who stands in the group, in the order in which they came. */
export const listGroupEntrants = endpoint({
  ...whose,
  name: 'listGroupEntrants',
  method: 'GET',
  path: '/contest-groups/:id/entrants',
  query: z.strictObject(PageQuery),
  reply: pageOf(
    z.object({
      id: Id,
      name: z.string(),
      documentTail: z.string(),
      state: z.enum(ENTRY_STATES),
      /** Until staff have looked. */
      undecided: z.boolean(),
      /** Why staff refused it. */
      reason: z.nullable(z.string()),
      photoUrl: z.nullable(z.string()),
    }),
  ),
  refusals: [],
});

/** Ticks a printed step of the site off, or takes the tick back. */
export const tickGroupStep = endpoint({
  name: 'tickGroupStep',
  method: 'PUT',
  path: '/contest-groups/:id/steps/:step',
  who: 'signed-in',
  params: z.strictObject({ id: Id, step: z.coerce.number().check(z.int(), z.gte(1), z.lte(100)) }),
  body: z.strictObject({ done: z.boolean() }),
  reply: GroupView,
  refusals: ['too-early', 'too-late', 'wrong-state'],
});

/** Notes how the unit stands on the site. */
export const noteGroup = endpoint({
  ...whose,
  name: 'noteGroup',
  method: 'PUT',
  path: '/contest-groups/:id/record',
  body: z.strictObject({
    state: z.enum(REGISTRATION_STATES),
    reference: z.nullable(typedNumber(60)),
    registeredOn: z.nullable(Day),
  }),
  reply: GroupView,
  refusals: ['too-early', 'wrong-state'],
});
