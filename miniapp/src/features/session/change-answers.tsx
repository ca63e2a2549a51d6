import { type ChangeAnswers, type StaffSessionView, sessionChanges } from '@jikaotong/shared/contract';
import { moneyCaseList } from '@jikaotong/shared/lists';
import { yuanWords } from '@jikaotong/shared/words';
import { open, useAnswer } from '../../platform';
import { Cell, Loaded } from '../../ui';
import { useStaff } from '../staff';

type Props = { session: Pick<StaffSessionView, 'id' | 'bodyId'>; changeId: string };

/** What those who were asked said so far, and where the money is that goes back. */
export function ChangeAnswersPart({ session, changeId }: Props) {
  const { may } = useStaff();
  const sees = may(sessionChanges.getChangeAnswers, session.bodyId);
  const params = { id: session.id, changeId };
  const answer = useAnswer(sessionChanges.getChangeAnswers, { params }, { enabled: sees });
  if (!sees) return null;
  const toCases = may(moneyCaseList.rows, session.bodyId)
    ? {
        onTap: () =>
          open('/packages/review/cases/index', { body: session.bodyId, session: session.id, about: 'money' }),
      }
    : {};
  return (
    <Loaded answer={answer}>
      {(of) => (
        <>
          <Cell id={`answers-${changeId}`} title={`问了 ${of.asked} 人`} note={saidWords(of)} />
          {of.refunds.count > 0 ? (
            <Cell
              id={`refunds-${changeId}`}
              title={`退款 ${of.refunds.count} 笔，${yuanWords(of.refunds.totalFen)}`}
              note={refundWords(of.refunds)}
              {...toCases}
            />
          ) : null}
        </>
      )}
    </Loaded>
  );
}

const saidWords = ({ keep, transfer, leave, silent }: ChangeAnswers): string =>
  [
    [keep, '按新日期'],
    [transfer, '改批次'],
    [leave, '退出退费'],
    [silent, '还没有选'],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, what]) => `${what} ${count} 人`)
    .join('，');

const refundWords = ({ waiting, waitingByHand, processing, succeeded, failed }: ChangeAnswers['refunds']): string =>
  [
    [waiting, '待财务办理（微信）'],
    [waitingByHand, '待财务办理（线下退）'],
    [processing, '退款中'],
    [succeeded, '已退'],
    [failed, '没有退成'],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, what]) => `${what} ${count} 笔`)
    .join('，');
