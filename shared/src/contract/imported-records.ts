import * as z from 'zod/mini';
import { DocumentTypeSchema } from '../notice';
import { endpoint } from './endpoint';
import { Bytes, Count, DocumentNumber, Id, PersonName, line, typedCode } from './fields';
import { sheetEndpoints } from './sheet-imports';

/** What a body has of people from before it worked with this system. */
export const IMPORTED_KINDS = ['ban', 'pass', 'certificate'] as const;
export type ImportedKind = (typeof IMPORTED_KINDS)[number];

/** `waiting`: nobody but whoever brought it in has seen it, and nothing follows; `changing`: it holds as it was until then. */
export const IMPORTED_STATES = ['waiting', 'changing', 'standing'] as const;
export type ImportedState = (typeof IMPORTED_STATES)[number];

export const IMPORTED_STAFF = ['exam-officer', 'publisher', 'administrator'] as const;
const who = IMPORTED_STAFF;

const sheet = (name: string, kind: string) => sheetEndpoints({ name, path: `/staff/bodies/:id/imported-${kind}`, who });

/** Who may not be assessed until when, by a decision from before. */
export const bansSheet = sheet('ImportedBans', 'bans');
/** Subjects passed before, kept as the notice keeps its own. */
export const passesSheet = sheet('ImportedPasses', 'passes');
/** Certificates issued before, which anybody verifies as ours. */
export const certificatesSheet = sheet('ImportedCertificates', 'certificates');

/** The sheet to fill in. */
export const downloadImportTemplate = endpoint({
  name: 'downloadImportTemplate',
  method: 'GET',
  path: '/staff/bodies/:id/imported/:kind/template.xlsx',
  who,
  kind: 'download',
  limit: 'heavy',
  params: z.strictObject({ id: line(64), kind: z.enum(IMPORTED_KINDS) }),
  reply: Bytes,
  refusals: [],
});

/** How many wait for another person, and how many of them for somebody else than the asker. */
export const countImported = endpoint({
  name: 'countImported',
  method: 'GET',
  path: '/staff/bodies/:id/imported-waiting',
  who,
  params: z.strictObject({ id: line(64) }),
  reply: z.object({ waiting: Count, mine: Count }),
  refusals: [],
});

/**
 * Whoever passed before there was an account finds the passes by name and document, proven by the phone that the body had
 * or by the number of the ticket of that time. Whatever is wrong gets the one answer `pass-not-found`.
 */
export const claimPasses = endpoint({
  name: 'claimPasses',
  method: 'POST',
  path: '/imported-passes/claims',
  who: 'signed-in',
  body: z.strictObject({
    name: PersonName,
    documentType: DocumentTypeSchema,
    documentNumber: DocumentNumber,
    ticketNumber: z.optional(typedCode(40)),
  }),
  reply: z.object({ retakeId: Id }),
  refusals: ['pass-not-found', 'consent-needed'],
});
