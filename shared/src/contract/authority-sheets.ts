import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Bytes, Count, Day, Done, Id, IdParams, line } from './fields';

const who = ['publisher', 'exam-officer', 'score-officer', 'administrator'] as const;

/** Whom a sheet of an authority is about: the approved, those with a result, the holders of certificates (N16). */
export const AUTHORITY_SHEET_KINDS = ['applicants', 'scores', 'certificates'] as const;
export type AuthoritySheetKind = (typeof AUTHORITY_SHEET_KINDS)[number];

/** What a column can be filled with from what is known. */
export const AUTHORITY_FIELDS = [
  'row-number',
  'name',
  'document-type',
  'document-number',
  'sex',
  'birth-date',
  'phone',
  'employer',
  'occupation',
  'work-type',
  'level',
  'exam-day',
  'ticket-number',
  'theory',
  'skill',
  'review',
  'outcome',
  'certificate-number',
  'issued-on',
  'body-name',
  'photo-name',
] as const;
export type AuthorityField = (typeof AUTHORITY_FIELDS)[number];

/** What such sheets need and an application does not ask: asked with its reason, optional, never in anybody's way. */
export const EXTRA_QUESTIONS = ['ethnicity', 'education', 'source'] as const;
export type ExtraQuestion = (typeof EXTRA_QUESTIONS)[number];

/** How the files of photos are named. */
export const PHOTO_NAMES = ['document-number', 'name-and-number', 'ticket-number', 'certificate-number'] as const;
export type PhotoName = (typeof PHOTO_NAMES)[number];

/** Our words by theirs: what stands in the sheet instead, such as 男 → 1. */
const Codes = z.record(line(40), line(40));

/** Where the cells of a column come from; `blank` is left to be filled in by hand, `unmapped` nobody has looked at yet. */
export const AuthoritySource = z.union([
  z.strictObject({ from: z.literal('field'), field: z.enum(AUTHORITY_FIELDS), codes: z.optional(Codes) }),
  z.strictObject({ from: z.literal('question'), question: z.enum(EXTRA_QUESTIONS), codes: z.optional(Codes) }),
  z.strictObject({ from: z.literal('fixed'), text: line(120) }),
  z.strictObject({ from: z.literal('blank') }),
  z.strictObject({ from: z.literal('unmapped') }),
]);
export type AuthoritySource = z.output<typeof AuthoritySource>;

const AuthoritySheetView = z.object({
  id: Id,
  bodyId: Id,
  kind: z.enum(AUTHORITY_SHEET_KINDS),
  name: z.string(),
  /** One more with every change. */
  version: Count,
  /** A draft until every column was looked at; nothing is exported before. */
  ready: z.boolean(),
  /** As the authority's empty sheet has them, in its order; none is ever dropped. */
  columns: z.array(z.object({ header: z.string(), source: AuthoritySource })),
  photoName: z.nullable(z.enum(PHOTO_NAMES)),
});
export type AuthoritySheetView = z.output<typeof AuthoritySheetView>;

export const listAuthoritySheets = endpoint({
  name: 'listAuthoritySheets',
  method: 'GET',
  path: '/staff/bodies/:id/authority-sheets',
  who,
  params: IdParams,
  reply: z.object({ items: z.array(AuthoritySheetView) }),
  refusals: [],
});

/** Takes the authority's empty sheet: its headers are the layout; what is known by its header is mapped at once. */
export const uploadAuthoritySheet = endpoint({
  name: 'uploadAuthoritySheet',
  method: 'POST',
  path: '/staff/bodies/:id/authority-sheets',
  who,
  kind: 'upload',
  limit: 'upload',
  params: IdParams,
  query: z.strictObject({ kind: z.enum(AUTHORITY_SHEET_KINDS) }),
  reply: AuthoritySheetView,
  refusals: ['file-refused', 'storage-full'],
});

export const getAuthoritySheet = endpoint({
  name: 'getAuthoritySheet',
  method: 'GET',
  path: '/staff/authority-sheets/:id',
  who,
  params: IdParams,
  reply: AuthoritySheetView,
  refusals: [],
});

/** Maps the columns, each by its place; as many as there are headers, or it is refused. */
export const mapAuthoritySheet = endpoint({
  name: 'mapAuthoritySheet',
  method: 'PUT',
  path: '/staff/authority-sheets/:id',
  who,
  params: IdParams,
  body: z.strictObject({
    version: Count,
    name: line(60),
    sources: z.array(AuthoritySource).check(z.minLength(1), z.maxLength(200)),
    photoName: z.nullable(z.enum(PHOTO_NAMES)),
  }),
  reply: AuthoritySheetView,
  refusals: ['changed-meanwhile'],
});

export const deleteAuthoritySheet = endpoint({
  name: 'deleteAuthoritySheet',
  method: 'DELETE',
  path: '/staff/authority-sheets/:id',
  who,
  params: IdParams,
  reply: Done,
  refusals: [],
});

const Exported = z.strictObject({ id: Id, sheetId: Id });
const exporting = {
  method: 'GET',
  who,
  kind: 'download',
  limit: 'heavy',
  params: Exported,
  query: z.strictObject({ reason: line(200) }),
  reply: Bytes,
} as const;

/** A session's people in the authority's layout, numbers of documents in full: who took it and why is noted. */
export const exportAuthoritySheet = endpoint({
  ...exporting,
  name: 'exportAuthoritySheet',
  path: '/staff/sessions/:id/authority-sheets/:sheetId/sheet.xlsx',
  refusals: ['sheet-not-mapped', 'nothing-to-export'],
});

/** Their photos, named as the authority wants them. */
export const exportAuthorityPhotos = endpoint({
  ...exporting,
  name: 'exportAuthorityPhotos',
  path: '/staff/sessions/:id/authority-sheets/:sheetId/photos.zip',
  refusals: ['sheet-not-mapped', 'nothing-to-export', 'too-many-certificates'],
});

const Answers = z.object({
  ethnicity: z.optional(line(40)),
  education: z.optional(line(40)),
  source: z.optional(line(40)),
});
export type ExtraAnswers = z.output<typeof Answers>;

const ExtraFacts = z.object({
  /** What a mapped sheet of the body asks for; empty: nothing is asked. */
  questions: z.array(
    z.object({ question: z.enum(EXTRA_QUESTIONS), sheets: z.array(z.string()), options: z.array(z.string()) }),
  ),
  answers: Answers,
  consentedOn: z.nullable(Day),
});
export type ExtraFacts = z.output<typeof ExtraFacts>;

export const getExtraFacts = endpoint({
  name: 'getExtraFacts',
  method: 'GET',
  path: '/applications/:id/extra-facts',
  who: 'signed-in',
  params: IdParams,
  reply: ExtraFacts,
  refusals: [],
});

/** Answers with a consent of their own; no answers at all take the consent back and delete what was told. */
export const setExtraFacts = endpoint({
  name: 'setExtraFacts',
  method: 'PUT',
  path: '/applications/:id/extra-facts',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({
    answers: z.strictObject(Answers.shape),
    consent: z.boolean(),
  }),
  reply: ExtraFacts,
  refusals: ['consent-needed'],
});
