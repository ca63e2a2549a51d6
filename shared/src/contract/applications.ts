import * as z from 'zod/mini';
import { DocumentTypeSchema, FactsSchema, OriginSchema } from '../notice';
import { CERTIFICATE_NUMBER_FAULTS } from '../rules/numbering';
import { PHOTO_FAULTS } from '../rules/photo';
import { ACTIONS, ACTION_REFUSALS, APPLICATION_STATES, STAGES } from '../rules/progress';
import { AssessmentView } from './assessment';
import { SUBMISSION_REFUSALS } from './submission-refusals';
import { DOUBTS, SHARED_TRAITS } from './doubts';
import { CaseKind } from './cases';
import { SchemeUsed } from './retake-schemes';
import { contactInputs, contactViews } from './contact-fields';
import { RulingView } from './rulings';
import { endpoint } from './endpoint';
import {
  Bytes,
  Count,
  Day,
  DocumentNumber,
  Id,
  IdParams,
  Instant,
  OfferingView,
  PageQuery,
  PersonName,
  Phone,
  SubjectName,
  line,
  pageOf,
  prose,
} from './fields';
import { WindowView } from './sessions';

const Sex = z.enum(['male', 'female']);

/** Who applies, in the candidate's own writing; the document number comes back masked. */
const candidateFields = {
  name: z.optional(PersonName),
  origin: z.optional(OriginSchema),
  documentType: z.optional(DocumentTypeSchema),
  documentNumber: z.optional(DocumentNumber),
  documentExpiresOn: z.optional(z.nullable(Day)),
  birthDate: z.optional(Day),
  sex: z.optional(Sex),
  phone: z.optional(Phone),
  ...contactInputs,
};

/** A paper handed in: scanned pages, or the number or code that stands for it. */
const PaperInput = z.strictObject({
  document: line(64),
  fileIds: z.array(Id).check(z.maxLength(9)),
  number: z.optional(z.nullable(line(60))),
  /** The last day on which an online code can be looked up, as its page says. */
  validUntil: z.optional(z.nullable(Day)),
});

const PaperView = z.object({
  document: z.string(),
  files: z.array(z.object({ id: Id, type: z.string(), url: z.string() })),
  number: z.nullable(z.string()),
  validUntil: z.optional(Day),
});

/** Parts of an application that a reviewer can point at. */
export const REMARK_FIELDS = [
  'name',
  'documentNumber',
  'documentExpiresOn',
  'birthDate',
  'phone',
  'photo',
  'facts',
  'route',
  'documents',
  'signature',
] as const;

/** What an earlier word of staff is about: such a part, or the approval itself: why it was taken back. */
export const EARLIER_FIELDS = [...REMARK_FIELDS, 'approval'] as const;

const Remark = z.object({ field: z.enum(REMARK_FIELDS), text: z.string() });

/** What a reviewer asks to mend. */
const Remarks = z.array(z.strictObject({ field: z.enum(REMARK_FIELDS), text: prose(200) })).check(z.minLength(1));

/** Where an application stands and what may be done next, as rules/progress says. */
const ProgressView = z.object({
  stage: z.enum(STAGES),
  /** How it went, once that is published. */
  outcome: z.optional(z.enum(['passed', 'failed', 'absent'])),
  next: z.array(z.object({ action: z.enum(ACTIONS), by: z.enum(['candidate', 'staff']), until: z.nullable(Day) })),
  blocked: z.array(
    z.object({
      action: z.enum(ACTIONS),
      code: z.enum(ACTION_REFUSALS),
      data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    }),
  ),
});
export type ProgressView = z.output<typeof ProgressView>;

const CandidateView = z.object({
  name: z.nullable(z.string()),
  origin: z.nullable(OriginSchema),
  documentType: z.nullable(DocumentTypeSchema),
  documentNumberMasked: z.nullable(z.string()),
  documentExpiresOn: z.nullable(Day),
  birthDate: z.nullable(Day),
  sex: z.nullable(Sex),
  phoneMasked: z.nullable(z.string()),
  ...contactViews,
});

const summaryFields = {
  id: Id,
  noticeId: Id,
  noticeTitle: z.string(),
  noticeVersion: Count,
  bodyId: Id,
  sessionId: Id,
  sessionName: z.string(),
  examStart: Day,
  offering: OfferingView,
  /** The unit whose roster entered the candidate pays the fee. */
  paidByUnit: z.boolean(),
  /** The subjects that are taken again, the others being kept; null: all of them, anew. */
  retake: z.nullable(z.array(SubjectName)),
  /** The version of the body's 补考方案 that they follow; null: none. */
  retakeScheme: z.nullable(SchemeUsed),
  state: z.enum(APPLICATION_STATES),
  progress: ProgressView,
  createdAt: Instant,
  submittedAt: z.nullable(Instant),
};

