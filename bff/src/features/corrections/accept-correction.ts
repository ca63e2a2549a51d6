import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Context, refuse } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import {
  type Applicant,
  type Application,
  findHandedIn,
  guardOf,
  judgeTold,
  loadFrame,
  noteCorrected,
  openApplicant,
  openToldParts,
  writeApplicant,
} from '../applications';
import {
  type Identity,
  attachFile,
  holdDocument,
  holdPerson,
  noteUnprintable,
  sealIdentity,
  takeDocument,
} from '../candidates';
import { noteOutdated } from '../certificates';
import { changeIf, lockIf, writeIdentity } from '../participants';
import { type Presented, addDocument, correctPerson, forgetUnnamed, linkOrCreate } from '../persons';
import { findSession, lockSession } from '../sessions';
import { reissueTicket } from '../sittings';
import type { Correction } from './correction.record';
import { CORRECTABLE } from './correction.states';
import { end } from './end-correction';
import { openSide, withFields } from './identities';

type By = { readonly accountId: string; readonly bodyIds: readonly string[] };

/**
 * Puts it right, once, with all that shows it. Goes with the correction locked; then the session is, so that a ticket or a
 * certificate that is being issued is there before, or shows the new value. Refuses `wrong-state`, `changed-meanwhile`,
 * `identity-refused`, `document-held`, `person-held`, `data-erased`, and what issuing a ticket refuses.
 */
export async function acceptCorrection(ctx: Context, correction: Correction, by: By): Promise<void> {
  const { id, candidateId, fields } = correction;
  const load = async () => (await findHandedIn(ctx.h, by.bodyIds, candidateId)) ?? refuse('not-found');
  const { sessionId } = await load();
  await lockSession(ctx.h, sessionId);
  const row = await load();
  if (row.sessionId !== sessionId) refuse('changed-meanwhile');
  if (row.erased !== null) refuse('data-erased');
  if (!CORRECTABLE.includes(row.state)) refuse('wrong-state', { state: row.state });
  const guard = guardOf(row, [row.state]);
  if (!(await lockIf(ctx.h, guard))) refuse('changed-meanwhile');
  await end(ctx, correction, { state: 'accepted', refusal: null, accountId: by.accountId, note: '同意更正' });

  const after = withFields(
    openApplicant(ctx.ports.crypto, row),
    fields,
    openSide(ctx.ports.crypto, correction, 'identityAfter'),
  );
  if (fields.includes('name') || fields.includes('document')) judgeTold(ctx, await loadFrame(ctx.h, row), after);
  await write(ctx, row, { after, correction });
  if (!(await changeIf(ctx.h, guard, {}))) throw new Error('a row changed under its own lock');
  ctx.audit('correction-accepted', { applicationId: row.id, caseId: id }, { fields: [...fields] });

  const ticketNumber = showsOnPaper(correction) ? await followTicket(ctx, row) : null;
  const certificate = showsOnPaper(correction) && (await noteOutdated(ctx.h, row.id, ctx.now.ms));
  const data = { fields: fields.join(','), number: ticketNumber, certificate: certificate ? 1 : 0 };
  await tellAccount(ctx, { accountId: row.accountId, candidateId: row.id, code: 'correction-accepted', data });
}

/** Whether tickets and certificates print what it changes. */
export const showsOnPaper = ({ fields }: Pick<Correction, 'fields'>): boolean =>
  fields.some((field) => field === 'name' || field === 'document' || field === 'photo');

type Change = { readonly after: Applicant; readonly correction: Correction };

async function write(ctx: Context, row: Application, { after, correction }: Change): Promise<void> {
  const { fields, photoAfter } = correction;
  const columns = sealIdentity(ctx.ports.crypto, row.id, after);
  await writeIdentity(ctx.h, row.id, columns, { photo: photoAfter ?? row.photo });
  await writeApplicant(ctx.h, ctx.ports.crypto, row.id, after);
  await noteCorrected(ctx.h, row.id, ctx.now.day);
  if (photoAfter) await attachFile(ctx.h, row.id, photoAfter.fileId);
  // what goes on paper may have become printable, or no longer be
  await noteUnprintable(ctx, row, [after, openToldParts(ctx.ports.crypto, row).facts]);
  const written = { ...row, documentIndex: columns.documentIndex };
  if (row.personId !== null) {
    if (fields.includes('document') && !(await holdDocument(ctx.h, written))) refuse('document-held');
    if (fields.includes('name') || fields.includes('document')) await followPerson(ctx, row, { after, correction });
  } else if (fields.includes('document')) await takeDocument(ctx, written);
}

/** The register of people says what was decided; a wrong number led to somebody else, or to nobody. */
async function followPerson(ctx: Context, row: Application, { after, correction }: Change): Promise<void> {
  const { h, now, ports } = ctx;
  const presented = presentedIn(after);
  const known = row.personId;
  if (known === null) return;
  const isSame =
    !correction.fields.includes('document') ||
    (correction.documentReason === 'renewed' &&
      (await addDocument(h, ports.crypto, { ...presented, personId: known, nowMs: now.ms })));
  const personId = isSame ? known : (await linkOrCreate(h, ports.crypto, presented, now.ms)).personId;
  if (personId !== known) {
    if (!(await holdPerson(h, row, personId))) refuse('person-held');
    await forgetUnnamed(h, known);
  }
  const { name, birthDate, sex } = presented;
  await correctPerson(h, ports.crypto, personId, { name, birthDate, sex });
}

function presentedIn({ name, documentType, documentNumber, birthDate, sex }: Identity): Presented {
  if (name === null || documentType === null || documentNumber === null || birthDate === null || sex === null)
    throw new Error('a correction without the details of a person');
  return { name, documentType, documentNumber, birthDate, sex };
}

/** Whether a ticket is still to be shown at the door; after the exam its number stands for the marks. */
export const isToShow = (day: LocalDate, { examEnd }: { readonly examEnd: LocalDate }): boolean => day <= examEnd;

/** A ticket that is still to be shown says who comes. */
async function followTicket(ctx: Context, row: Application): Promise<string | null> {
  const session = await findSession(ctx.h, row.sessionId);
  if (!session) throw new Error(`session ${row.sessionId} is gone`);
  return isToShow(ctx.now.day, session) ? reissueTicket(ctx, session, row.participantId) : null;
}
