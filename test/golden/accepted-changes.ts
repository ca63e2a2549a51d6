import { ON_COUNTER_DAY } from './accepted-counter-day';

/** A difference from the golden answers that is meant. */
export type AcceptedChange = {
  /** The path asked, `#`, the field with all below it; `*` is any id or index: `/applications/*#body.data.kind`. */
  readonly at: string;
  /** The field is new: only its being there is accepted. Otherwise it may have changed or gone. */
  readonly added?: true;
  /** What it was and is now, ` → ` between, both as JSON: nothing else is accepted. */
  readonly only?: RegExp;
  readonly because: string;
};

const CASES =
  'cases are two lists of their body, of people and of money, with counts, search and a sheet; the pages over all bodies are gone';

/** Issue 9, 2; 10, 8; and who pays for many. */
const BACK_TO_UNIT = 'what a unit has paid goes back to the unit, and the member is promised nothing';
const OF_UNIT = 'an order says which unit pays, for how many, and all that they take';
const ON_ORDERS = {
  number: 'an order has a number that people can say',
  dueByHand: 'an order says what goes back by hand, and where to',
  unitName: OF_UNIT,
  people: OF_UNIT,
  offerings: OF_UNIT,
};

/** Issue 8, 33. */
const OPERATOR = 'failed work belongs to the operator of the installation, whom the command line names, to no body';

/** Issue 8, 45. */
const OUTCOME = 'an application says how it went from the publication of its result on';

/** Issue 8, 45 and what strangers found: an application that nobody decided in time. */
const REVIEW_OVER = 'an application that nobody reviewed in time is said to be so, and cannot be returned any more';

/** S25 prints no publicity. */
const NO_PUBLICITY =
  'where a notice has no publicity the list is not missing: it is said so, with the clause that prints how results are told';

const PROGRESS = [
  '/applications?*#body.data.items.*.progress',
  '/applications/*#body.data.progress',
  '/staff/applications/*#body.data.progress',
  '/staff/counter/applications/*#body.data.application.progress',
  '/staff/counter/slips/*#body.data.application.progress',
];

const reviewOver: readonly AcceptedChange[] = PROGRESS.flatMap((progress) =>
  (
    [
      ['stage', /^"in-review" → "review-over"$/],
      ['next.*.action', /^("return" → "reject"|"reject" → "withdraw")$/],
      ['next.*.by', /^"staff" → "candidate"$/],
      ['next.*.until', /^"[\d-]+" → null$/],
      ['next.*', /^\{"action":"withdraw","by":"candidate","until":null\} → \(absent\)$/],
      ['blocked.1', /^\(absent\) → \{"action":"return","code":"too-late","data":\{"closedOn":"[\d-]+"\}\}$/],
    ] as const
  ).map(([field, only]) => ({ at: `${progress}.${field}`, only, because: REVIEW_OVER })),
);

const RULINGS = 'what was decided for all of a session about an occupation or a major stands on each record';

/** Issue 9, 1: what a reviewer has to see of an application beside the others. */
const REVIEWED: readonly AcceptedChange[] = [
  '/staff/applications/*#body.data',
  '/staff/counter/applications/*#body.data.application',
  '/staff/counter/slips/*#body.data.application',
].flatMap((view) =>
  ['doubts', 'certificateFaults', 'portraitSeen', 'elsewhere'].map((field) => ({
    at: `${view}.${field}`,
    added: true as const,
    because: 'a reviewer reads what is in doubt, who looked at the photo, and what other applications share with it',
  })),
);

const ASSUMED: readonly AcceptedChange[] = ['/staff/sessions#body.data.items.*', '/staff/sessions/*#body.data'].map(
  (view) => ({
    at: `${view}.assumptions.*.before`,
    added: true as const,
    because: 'what was taken as true for an earlier session, and has not changed, is not asked again',
  }),
);

const REVISION: readonly AcceptedChange[] = ['/staff/sessions#body.data.items.*', '/staff/sessions/*#body.data'].map(
  (view) => ({
    at: `${view}.revision`,
    added: true as const,
    because: 'whoever saves the places of a session says which state of it they were entered from',
  }),
);

