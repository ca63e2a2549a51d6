import { type ReviewView, applications } from '@jikaotong/shared/contract';
import { deniedDoubts } from '@jikaotong/shared/rules/eligibility';
import { type ReactNode, useState } from 'react';
import { type Refusal, isOutdated, toast, useCommand } from '../../platform';
import { useStaff, useTooLate } from '../staff';
import { ApproveSheet } from './approve-sheet';
import { doubtsToAnswer } from './doubts-note';
import { RejectSheet } from './reject-sheet';
import { ReturnSheet } from './return-sheet';
import { TakeBackSheet } from './take-back-sheet';

export type Decision = {
  /** Whether the person may decide about it now. */
  readonly decides: boolean;
  /** Too late for an approval or a return: only a refusal is left. */
  readonly isOver: boolean;
  readonly mayApprove: boolean;
  readonly mayTakeBack: boolean;
  readonly busy: boolean;
  /** A colleague or the candidate was faster: how it stands now is on the screen. */
  readonly late: boolean;
  /** What was refused, where no sheet says it. */
  readonly refusal: Refusal | null;
  readonly isAsking: boolean;
  readonly approve: () => void;
  readonly sendBack: () => void;
  readonly reject: () => void;
  readonly takeBack: () => void;
  /** The sheet that asks, while one does. */
  readonly sheet: ReactNode;
};

/** Deciding about an application: what may be done, and the sheets that ask what must be known. */
export function useDecision(review: ReviewView, onDecided: () => void): Decision {
  const { may } = useStaff();
  const approve = useCommand(applications.approveApplication);
  const { late, reload, unsaid } = useTooLate();
  const [sheet, setSheet] = useState<'approve' | 'return' | 'reject' | 'take-back' | null>(null);
  const close = () => setSheet(null);
  const goOn = (done: string) => {
    close();
    toast(done);
    onDecided();
  };
  const tellLate = () => {
    close();
    void reload();
  };
  const yes = async (reason: string | null) => {
    const body = { version: review.version, ...(reason === null ? {} : { reason }) };
    const reply = await approve.run({ params: { id: review.id }, body });
    if (reply.ok) goOn('已通过，考生会收到缴费通知');
    else if (isOutdated(reply.code)) tellLate();
  };
  const asks = deniedDoubts(review).length > 0 || doubtsToAnswer(review).length > 0;
  const decides = review.state === 'submitted' && may(applications.approveApplication, review.bodyId);
  const isOver = review.progress.stage === 'review-over';
  const common = { review, onClose: close, onLate: tellLate };
  return {
    decides,
    isOver,
    mayApprove: decides && !isOver && review.cases.length === 0,
    mayTakeBack: canTakeBack(review) && may(applications.takeBackApproval, review.bodyId),
    busy: approve.busy,
    late,
    refusal: sheet === 'approve' ? null : unsaid(approve.refusal),
    isAsking: sheet !== null,
    approve: () => (asks ? setSheet('approve') : void yes(null)),
    sendBack: () => setSheet('return'),
    reject: () => setSheet('reject'),
    takeBack: () => setSheet('take-back'),
    sheet: (
      <>
        {sheet === 'approve' ? (
          <ApproveSheet
            review={review}
            busy={approve.busy}
            refusal={unsaid(approve.refusal)}
            onApprove={(reason) => void yes(reason)}
            onClose={close}
          />
        ) : null}
        {sheet === 'return' ? <ReturnSheet {...common} onDone={() => goOn('已退回，考生会收到修改通知')} /> : null}
        {sheet === 'reject' ? <RejectSheet {...common} onDone={() => goOn('已办理，考生会收到通知')} /> : null}
        {sheet === 'take-back' ? (
          <TakeBackSheet
            {...common}
            onDone={() => {
              close();
              toast('已撤回，考生会收到通知');
            }}
          />
        ) : null}
      </>
    ),
  };
}

/** Approved, and nothing is paid or said to be: the candidate may still step back, and so may we. */
const canTakeBack = ({ state, progress }: ReviewView): boolean =>
  state === 'approved' &&
  progress.stage !== 'payment-checking' &&
  progress.next.some(({ action }) => action === 'withdraw');

/** Why a decision was not taken, from how the application stands now. */
export function lateWords({ state }: ReviewView): string {
  if (state === 'submitted') return '这份报名刚有变动，请看过再办理';
  return state === 'withdrawn' ? '考生已经撤回这份报名' : '同事已经办理了这份报名，结果如下';
}
