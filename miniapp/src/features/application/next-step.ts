import type { ApplicationSummary } from '@jikaotong/shared/contract';
import { type LocalDate, unreachable } from '@jikaotong/shared/kernel';
import type { Action } from '@jikaotong/shared/rules/progress';
import { actionWord } from '@jikaotong/shared/words';

/** The one thing to do next with an application: what the button says, the last day for it, and where it leads. */
export type NextStep = {
  readonly id: string;
  readonly text: string;
  readonly until: LocalDate | null;
  readonly path: `/${string}`;
  readonly params: Readonly<Record<string, string>>;
};

type Given = Pick<ApplicationSummary, 'id' | 'state' | 'progress'>;
type Place = Omit<NextStep, 'until'>;

/** The most urgent step the candidate may take now, as rules/progress orders them; null while others are at work. */
export function nextStepOf(application: Given): NextStep | null {
  for (const { action, by, until } of application.progress.next) {
    const place = by === 'candidate' ? placeOf(action, application) : null;
    // looking at something presses nobody, though the rules know a last day for it
    if (place) return { ...place, until: isLooking(action, application) ? null : until };
  }
  return isHandedInByUnit(application)
    ? {
        id: 'check-row',
        text: '核对单位填的信息',
        until: null,
        path: '/packages/unit/confirm/index',
        params: { id: application.id },
      }
    : null;
}

const isHandedInByUnit = ({ progress: { stage, blocked } }: Given): boolean =>
  (stage === 'draft' || stage === 'returned') && blocked.some(({ code }) => code === 'handed-in-by-unit');

const isLooking = (action: Action, { progress }: Given): boolean =>
  action.startsWith('see-') || progress.stage === 'payment-checking';

function placeOf(action: Action, { id, state, progress }: Given): Place | null {
  switch (action) {
    case 'submit':
      return {
        id: state === 'returned' ? 'mend' : 'go-on',
        text: state === 'returned' ? '按审核意见修改' : '继续填写',
        path: '/packages/apply/form/index',
        params: { id },
      };
    case 'pay':
      return {
        id: 'go-pay',
        text: progress.stage === 'payment-checking' ? '查看缴费单' : actionWord('pay'),
        path: '/packages/apply/order/index',
        params: { id },
      };
    case 'see-ticket':
      return { id: 'open-ticket', text: actionWord(action), path: '/packages/exam/ticket/index', params: { id } };
    case 'see-result':
      return { id: 'open-result', text: actionWord(action), path: '/packages/exam/result/index', params: { id } };
    case 'see-certificate':
      return {
        id: 'open-certificate',
        text: actionWord(action),
        path: '/packages/exam/certificate/index',
        params: { id },
      };
    case 'answer-change':
      return { id: 'answer-change', text: actionWord(action), path: '/packages/apply/change/index', params: { id } };
    case 'apply-retake':
      // where the kept passes stand, and how one retakes: applying anew there would forfeit them
      return { id: 'see-retake', text: '查看怎么补考', path: '/packages/exam/retake/index', params: { id } };
    // done where one is: `save` as one fills in, `withdraw` and the score review on their own pages
    case 'save':
    case 'withdraw':
    case 'ask-score-review':
    // and what is the staff's
    case 'approve':
    case 'return':
    case 'reject':
    case 'confirm-payment':
    case 'issue-ticket':
    case 'record-results':
    case 'publish-results':
    case 'decide-score-review':
    case 'issue-certificate':
      return null;
    default:
      return unreachable(action);
  }
}
