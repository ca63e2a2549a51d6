import {
  type ApplicationSummary,
  type ApplicationView,
  AssessmentView,
  type ReviewView,
} from '@jikaotong/shared/contract';
import { offeringOf } from '@jikaotong/shared/notice';
import { referenceDayOf } from '@jikaotong/shared/rules/eligibility';
import { maskNumber, maskPhone } from '@jikaotong/shared/rules/identity';
import { stageOf } from '@jikaotong/shared/rules/progress';
import type { Context } from '../../platform/http';
import { staffNamesOf } from '../accounts';
import { type Case, openCasesOf } from '../cases';
import { MENDABLE } from './application.policy';
import type { Application } from './application.record';
import { type Remark, findFiles, remarksOf } from './application.repository';
import { type Applicant, openApplicant } from './applicant';
import { certificateFaultsIn } from './doubts';
import { doubtsNow } from './doubts-now';
import { elsewhereOf } from './elsewhere';
import { type Frame, laterPapersIn, loadFrames } from './frame';
import { progressFactsOf } from '../participants';
import { assessSubmission, photoFaults } from './submission.policy';
import { rulingsOn } from './ruling.presenter';
import { rulingsFor } from './ruling.repository';
import { type ToldParts, openAssessment, openRejection, openToldParts } from './told-parts';

/** An application in a list. */
export function presentSummary({ now }: Pick<Context, 'now'>, row: Application, frame: Frame): ApplicationSummary {
  const paidByUnit = row.unitId !== null;
  const facts = progressFactsOf(row, frame.usableWindows, laterPapersIn(frame, row.offeringCode));
  const progress = stageOf({ ...facts, paidByUnit }, now.day);
  return {
    id: row.id,
    noticeId: row.noticeId,
    noticeTitle: frame.notice.title.value,
    noticeVersion: frame.noticeVersion,
    bodyId: row.bodyId,
    sessionId: row.sessionId,
    sessionName: frame.sessionName,
    examStart: frame.examStart,
    offering: presentOffering(frame, row.offeringCode),
    paidByUnit,
    retake: row.subjects === null ? null : [...row.subjects],
    retakeScheme: row.retakeScheme && {
      version: row.retakeScheme.version,
      from: row.retakeScheme.from,
      charges: row.retakeScheme.charges.map(({ item, fen, source }) => ({ item, fen, source })),
    },
    state: row.state,
    progress: {
      stage: progress.stage,
      ...(progress.outcome && { outcome: progress.outcome }),
      next: [...progress.next],
      blocked: progress.blocked.map(({ action, code, data }) => ({ action, code, data })),
    },
    createdAt: row.createdAt,
    submittedAt: row.submittedAt,
  };
}

/** An offering of the notice for lists and cards; throws when the notice has none of that code. */
export function presentOffering({ notice }: Pick<Frame, 'notice'>, offeringCode: string) {
  const offering = offeringOf(notice, offeringCode);
  if (!offering) throw new Error(`no offering ${offeringCode} in ${notice.id}`);
  const { code, occupation, workType, level } = offering;
  return { code, occupation, workType, level };
}

/** An application as its owner sees it: numbers masked, files behind short links. */
export async function presentApplication(
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  row: Application,
  frame: Frame,
): Promise<ApplicationView> {
  const candidate = openApplicant(ctx.ports.crypto, row);
  const told = openToldParts(ctx.ports.crypto, row);
  const remarks = row.state === 'returned' ? await remarksOf(ctx.h, ctx.ports.crypto, row.id) : [];
  return {
    ...presentSummary(ctx, row, frame),
    version: row.version,
    candidate: presentCandidate(candidate),
    facts: told.facts,
    route: row.route,
    assessment: AssessmentView.parse(assessmentOf(ctx, row, frame, { candidate, told })),
    photo: row.photo === null ? null : { id: row.photo.fileId, url: ctx.ports.files.link(row.photo.fileId) },
    signature:
      row.signatureFileId === null ? null : { id: row.signatureFileId, url: ctx.ports.files.link(row.signatureFileId) },
    papers: await presentPapers(ctx, told),
    remarks: remarksOfRound(remarks, row.round),
    rejection: openRejection(ctx.ports.crypto, row),
    windows: [...frame.usableWindows],
    changedFields: [...row.changedFields],
  };
}

