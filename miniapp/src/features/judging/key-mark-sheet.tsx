import { type JudgedNumber, judging } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { reloadScreens, toast, useCommand } from '../../platform';
import { BigButton, NoticeBar, ProseField, RefusalMessage, Sheet, TextField } from '../../ui';
import { readPoints } from './read-points';

type Props = {
  items: readonly { readonly name: string; readonly maximum: number }[];
  number: JudgedNumber;
  mark: JudgedNumber['marks'][number];
  onClose: () => void;
};

/** Keys in a judge's signed sheet; the same by a second person checks it. */
export function KeyMarkSheet({ items, number, mark, onClose }: Props) {
  const key = useCommand(judging.keyJudgeMark);
  const [typed, setTyped] = useState<readonly string[]>(items.map(() => ''));
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const marks = typed.map(readPoints);
  const filled = marks.filter((one) => one !== null);
  const why = reason.trim();
  const go = async () => {
    setAsked(true);
    if (filled.length < items.length) return;
    const reply = await key.run({
      params: { id: mark.judgeId, place: number.placeId },
      body: { marks: filled, version: mark.version, reason: why === '' ? null : why },
    });
    if (!reply.ok) return;
    toast('已保存');
    onClose();
    await reloadScreens();
  };
  return (
    <Sheet
      title={`${number.station} 号工位　${mark.judgeName}`}
      onClose={onClose}
      action={<BigButton id="key-judge-mark" text="保存" busy={key.busy} onTap={() => void go()} />}
    >
      {mark.open ? (
        <NoticeBar tone="info">
          {mark.mine ? '是您录入的，请另一位工作人员再录一遍。' : '再录一遍同样的分数，就是核对。'}
        </NoticeBar>
      ) : mark.total === null ? null : (
        <NoticeBar tone="warn">{`现在是 ${mark.total / 100} 分。改分要写明原因，并由第二人核对。`}</NoticeBar>
      )}
      {items.map(({ name, maximum }, at) => (
        <TextField
          key={name}
          id={`key-item-${at}`}
          label={name}
          type="digit"
          value={typed[at] ?? ''}
          maxlength={6}
          hint={`满分 ${maximum / 100}`}
          error={asked && marks[at] === null ? '请填写分数' : null}
          onChange={(text) => setTyped(typed.map((one, row) => (row === at ? text : one)))}
        />
      ))}
      {mark.total === null ? null : (
        <ProseField id="key-reason" label="改分原因" value={reason} maxlength={200} onChange={setReason} />
      )}
      <RefusalMessage refusal={key.refusal} />
    </Sheet>
  );
}
