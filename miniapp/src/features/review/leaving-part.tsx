import { type ReplyOf, sessionChanges } from '@jikaotong/shared/contract';
import { yuanWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { reloadScreens, toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Cell, Choices, Group, ProseField, RefusalMessage, Sheet } from '../../ui';
import { RefundForPersonalReasons } from '../notice';
import { useStaff } from '../staff';

export type Leaving = ReplyOf<typeof sessionChanges.getPaidLeaving>;

/** The way out for somebody who has paid; nothing where staff may not open it. */
export function LeavingPart({ id, bodyId }: { id: string; bodyId: string }) {
  const { may } = useStaff();
  const enabled = may(sessionChanges.getPaidLeaving, bodyId);
  const answer = useAnswer(sessionChanges.getPaidLeaving, { params: { id } }, { enabled });
  const [isAsked, setIsAsked] = useState(false);
  if (answer.state !== 'ready' || !answer.data.open) return null;
  const { paidFen } = answer.data;
  return (
    <Group>
      <Cell
        id="let-leave"
        title="考生要退出"
        note={`已缴费${paidFen === null ? '' : ` ${yuanWords(paidFen)}`}，考生自己不能退出，由您办理`}
        onTap={() => setIsAsked(true)}
      />
      {isAsked ? (
        <LeavingSheet
          id={id}
          of={answer.data}
          onClose={() => setIsAsked(false)}
          onDone={() => {
            setIsAsked(false);
            toast('已退出');
            void reloadScreens();
          }}
        />
      ) : null}
    </Group>
  );
}

type Money = 'keep' | 'refund';
type SheetProps = { id: string; of: Leaving; onClose: () => void; onDone: () => void };

/** Whether the money goes back, by what the notice prints, and why somebody leaves. */
function LeavingSheet({ id, of: { candidateName, noticeId, paidByUnit, printed }, onClose, onDone }: SheetProps) {
  const [money, setMoney] = useState<Money | null>(printed === null ? null : printed ? 'refund' : 'keep');
  const [reason, setReason] = useState('');
  const leaving = useCommand(sessionChanges.leavePaid);
  const lacks = money === null ? '请先选退不退费' : reason.trim() === '' ? '请先写退出的原因' : null;
  const send = async () => {
    const body = { refund: money === 'refund', reason: reason.trim() };
    if ((await leaving.run({ params: { id }, body })).ok) onDone();
  };
  return (
    <Sheet
      title={`${candidateName}退出`}
      onClose={onClose}
      action={
        <>
          <RefusalMessage refusal={leaving.refusal} />
          <BigButton
            id="confirm-leaving"
            text={money === 'refund' ? '确定退出，费用退回' : '确定退出，不退费'}
            tone="danger"
            busy={leaving.busy}
            waitsFor={lacks}
            onTap={() => void send()}
          />
        </>
      }
    >
      <RefundForPersonalReasons noticeId={noticeId} />
      <View>退出以后座位空出来，准考证作废，不能恢复。</View>
      <Choices<Money>
        label="退不退费"
        options={[
          ...(printed === true ? [] : [{ key: 'keep' as const, text: '不退费' }]),
          {
            key: 'refund' as const,
            text: '退费',
            note: `财务会收到待办，两个人同意后退给${paidByUnit ? '缴费的单位' : '缴费人'}`,
          },
        ]}
        value={money}
        onChoose={setMoney}
      />
      <ProseField
        id="leaving-reason"
        label="退出的原因，怎么得知的（留档）"
        maxlength={200}
        value={reason}
        onChange={setReason}
      />
    </Sheet>
  );
}
