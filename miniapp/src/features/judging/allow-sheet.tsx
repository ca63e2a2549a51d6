import { type JudgedNumber, judging } from '@jikaotong/shared/contract';
import { judgeBarWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { reloadScreens, toast, useCommand } from '../../platform';
import { BigButton, NoticeBar, ProseField, RefusalMessage, Sheet } from '../../ui';

type Props = { number: JudgedNumber; mark: JudgedNumber['marks'][number]; onClose: () => void };

/** Lets a judge mark a number in spite of the entrant's unit or coach. */
export function AllowSheet({ number, mark, onClose }: Props) {
  const allow = useCommand(judging.allowJudge);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const said = reason.trim();
  const go = async () => {
    setAsked(true);
    if (said === '') return;
    const params = { id: mark.judgeId, place: number.placeId };
    if (!(await allow.run({ params, body: { reason: said } })).ok) return;
    toast('已登记');
    onClose();
    await reloadScreens();
  };
  return (
    <Sheet
      title={`${number.station} 号工位　${mark.judgeName}`}
      onClose={onClose}
      action={<BigButton id="allow-judge" text="准许评这个号" busy={allow.busy} onTap={() => void go()} />}
    >
      <NoticeBar tone="warn" title={mark.bar === null ? '不用回避' : `应当回避：${judgeBarWord(mark.bar)}`}>
        只有确需这位裁判评分时才准许，原因会保留。
      </NoticeBar>
      <ProseField
        id="allow-reason"
        label="原因"
        value={reason}
        maxlength={200}
        error={asked && said === '' ? '请写明原因' : null}
        onChange={setReason}
      />
      <RefusalMessage refusal={allow.refusal} />
    </Sheet>
  );
}