/** N11, U4: what is taken again, and who pays. */
const SUMMARY: readonly AcceptedChange[] = PROGRESS.flatMap((progress) =>
  (
    [
      ['retake', 'an application says which subjects are taken again, the others being kept'],
      ['retakeScheme', 'and by which version of what the body says where its exam mode has changed'],
      ['paidByUnit', 'an application says whether the unit that entered the candidate pays'],
    ] as const
  ).map(([field, because]) => ({ at: progress.replace(/progress$/, field), added: true as const, because })),
);

const CANCELLED = 'a breach of conduct cancels the result of a subject, as the notice prints it';

const MARK_WORDS: AcceptedChange = {
  at: '/staff/sessions/*/score-template.xlsx#body.0.rows.1.*',
  only: /缺考、作弊、免考、取消/,
  because: 'a score sheet takes 作弊, 免考 and 取消 besides 缺考',
};

const BY_OFFERING: readonly AcceptedChange[] = [
  ...['items.*.pending', 'shows', 'offerings'].flatMap((field) => [
    `/sessions/*/publicity#body.data.${field}`,
    `/sessions/*/publicity?*#body.data.${field}`,
  ]),
  '/staff/bodies/*#body.data.publicityShows',
  '/staff/sessions#body.data.items.*.unpublished',
  '/staff/sessions/*#body.data.unpublished',
  ...['lacking', 'publishedOn', 'asked', 'pending', 'unconfirmed', 'toConfirm'].map(
    (field) => `/staff/sessions/*/results-publication/preview#body.data.offerings.*.${field}`,
  ),
].map((at) => ({ at, added: true, because: 'results are published offering by offering, each on its own day' }));

