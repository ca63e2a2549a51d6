import { type StagePreview, stagePublication } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { reloadScreens, toast, useCommand } from '../../platform';
import { BigButton, NoticeBar, ProseField, RefusalMessage, Sheet, TextButton, TextField } from '../../ui';
import { tieTitle } from './place-words';
import { TieOrder } from './tie-order';

export type TieWords = { readonly jury: string; readonly reason: string };

type Props = {
  stageId: string;
  tie: StagePreview['ties'][number];
  turn: number;
  before: TieWords;
  onDecided: (words: TieWords) => void;
  onClose: () => void;
};

/** The jury's order of a full tie: tapped one after the other, the best first; the jury begins as in the decision before, its reason can be taken over. */
export function TieSheet({ stageId, tie, turn, before, onDecided, onClose }: Props) {
  const decide = useCommand(stagePublication.decideTie);
  const [order, setOrder] = useState<readonly number[]>([]);
  const [jury, setJury] = useState(before.jury);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const isWhole = order.length === tie.entrants.length;
  const go = async () => {
    setAsked(true);
    if (!isWhole || jury.trim() === '' || reason.trim() === '') return;
    const body = { order: [...order], jury: jury.trim(), reason: reason.trim(), turn };
    if (!(await decide.run({ params: { id: stageId }, body })).ok) return;
    toast('已登记决定');
    onDecided({ jury: body.jury, reason: body.reason });
    await reloadScreens();
    onClose();
  };
  return (
    <Sheet
      title={`${tieTitle(tie)}同分`}
      onClose={onClose}
      action={<BigButton id="decide-tie" text="登记决定" busy={decide.busy} onTap={() => void go()} />}
    >
      {tie.decision ? (
        <NoticeBar tone="info" title={tie.decision.jury}>{`${tie.decision.reason}。重新登记会代替它。`}</NoticeBar>
      ) : null}
      <TieOrder tie={tie} order={order} onChange={setOrder} />
      {asked && !isWhole ? <NoticeBar tone="stop">请把同分的选手都排出先后</NoticeBar> : null}
      <TextField
        id="tie-jury"
        label="作出决定的评委"
        value={jury}
        maxlength={200}
        error={asked && jury.trim() === '' ? '请写明评委姓名' : null}
        onChange={setJury}
      />
      <ProseField
        id="tie-reason"
        label="理由"
        value={reason}
        maxlength={200}
        error={asked && reason.trim() === '' ? '请写明理由' : null}
        onChange={setReason}
      />
      {before.reason !== '' && reason === '' ? (
        <TextButton
          id="tie-same-reason"
          text={`理由同上一组：${before.reason}`}
          onTap={() => setReason(before.reason)}
        />
      ) : null}
      <RefusalMessage refusal={decide.refusal} />
    </Sheet>
  );
}