export const ApplicationSummary = z.object(summaryFields);
export type ApplicationSummary = z.output<typeof ApplicationSummary>;

export const ApplicationView = z.object({
  ...summaryFields,
  /** Travels in `If-Match` when the draft is saved. */
  version: Count,
  candidate: CandidateView,
  facts: FactsSchema,
  route: z.nullable(z.string()),
  assessment: AssessmentView,
  photo: z.nullable(z.object({ id: Id, url: z.string() })),
  signature: z.nullable(z.object({ id: Id, url: z.string() })),
  papers: z.array(PaperView),
  remarks: z.array(Remark),
  rejection: z.nullable(z.string()),
  windows: z.array(WindowView),
  /** What really differs from what was sent back; retyping the same changes nothing. */
  changedFields: z.array(z.enum(REMARK_FIELDS)),
});
export type ApplicationView = z.output<typeof ApplicationView>;

/**
 * Starts a draft for an offering of an open session; an unfinished draft for the same is handed back. Where a new
 * application forfeits passes (E24 三（六）3, S25 四（二）), whoever keeps some is refused `passes-kept`, with the application
 * that they stand in and the last day of its retake, until `forfeitsPasses` says that this is meant.
 */
export const createApplication = endpoint({
  name: 'createApplication',
  method: 'POST',
  path: '/applications',
  who: 'signed-in',
  body: z.strictObject({
    sessionId: Id,
    offeringCode: line(64),
    facts: z.optional(FactsSchema),
    forfeitsPasses: z.optional(z.literal(true)),
  }),
  reply: ApplicationView,
  refusals: [
    'too-early',
    'too-late',
    'offering-unknown',
    'consent-needed',
    'application-conflict',
    'passes-kept',
    'banned',
  ],
});

export const listMyApplications = endpoint({
  name: 'listMyApplications',
  method: 'GET',
  path: '/applications',
  who: 'signed-in',
  query: z.strictObject(PageQuery),
  reply: pageOf(ApplicationSummary),
  refusals: [],
});

export const getApplication = endpoint({
  name: 'getApplication',
  method: 'GET',
  path: '/applications/:id',
  who: 'signed-in',
  params: IdParams,
  reply: ApplicationView,
  refusals: [],
});

/** One's own numbers in full, for the moment in which one looks at them; every other answer masks them. */
export const getApplicationNumbers = endpoint({
  name: 'getApplicationNumbers',
  method: 'GET',
  path: '/applications/:id/numbers',
  who: 'signed-in',
  params: IdParams,
  reply: z.object({ documentNumber: z.nullable(z.string()), phone: z.nullable(z.string()) }),
  refusals: [],
});

/** Saves parts of a draft or of a returned application; what is absent stays as it was. */
export const saveApplication = endpoint({
  name: 'saveApplication',
  method: 'PATCH',
  path: '/applications/:id',
  who: 'signed-in',
  ifMatch: true,
  params: IdParams,
  body: z.strictObject({
    candidate: z.optional(z.strictObject(candidateFields)),
    facts: z.optional(FactsSchema),
    route: z.optional(z.nullable(line(64))),
    photoFileId: z.optional(z.nullable(Id)),
    signatureFileId: z.optional(z.nullable(Id)),
    papers: z.optional(z.array(PaperInput).check(z.maxLength(20))),
  }),
  reply: ApplicationView,
  refusals: ['wrong-state', 'identity-refused', 'photo-refused', 'file-refused'],
});

/**
 * Hands the application in; conditions, route and fees freeze here. Whether another holds the document is never told.
 */
export const submitApplication = endpoint({
  name: 'submitApplication',
  method: 'POST',
  path: '/applications/:id/submission',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({
    truthful: z.literal(true),
    noticeRead: z.literal(true),
    /** It gives up passes that were published, or found to be this person's, since it was begun, and is meant to. */
    forfeitsPasses: z.optional(z.literal(true)),
  }),
  reply: ApplicationView,
  refusals: [...SUBMISSION_REFUSALS],
});

export const withdrawApplication = endpoint({
  name: 'withdrawApplication',
  method: 'POST',
  path: '/applications/:id/withdrawal',
  who: 'signed-in',
  params: IdParams,
  reply: ApplicationView,
  refusals: ['wrong-state', 'already-paid'],
});

