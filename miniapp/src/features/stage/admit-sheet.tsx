import { type StagePreview, stagePublication } from '@jikaotong/shared/contract';
import { reachWords } from '@jikaotong/shared/words';
import { useState } from 'react';
import { reloadScreens, toast, useCommand } from '../../platform';
import { BigButton, NoticeBar, ProseField, RefusalMessage, Sheet } from '../../ui';

type Props = {
  stageId: string;
  of: StagePreview['replacements'][number];
  next: string;
  onClose: () => void;
};

/** Somebody from below goes on in place of one who does not: a decision with its reason. */
export function AdmitSheet({ stageId, of: { number, name, free, reach }, next, onClose }: Props) {
  const admit = useCommand(stagePublication.admitInstead);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const why = reason.trim();
  const go = async () => {
    setAsked(true);
    if (why === '' || !(await admit.run({ params: { id: stageId }, body: { number, reason: why } })).ok) return;
    toast('已递补');
    await reloadScreens();
    onClose();
  };
  return (
    <Sheet
      title={`递补 ${number}号 ${name}`}
      onClose={onClose}
      action={<BigButton id="admit-instead" text={`递补进入${next}`} busy={admit.busy} onTap={() => void go()} />}
    >
      <NoticeBar tone="info">
        {`${next}空出${free}个名额，按名次轮到这名选手。决定后进入${next}名单，名次不变。${reachWords(reach)}`}
      </NoticeBar>
      <ProseField
        id="admit-reason"
        label="递补的原因（选手会看到）"
        value={reason}
        maxlength={200}
        error={asked && why === '' ? '请写明原因' : null}
        onChange={setReason}
      />
      <RefusalMessage refusal={admit.refusal} />
    </Sheet>
  );
}
