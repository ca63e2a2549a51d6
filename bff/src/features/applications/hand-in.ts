import type { LocalDate } from '@jikaotong/shared/kernel';
import { individualsApply } from '@jikaotong/shared/rules/counter';
import { type Assessment, referenceDayOf } from '@jikaotong/shared/rules/eligibility';
import { feeOf } from '@jikaotong/shared/rules/fees';
import { isGreyInsteadOfColour } from '@jikaotong/shared/rules/photo';
import { may } from '@jikaotong/shared/rules/progress';
import { type Context, type Refused, refuse, refuseWhen } from '../../platform/http';
import { noteUnprintable, takeDocument } from '../candidates';
import { changeIf, progressFactsOf } from '../participants';
import { MENDABLE } from './application.policy';
import type { Application } from './application.record';
import { changeOwnRow } from './application.repository';
import { type Applicant, openApplicant } from './applicant';
import { doubtsOf } from './doubts';
import { elsewhereOf, isTwin, noteTwins } from './elsewhere';
import { applicationSubmitted, eventOf } from './events';
import { guardOf } from './guard';
import { rulingsFor } from './ruling.repository';
import type { Frame } from './frame';
import { assessSubmission, photoFaults, refuseSubmission } from './submission.policy';
import { type ToldParts, openToldParts, sealAssessment } from './told-parts';

/**
 * Where an application comes in: at a counter a clerk looks at the originals, and paper is signed; from a roster, where the
 * member has confirmed it or signed the form; from one whose papers are handed in as originals (S25 附件2一), these stand
 * for scans.
 */
export type SubmissionChannel = 'phone' | 'counter' | 'roster' | 'roster-on-paper';

type Judged = {
  readonly refused: Refused | null;
  /** When it became an application, and the day on which its conditions had to be met. */
  readonly on: LocalDate;
  readonly judgedOn: LocalDate;
  readonly assessment: Assessment;
};

/**
 * What stands against handing in on this day, by this channel: rules/progress, then `refuseSubmission`. A returned one is
 * judged on the day it was first handed in, for that day it was an application.
 */
export function judgeHandIn(given: HandingIn): Judged {
  const judged = judgeContent(given);
  return { ...judged, refused: refuseTime(given) ?? refuseChannel(given) ?? judged.refused };
}

/** What a judgement reads of an application beside what it says. */
export type JudgedRow = Pick<
  Application,
  'offeringCode' | 'route' | 'photo' | 'signatureFileId' | 'firstSubmittedOn' | 'atCounter'
>;

type HandingIn = {
  row: Application;
  candidate: Applicant;
  told: ToldParts;
  frame: Frame;
  day: LocalDate;
  channel: SubmissionChannel;
};

/** The same of what it says alone, whenever it is handed in: how a row of a roster stands before its window opens. */
export function judgeContent(given: Omit<HandingIn, 'row'> & { row: JudgedRow }): Judged {
  const { row, candidate, told, frame, day, channel } = given;
  const { notice } = frame;
  const on = row.firstSubmittedOn ?? day;
  const judgedOn = referenceDayOf(notice, { appliedOn: on, examStart: frame.examStart });
  // one by one: a copy of all that an application holds costs more than the rules
  const { offeringCode, route, photo, signatureFileId } = row;
  const asked = { offeringCode, route, photo, signatureFileId };
  const assessment = assessSubmission({ notice, offeringCode, facts: told.facts, candidate, on: judgedOn });
  const onPaper = channel === 'counter' || channel === 'roster-on-paper' || row.atCounter;
  const isSigned = onPaper || channel === 'roster';
  const submission = { ...asked, ...told, candidate, notice, on, examOn: frame.examEnd, atCounter: onPaper, isSigned };
  return { refused: refuseSubmission(submission, assessment), on, judgedOn, assessment };
}