/** A letter or the application form as PDF, filled from the application (N5). */
export const downloadForm = endpoint({
  name: 'downloadForm',
  method: 'GET',
  path: '/applications/:id/forms/:document',
  who: 'signed-in',
  kind: 'download',
  limit: 'heavy',
  params: z.strictObject({ id: Id, document: line(64) }),
  reply: Bytes,
  refusals: ['details-missing'],
});

/** What a reviewer sees: the whole application with the full document number, and what to look at. */
export const ReviewView = z.object({
  ...ApplicationView.shape,
  documentNumber: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  /** A clerk has seen the originals and says which in contract/counter. */
  atCounter: z.boolean(),
  earlierRemarks: z.array(z.object({ field: z.enum(EARLIER_FIELDS), text: z.string(), at: Instant })),
  photoFaults: z.array(z.enum(PHOTO_FAULTS)),
  /** Why it must be looked at by itself, as things stand now. */
  doubts: z.array(z.enum(DOUBTS)),
  /** Numbers of certificates that cannot be right: of no known form, or of another level or year than told. */
  certificateFaults: z.array(z.object({ number: z.string(), faults: z.array(z.enum(CERTIFICATE_NUMBER_FAULTS)) })),
  /** Who looked at the photo among the others, and when; null: nobody yet. */
  portraitSeen: z.nullable(z.object({ by: z.string(), at: Instant })),
  /** Other applications to the same body that have something in common with this one, the newest first. */
  elsewhere: z.array(
    z.object({
      id: Id,
      name: z.nullable(z.string()),
      sessionName: z.string(),
      offering: OfferingView,
      state: z.enum(APPLICATION_STATES),
      same: z.array(z.enum(SHARED_TRAITS)),
      /** Under the same document: the same person, as far as papers say. */
      isSamePerson: z.boolean(),
    }),
  ),
  cases: z.array(z.object({ id: Id, kind: CaseKind })),
  /** What was decided for all of the session about words that this one says. */
  rulings: z.array(RulingView),
});
export type ReviewView = z.output<typeof ReviewView>;

export const getReview = endpoint({
  name: 'getReview',
  method: 'GET',
  path: '/staff/applications/:id',
  who: ['reviewer', 'administrator'],
  params: IdParams,
  reply: ReviewView,
  refusals: [],
});

/**
 * Approves: the person is linked by document, an order opens (B26 assumed: review, then payment). Where the candidate
 * denied what the notice demands and leaves to judgement, `reason-needed` names the `statements`, and where `words` were
 * decided not to count for all of the session, those, until a reason is given; it is kept among the earlier remarks.
 */
export const approveApplication = endpoint({
  name: 'approveApplication',
  method: 'POST',
  path: '/staff/applications/:id/approval',
  who: ['reviewer'],
  params: IdParams,
  body: z.strictObject({ version: Count, reason: z.optional(prose(200)) }),
  reply: ReviewView,
  refusals: [
    'wrong-state',
    'banned',
    'case-open',
    'reason-needed',
    'changed-meanwhile',
    'document-held',
    'person-held',
    'too-late',
  ],
});

/**
 * Takes an approval back while nothing is paid: its order ends, and it waits for a decision again, or with `remarks` for
 * the candidate to mend. The reason is kept among the earlier remarks and told to the candidate.
 */
export const takeBackApproval = endpoint({
  name: 'takeBackApproval',
  method: 'POST',
  path: '/staff/applications/:id/approval/taking-back',
  who: ['reviewer'],
  params: IdParams,
  body: z.strictObject({ version: Count, reason: prose(200), remarks: z.optional(Remarks) }),
  reply: ReviewView,
  refusals: ['wrong-state', 'already-paid', 'changed-meanwhile'],
});

/** Sends it back with a remark per field; the candidate mends it and hands it in again. */
export const returnApplication = endpoint({
  name: 'returnApplication',
  method: 'POST',
  path: '/staff/applications/:id/return',
  who: ['reviewer'],
  params: IdParams,
  body: z.strictObject({
    version: Count,
    remarks: Remarks,
  }),
  reply: ReviewView,
  refusals: ['wrong-state', 'changed-meanwhile', 'remarks-needed', 'too-late'],
});

export const rejectApplication = endpoint({
  name: 'rejectApplication',
  method: 'POST',
  path: '/staff/applications/:id/rejection',
  who: ['reviewer'],
  params: IdParams,
  body: z.strictObject({ version: Count, reason: prose(400) }),
  reply: ReviewView,
  refusals: ['wrong-state', 'changed-meanwhile'],
});
