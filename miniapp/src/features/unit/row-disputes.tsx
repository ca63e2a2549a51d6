import { type RosterRowDetail, type RosterView, rosterRows } from '@jikaotong/shared/contract';
import { disputeStateWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { toast, useCommand } from '../../platform';
import { BigButton, Cell, Group, ProseField, RefusalMessage, Sheet } from '../../ui';

type Dispute = RosterRowDetail['disputes'][number];
type Props = { roster: RosterView; row: RosterRowDetail; onMend: (field: string) => void };

/** What the member calls wrong: mended where it stands, or answered with why it stays. */
export function RowDisputes({ roster, row, onMend }: Props) {
  const [answering, setAnswering] = useState<Dispute | null>(null);
  if (row.disputes.length === 0) return null;
  return (
    <>
      <Group title="本人说有不对" foot="改好那一项就算办好；不用改的，写明原因答复本人。本人再确认以后才能提交。">
        {row.disputes.map((dispute) => (
          <Cell
            key={dispute.id}
            id={`dispute-${dispute.id}`}
            title={`${dispute.label}：${dispute.said}`}
            note={dispute.answer === null ? disputeStateWord(dispute.state) : `已答复：${dispute.answer}`}
            value={dispute.state === 'open' ? '去改' : undefined}
            {...(dispute.state === 'open' ? { onTap: () => onMend(dispute.field) } : {})}
          />
        ))}
        {row.disputes
          .filter(({ state }) => state === 'open')
          .map((dispute) => (
            <Cell
              key={dispute.id}
              id={`answer-${dispute.id}`}
              title={`“${dispute.label}”不用改，答复本人`}
              onTap={() => setAnswering(dispute)}
            />
          ))}
      </Group>
      {answering ? <AnswerSheet {...{ roster, row }} dispute={answering} onClose={() => setAnswering(null)} /> : null}
    </>
  );
}

type SheetProps = Omit<Props, 'onMend'> & { dispute: Dispute; onClose: () => void };

function AnswerSheet({ roster, row, dispute, onClose }: SheetProps) {
  const [answer, setAnswer] = useState('');
  const send = useCommand(rosterRows.answerRowDispute);
  const go = async () => {
    const params = { id: roster.id, rowId: row.id, disputeId: dispute.id };
    if (!(await send.run({ params, body: { answer } })).ok) return;
    toast('已答复本人');
    onClose();
  };
  const isEmpty = answer.trim() === '';
  return (
    <Sheet
      title="答复本人"
      onClose={onClose}
      action={
        <BigButton
          id="send-answer"
          text={isEmpty ? '请先写原因' : '答复'}
          busy={send.busy}
          disabled={isEmpty}
          onTap={() => void go()}
        />
      }
    >
      <Cell title={dispute.label} note={`本人说：${dispute.said}`} />
      <RefusalMessage refusal={send.refusal} />
      <ProseField
        id="dispute-answer"
        label="为什么不改，或怎么办"
        maxlength={200}
        value={answer}
        onChange={setAnswer}
      />
    </Sheet>
  );
}
