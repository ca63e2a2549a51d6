import {
  CONTACT_FIELDS,
  type CorrectionSide,
  type CorrectionView,
  type StaffCorrectionView,
} from '@jikaotong/shared/contract';
import { recordOf } from '@jikaotong/shared/kernel';
import { maskNumber, maskPhone } from '@jikaotong/shared/rules/identity';
import type { Context } from '../../platform/http';
import { type Applicant, type Application, loadFrame, presentOffering } from '../applications';
import type { StoredPhoto } from '../candidates';
import { isToShow, showsOnPaper } from './accept-correction';
import type { Correction } from './correction.record';
import { filesIn } from './correction.repository';
import { openSide, openWords, withFields } from './identities';

type Ctx = Pick<Context, 'h' | 'ports'>;

const NOTHING: Applicant = {
  name: null,
  origin: null,
  documentType: null,
  documentNumber: null,
  documentExpiresOn: null,
  birthDate: null,
  sex: null,
  phone: null,
  ...recordOf(CONTACT_FIELDS, () => null),
};

/** A correction as the candidate sees it: numbers masked. */
export const presentCorrection = (ctx: Ctx, row: Correction): Promise<CorrectionView> => present(ctx, row, masked);

/** As staff decide it: everything in full, and what shows the old value. */
export async function presentForStaff(
  ctx: Ctx & Pick<Context, 'now'>,
  row: Correction,
  application: Application,
): Promise<StaffCorrectionView> {
  const frame = await loadFrame(ctx.h, application);
  const shows = row.state === 'open' && showsOnPaper(row);
  return {
    ...(await present(ctx, row, (side) => side)),
    bodyId: row.bodyId,
    candidateName: application.name,
    offering: presentOffering(frame, application.offeringCode),
    sessionName: frame.sessionName,
    reissues: [
      ...(shows && application.ticketIssuedAt !== null && isToShow(ctx.now.day, frame) ? (['ticket'] as const) : []),
      ...(shows && application.certificate === 'issued' ? (['certificate'] as const) : []),
    ],
  };
}

async function present(
  { h, ports }: Ctx,
  row: Correction,
  shown: (side: Applicant) => Applicant,
): Promise<CorrectionView> {
  const sideOf = (side: 'identityBefore' | 'identityAfter', photo: StoredPhoto | null): CorrectionSide => ({
    ...shown(withFields(NOTHING, row.fields, openSide(ports.crypto, row, side))),
    photoUrl: photo === null ? null : ports.files.link(photo.fileId),
  });
  const { id, candidateId, state, fields, documentReason, askedAt, decidedAt } = row;
  const { reason, refusal } = openWords(ports.crypto, row);
  const evidence = await filesIn(h, row.evidence);
  return {
    id,
    applicationId: candidateId,
    state,
    fields: [...fields],
    documentReason,
    before: sideOf('identityBefore', row.photoBefore),
    after: sideOf('identityAfter', row.photoAfter),
    reason,
    evidence: evidence.map((file) => ({ id: file.id, type: file.type, url: ports.files.link(file.id) })),
    refusal,
    askedAt,
    decidedAt,
  };
}

const masked = (side: Applicant): Applicant => ({
  ...side,
  documentNumber: side.documentNumber === null ? null : maskNumber(side.documentNumber),
  phone: side.phone === null ? null : maskPhone(side.phone),
});