function refuseTime({ row, frame, day }: HandingIn): Refused | null {
  if (frame.sessionState !== 'published')
    return { refused: 'wrong-state', data: { state: `session-${frame.sessionState}` } };
  const notNow = may('submit', progressFactsOf(row, frame.windows), day);
  return notNow && { refused: notNow.code, data: notNow.data };
}

/** What stands in a roster the unit hands in. Once it came in at the counter, it may be mended from the phone. */
const refuseChannel = ({ row, frame, channel }: HandingIn): Refused | null =>
  channel !== 'phone'
    ? null
    : row.unitId !== null
      ? { refused: 'handed-in-by-unit' }
      : row.firstSubmittedOn === null && individualsApply(frame.notice) === 'counter'
        ? { refused: 'apply-at-counter' }
        : null;

/** Hands an application in: everything is judged again, with authority, and frozen. Refuses by `judgeHandIn`. */
export async function handIn(
  ctx: Context,
  row: Application,
  frame: Frame,
  channel: SubmissionChannel,
  { isFormGiven = false }: Pick<Parameters<typeof doubtsOf>[0], 'isFormGiven'> = {},
): Promise<void> {
  const { notice } = frame;
  const { crypto } = ctx.ports;
  const [candidate, told] = [openApplicant(crypto, row), openToldParts(crypto, row)];
  const { refused, on, judgedOn, assessment } = judgeHandIn({ row, candidate, told, frame, day: ctx.now.day, channel });
  refuseWhen(refused);
  const fee = feeOf(notice, row.offeringCode, {
    retake: row.subjects ?? undefined,
    charges: row.retakeScheme?.charges,
  });
  if (!fee.ok) {
    if (row.subjects !== null) return refuse('wrong-state', { state: 'retake-fee-unset' });
    throw new Error(`no fee for ${row.offeringCode} in ${notice.id}`);
  }
  const handedIn = {
    state: 'submitted',
    verdict: assessment.verdict,
    submittedAt: ctx.now.ms,
    firstSubmittedOn: on,
  } as const;
  if (!(await changeIf(ctx.h, guardOf(row, MENDABLE), handedIn))) refuse('changed-meanwhile');
  const twins = (await elsewhereOf(ctx.h, crypto, row)).filter(isTwin);
  await noteTwins(ctx.h, twins);
  await changeOwnRow(ctx.h, row.id, {
    noticeVersion: frame.noticeVersion,
    noticeVersionId: frame.noticeVersionId,
    assessment: sealAssessment(crypto, row.id, {
      noticeVersion: frame.noticeVersion,
      language: notice.language,
      on: judgedOn,
      assessment,
    }),
    fees: fee.value.lines,
    doubts:
      doubtsOf({
        row,
        assessment,
        rulings: await rulingsFor(ctx.h, crypto, { eventId: row.sessionId, offeringCode: row.offeringCode }),
        hasPhotoFaults: photoFaults(notice, row.photo).length > 0,
        isPhotoGrey: isGreyInsteadOfColour(row.photo?.facts ?? null, notice.photo),
        facts: told.facts,
        hasTwin: twins.length > 0,
        papers: told.papers,
        isFormGiven,
        day: ctx.now.day,
      }).join(',') || null,
    ...(row.portraitSeen === row.photo?.fileId ? {} : UNSEEN),
    atCounter: channel === 'counter' || row.atCounter,
    forfeitsPasses: row.forfeitsPasses,
    rejection: null,
    correctedOn: null,
  });
  await takeDocument(ctx, row);
  await noteUnprintable(ctx, row, [candidate, told.facts]);
  ctx.audit(
    'application-submitted',
    { applicationId: row.id },
    { verdict: assessment.verdict, round: row.round, door: channel },
  );
  await ctx.emit(applicationSubmitted(eventOf(row)));
}

/** Another photo than the one that staff have looked at is to be looked at again. */
const UNSEEN = { portraitSeen: null, portraitSeenBy: null, portraitSeenAt: null } as const;