/** Every accepted difference; a field that is not listed here fails the test. */
export const acceptedChanges: readonly AcceptedChange[] = [
  { at: '/staff/sessions/*/door?*#body.data.rooms.*.invigilators', added: true, because: 'who watches, by name' },
  ...Object.entries(ON_ORDERS).flatMap(([field, because]) => [
    { at: `/applications/*/order#body.data.${field}`, added: true as const, because },
    { at: `/staff/orders/*#body.data.${field}`, added: true as const, because },
  ]),
  { at: '/applications/*/session-change#body.data.change.paidByUnit', added: true, because: BACK_TO_UNIT },
  ...reviewOver,
  ...REVIEWED,
  ...SUMMARY,
  ...ASSUMED,
  ...REVISION,
  ...BY_OFFERING,
  MARK_WORDS,
  { at: '/staff/applications/*#body.data.rulings', added: true, because: RULINGS },
  { at: '/staff/counter/applications/*#body.data.application.rulings', added: true, because: RULINGS },
  { at: '/staff/counter/slips/*#body.data.application.rulings', added: true, because: RULINGS },
  {
    at: '/calendar/file#body.*',
    only: /^"(SUMMARY|DESCRIPTION):修改申报截止 .* → "(SUMMARY|DESCRIPTION):修改报名截止 /,
    because: 'outside a notice it is called 报名',
  },
  {
    at: '/calendar/file#body.*',
    only: /推定：通知"? →|^" 没有印.{2}时间：由工作人员按/,
    because: 'a candidate reads how something is handled that the notice does not say, not what its print lacks',
  },
  ...['registeredOn', 'duplicatedOn'].map((field) => ({
    at: `/applications/*/certificate#body.data.${field}`,
    added: true as const,
    because: 'a certificate says whether the official look-up shows it, and whether its paper was printed again',
  })),
  ...['duplicatedOn', 'fromBefore'].map((field) => ({
    at: `/certificates/verification?token=*.*.*.*#body.data.${field}`,
    added: true as const,
    because: 'anybody who checks a certificate reads that its paper was printed again, or issued before the system',
  })),
  {
    at: '/applications/*/certificate#body.data.link',
    added: true,
    because: 'the QR code of a certificate says an address, which WeChat opens, with the token inside',
  },
  {
    at: '/staff/orders/*#body.data.openedOn',
    added: true,
    because: 'no money for an order was received before it was opened: staff name the day they received it',
  },
  {
    at: '/staff/sessions/*/seats?limit=20#body.data.items',
    because: 'seats are a declared list: by hour, room and seat, with names instead of codes, state and offering added',
  },
  {
    at: '/staff/sessions/*/scores?limit=20#body.data',
    because: 'marks are a declared list: a column a subject, their completeness is a filter with counts',
  },
  {
    at: '/staff/sessions/*/score-reviews#body.data',
    because: 'score reviews are a declared list in pages: question and decision are columns, not a ledger',
  },
  {
    at: '/staff/sessions/*/certificates?limit=20#body.data.items',
    because: 'certificates are a declared list: state and masked document number added, the offering by its name',
  },
  {
    at: '/staff/contests/*/list-template.xlsx#body.0.rows',
    because: 'the template shows how to fill in a row; the row is not read when it comes back as it is',
  },
  {
    at: '/staff/bodies/*#body.data.graceMinutes',
    added: true,
    because: 'how late somebody is let in is a setting of the body, where nothing printed says it',
  },
  {
    at: '/staff/bodies/*#body.data.staff',
    because: 'staff are a list of their own, in pages, with search and a sheet; a body does not carry all of them',
  },
  {
    at: '/applications/*/ticket#body.data.notes',
    because: 'S25 二（五）2 prints 并自行打印准考证, E24 三（四） 下载并打印准考证 and 三（三） 发票: a ticket says so',
  },
  {
    at: '/applications/*/ticket.pdf#body',
    because:
      'the same on paper, and every consulting number with its extension (S25 六（三） prints two, E24 四（三） 转 8034)',
  },
  {
    at: '/staff/posters/*/pdf#body.5',
    because: 'C24 三（五）: one enters on a government site, so its poster does not call to enter by scanning',
  },
  { at: '/staff/posters/*/png#body', because: 'the same poster as a picture' },
  {
    at: '/applications/*/forms/application-form#body',
    because:
      'unasked is not none: 未填写 for what was never asked; S25’s 申报条件 in words, its annex 1 is an empty page',
  },
  {
    at: '/staff/counter/applications/*/forms/application-form#body',
    because: 'the same form at the counter',
  },
  {
    at: '/staff/applications?*#status',
    because:
      'applications to review are a list of their session, with counts and doubts; the queue over all sessions is gone',
  },
  {
    at: '/staff/applications?*#body',
    because:
      'applications to review are a list of their session, with counts and doubts; the queue over all sessions is gone',
  },
  {
    at: '/staff/orders?*#status',
    because: 'orders are a list of their body, with counts, search and a sheet; the pages over all bodies are gone',
  },
  {
    at: '/staff/orders?*#body',
    because: 'orders are a list of their body, with counts, search and a sheet; the pages over all bodies are gone',
  },
  {
    at: '/staff/contests/*/entries?*#status',
    because: 'entries are a list of their stage, with counts, search, masked cells and a sheet that asks for a reason',
  },
  {
    at: '/staff/contests/*/entries?*#type',
    because: 'entries are a list of their stage, with counts, search, masked cells and a sheet that asks for a reason',
  },
  {
    at: '/staff/contests/*/entries?*#body',
    because: 'entries are a list of their stage, with counts, search, masked cells and a sheet that asks for a reason',
  },
  {
    at: '/staff/contests/*/entries/sheet#status',
    because: 'entries are a list of their stage, with counts, search, masked cells and a sheet that asks for a reason',
  },
  {
    at: '/staff/contests/*/entries/sheet#type',
    because: 'entries are a list of their stage, with counts, search, masked cells and a sheet that asks for a reason',
  },
  {
    at: '/staff/contests/*/entries/sheet#body',
    because: 'entries are a list of their stage, with counts, search, masked cells and a sheet that asks for a reason',
  },
  { at: '/staff/cases?*#status', because: CASES },
  { at: '/staff/cases?*#body', because: CASES },
  {
    at: '/applications/*#body.data.changedFields',
    added: true,
    because: 'the candidate sees what the server takes for changed since it came back; retyping the same is no change',
  },
  { at: '/applications/*#body.data.progress.outcome', added: true, because: OUTCOME },
  { at: '/applications?*#body.data.items.*.progress.outcome', added: true, because: OUTCOME },
  { at: '/applications#body.data.items.*.progress.outcome', added: true, because: OUTCOME },
  { at: '/staff/applications/*#body.data.progress.outcome', added: true, because: OUTCOME },
  { at: '/staff/counter/applications/*#body.data.application.progress.outcome', added: true, because: OUTCOME },
  { at: '/staff/counter/slips/*#body.data.application.progress.outcome', added: true, because: OUTCOME },
  ...ON_COUNTER_DAY,
  ...['voidedOn', 'voidReason', 'earlier'].map((field) => ({
    at: `/applications/*/certificate#body.data.${field}`,
    added: true as const,
    because: 'a certificate may be void or replaced: its holder reads since when, why, and what it stands for',
  })),
  ...['voidedOn', 'replaced'].map((field) => ({
    at: `/certificates/verification?token=*.*.*.*#body.data.${field}`,
    added: true as const,
    because: 'who checks a void certificate reads since when, and whether its holder has another one',
  })),
  ...['twice', 'caseId', 'twins'].map((field) => ({
    at: `/staff/entries/*#body.data.${field}`,
    because: 'the open cases of an entry are named one by one, by their kind; twins belong to the case of a document',
  })),
  ...['cases', 'unprintable'].map((field) => ({
    at: `/staff/entries/*#body.data.${field}`,
    added: true as const,
    because: 'each open case of an entry says what it is about, and where a character stands that no font has',
  })),
  { at: '/staff/orders/*#body.data.undo', added: true, because: 'a wrong booking can be undone on that day' },
  { at: '/applications/*/result#body.data.subjects.*.cancelled', added: true, because: CANCELLED },
  { at: '/sessions/*/publicity?limit=20#body.data.items.*.subjects.*.cancelled', added: true, because: CANCELLED },
  {
    at: '/applications/*/ticket#body.data.seatingName',
    added: true,
    because: 'one finds oneself in the public file of the seating',
  },
  {
    at: '/staff/sessions/*/counts#body.data.duties.*.waiting',
    added: true,
    because: 'a duty says how many wait for it',
  },
  {
    at: '/staff/sessions/*/counts#body.data.duties.*.code',
    only: /^"review-applications" → "settle-unreviewed"$/,
    because: 'after the last day of review what is left is to be settled, not reviewed',
  },
  { at: '/messages?*#body.data.unread', only: /^\d+ → \d+$/, because: 'whoever nobody reviewed in time hears of it' },
  { at: '/applications/*/ticket#body.data.isNew', added: true, because: 'the first opening of a ticket is kept' },
  {
    at: '/calendar-feed/*.ics#body.*',
    only: /^" (定有关工作的通知.*推定：通知" → " 定有关工作的通知.*通知没有写"|没有印(报名|缴费)时间：由工作人员按批次填写" → " 明：以每个批次公布的为准")$/,
    because: 'candidates read how something is handled, not that the office had to suppose it',
  },
  { at: '/sessions/*/publicity?*#status', only: /^404 → 409$/, because: NO_PUBLICITY },
  { at: '/sessions/*/publicity?*#body.code', only: /^"not-found" → "wrong-state"$/, because: NO_PUBLICITY },
  { at: '/sessions/*/publicity?*#body.data', only: /"state":"no-publicity"/, because: NO_PUBLICITY },
  ...['/registrations#body.data.items.*', '/contests/*/registration#body.data.registration'].map((view) => ({
    at: `${view}.listed`,
    only: /^\{"on":.*\} → null$/,
    because:
      'a place on the list of an organiser belongs to who has proven the phone it names, whom a note alone is not',
  })),
  ...['/entries#body.data.items.*', '/entries/*#body.data'].map((view) => ({
    at: `${view}.outAfter`,
    added: true as const,
    because: 'who did not go on from a stage is not told of the next one as their own',
  })),
  ...['rankingGroups', 'filing', 'told'].map((field) => ({
    at: `/staff/contests/*/overview#body.data.${field}`,
    added: true as const,
    because: 'ranking groups are set for many, papers filed with a receipt, a stage announced to whom it concerns',
  })),
  { at: '/staff/failed-jobs#status', because: OPERATOR },
  { at: '/staff/failed-jobs#body', because: OPERATOR },
];