/** An application as a reviewer sees it: the numbers in full, what changed, what to look at. */
export async function presentReview(
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  row: Application,
  frame: Frame,
): Promise<ReviewView> {
  const candidate = openApplicant(ctx.ports.crypto, row);
  const remarks = await remarksOf(ctx.h, ctx.ports.crypto, row.id);
  const cases = await openCasesOf(ctx.h, [row.id]);
  const rulings = await rulingsFor(ctx.h, ctx.ports.crypto, { eventId: row.sessionId, offeringCode: row.offeringCode });
  return {
    ...(await presentApplication(ctx, row, frame)),
    documentNumber: candidate.documentNumber,
    phone: candidate.phone,
    atCounter: row.atCounter,
    earlierRemarks: remarks
      .filter((remark) => row.state !== 'returned' || remark.round < row.round)
      .map(({ field, text, at }) => ({ field, text, at })),
    photoFaults: photoFaults(frame.notice, row.photo).map((fault) => fault.code),
    doubts: doubtsNow(ctx.ports.crypto, row, { rulings, hasCase: cases.length > 0 }),
    certificateFaults: certificateFaultsIn(openToldParts(ctx.ports.crypto, row).facts),
    portraitSeen: await presentSeen(ctx, row),
    elsewhere: await presentElsewhere(ctx, row),
    cases: cases.map(({ id, kind }: Case) => ({ id, kind })),
    rulings: await rulingsOn(ctx, row),
  };
}

/** Who looked at the photo among the others. */
async function presentSeen(
  { h }: Pick<Context, 'h'>,
  { portraitSeen, portraitSeenBy: by, portraitSeenAt: at }: Application,
): Promise<ReviewView['portraitSeen']> {
  if (portraitSeen === null || by === null || at === null) return null;
  return { by: (await staffNamesOf(h, [by])).get(by) ?? '', at };
}

/** Other applications to the same body that have something in common with this one. */
async function presentElsewhere(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  row: Application,
): Promise<ReviewView['elsewhere']> {
  const found = await elsewhereOf(h, ports.crypto, row);
  const frameOf = await loadFrames(
    h,
    found.map((one) => one.row),
  );
  return found.map(({ row: other, same, isSamePerson }) => {
    const frame = frameOf(other);
    const { id, name, state, offeringCode } = other;
    const { sessionName } = frame;
    return {
      id,
      name,
      sessionName,
      offering: presentOffering(frame, offeringCode),
      state,
      same: [...same],
      isSamePerson,
    };
  });
}

/** While it may still be written, the judgement of today; from submission on, the one it was admitted by. */
function assessmentOf(
  { now, ports }: Pick<Context, 'now' | 'ports'>,
  row: Application,
  { notice, examStart }: Frame,
  { candidate, told }: { candidate: Applicant; told: ToldParts },
) {
  const admitted = MENDABLE.includes(row.state) ? null : openAssessment(ports.crypto, row);
  if (admitted !== null) return admitted.assessment;
  const on = referenceDayOf(notice, { appliedOn: now.day, examStart });
  return assessSubmission({ notice, offeringCode: row.offeringCode, facts: told.facts, candidate, on });
}

const presentCandidate = (candidate: Applicant): ApplicationView['candidate'] => {
  const { documentNumber, phone, ...open } = candidate;
  return {
    ...open,
    documentNumberMasked: documentNumber === null ? null : maskNumber(documentNumber),
    phoneMasked: phone === null ? null : maskPhone(phone),
  };
};

async function presentPapers(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  { papers }: ToldParts,
): Promise<ApplicationView['papers']> {
  const files = await findFiles(
    h,
    papers.flatMap((paper) => paper.fileIds),
  );
  const types = new Map(files.map((file) => [file.id, file.type]));
  return papers.map(({ document, fileIds, number, validUntil }) => ({
    document,
    files: fileIds.map((id) => ({ id, type: types.get(id) ?? 'application/octet-stream', url: ports.files.link(id) })),
    number,
    ...(validUntil && { validUntil }),
  }));
}

const remarksOfRound = (remarks: readonly Remark[], round: number) =>
  remarks
    .filter((remark) => remark.round === round)
    .flatMap(({ field, text }) => (field === 'approval' ? [] : [{ field, text }]));
