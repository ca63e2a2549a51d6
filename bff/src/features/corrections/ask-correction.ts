import {
  type BodyOf,
  CONTACT_FIELDS,
  type ContactField,
  type CorrectionField,
  type corrections as contract,
} from '@jikaotong/shared/contract';
import { recordOf } from '@jikaotong/shared/kernel';
import { newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import {
  type Applicant,
  type Application,
  guardOf,
  judgeTold,
  loadFrame,
  mergedApplicant,
  openApplicant,
  photoFaults,
} from '../applications';
import { type StoredPhoto, attachFile } from '../candidates';
import { openCase } from '../cases';
import { lockIf } from '../participants';
import { filesIn, insertCorrection } from './correction.repository';
import { CORRECTABLE } from './correction.states';
import { differingFields, sealSide, sealWords } from './identities';

type Asked = BodyOf<typeof contract.askCorrection>;

/** These stand on paper as somebody has proven them. */
const WANT_EVIDENCE: readonly CorrectionField[] = ['name', 'document'];

/**
 * Asks for a correction of one's own application: it stands as a case before staff, and the files are theirs to look at.
 * Refuses `wrong-state`, `data-erased`, `nothing-changed`, `evidence-missing`, `correction-open`, and as `saveDraft` does
 * what no application could be saved with.
 */
export async function askCorrection(
  ctx: Context,
  given: { readonly row: Application; readonly asked: Asked; readonly photo: StoredPhoto | null },
): Promise<string> {
  const { row, asked, photo } = given;
  if (row.erased !== null) refuse('data-erased');
  if (!CORRECTABLE.includes(row.state)) refuse('wrong-state', { state: row.state });
  const { crypto } = ctx.ports;
  const frame = await loadFrame(ctx.h, row);
  const before = openApplicant(crypto, row);
  const after = mergedApplicant(before, toldIn(asked), ctx.now.day);
  const told = differingFields(before, after);
  if (told.includes('name') || told.includes('document')) judgeTold(ctx, frame, after);
  const newPhoto = photo !== null && photo.fileId !== row.photo?.fileId ? photo : null;
  const faults = newPhoto ? photoFaults(frame.notice, newPhoto) : [];
  if (faults.length > 0) refuse('photo-refused', { faults });
  const fields: CorrectionField[] = newPhoto ? [...told, 'photo'] : told;
  if (fields.length === 0) refuse('nothing-changed', { of: 'correction' });
  if (asked.evidenceFileIds.length === 0 && fields.some((field) => WANT_EVIDENCE.includes(field)))
    refuse('evidence-missing');
  await refuseForeign(ctx, row, asked.evidenceFileIds);
  // locked: an approval that is taken back in this moment finds this correction, or is found by it
  if (!(await lockIf(ctx.h, guardOf(row, CORRECTABLE)))) refuse('changed-meanwhile');

  const id = newId();
  const stands = await insertCorrection(ctx.h, {
    id,
    bodyId: row.bodyId,
    candidateId: row.id,
    openKey: row.id,
    state: 'open',
    fields,
    documentReason: fields.includes('document') ? (asked.document?.because ?? null) : null,
    identityBefore: sealSide(crypto, id, 'identityBefore', partsIn(before)),
    identityAfter: sealSide(crypto, id, 'identityAfter', partsIn(after)),
    photoBefore: newPhoto ? row.photo : null,
    photoAfter: newPhoto,
    reason: sealWords(crypto, id, 'reason', asked.reason),
    evidence: asked.evidenceFileIds,
    refusal: null,
    askedAt: ctx.now.ms,
    decidedAt: null,
    decidedBy: null,
  });
  if (!stands) refuse('correction-open');
  for (const fileId of [...asked.evidenceFileIds, ...(newPhoto ? [newPhoto.fileId] : [])])
    await attachFile(ctx.h, row.id, fileId);
  const cause = {
    id,
    caseKey: `correction:${id}`,
    bodyId: row.bodyId,
    kind: 'correction-asked',
    candidateId: row.id,
  } as const;
  await openCase(ctx.h, cause, ctx.now.ms);
  ctx.audit('correction-asked', { applicationId: row.id, caseId: id }, { fields });
  const about = { accountId: row.accountId, candidateId: row.id };
  await tellAccount(ctx, { ...about, code: 'correction-asked', data: { fields: fields.join(',') } });
  return id;
}

/** As the candidate tells it: what is absent stays as it was. */
function toldIn({ name, document, phone, ...rest }: Asked): Partial<Applicant> {
  const { because: _, documentNumber, birthDate, sex, ...paper } = document ?? {};
  return {
    ...paper,
    ...(name !== undefined && { name }),
    ...(documentNumber !== undefined && { documentNumber }),
    ...(birthDate !== undefined && { birthDate }),
    ...(sex !== undefined && { sex }),
    ...(phone !== undefined && { phone }),
    ...contactsTold(rest),
  };
}

const contactsTold = (asked: Partial<Record<ContactField, string | undefined>>): Partial<Applicant> =>
  Object.fromEntries(CONTACT_FIELDS.flatMap((field) => (asked[field] === undefined ? [] : [[field, asked[field]]])));

/** What can be put right, without the rest of the record. */
const partsIn = (whole: Applicant): Applicant => {
  const { name, origin, documentType, documentNumber, documentExpiresOn, birthDate, sex, phone } = whole;
  const contacts = recordOf(CONTACT_FIELDS, (field) => whole[field]);
  return { name, origin, documentType, documentNumber, documentExpiresOn, birthDate, sex, phone, ...contacts };
};

/** Whoever knows the id of a stranger's file must not get it before staff as one's own. */
async function refuseForeign(ctx: Context, row: Application, fileIds: readonly string[]): Promise<void> {
  const files = await filesIn(ctx.h, fileIds);
  for (const fileId of fileIds) {
    const file = files.find(({ id }) => id === fileId);
    if (!file || file.ownerAccountId !== row.accountId || file.purpose !== 'document')
      refuse('file-refused', { fileId, reason: 'not-yours' });
  }
}
