import { type JudgeView, judgePlaces } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { reloadScreens, toast, useCommand } from '../../platform';
import { BigButton, NoticeBar, ProseField, RefusalMessage, Sheet } from '../../ui';

/** All that a judge gave who is no more is left out, or counts again. */
export function VoidSheet({ judge, onClose }: { judge: JudgeView; onClose: () => void }) {
  const leaveOut = useCommand(judgePlaces.voidJudgeMarks);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const voided = judge.voided === null;
  const said = reason.trim();
  const go = async () => {
    setAsked(true);
    if (said === '') return;
    if (!(await leaveOut.run({ params: { id: judge.id }, body: { voided, reason: said } })).ok) return;
    toast(voided ? '已作废' : '已恢复');
    onClose();
    await reloadScreens();
  };
  return (
    <Sheet
      title={`${judge.name}　${judge.marked ?? 0} 个评分`}
      onClose={onClose}
      action={
        <BigButton
          id="void-judge-marks"
          text={voided ? '作废这些评分' : '恢复计入'}
          busy={leaveOut.busy}
          onTap={() => void go()}
        />
      }
    >
      <NoticeBar tone="warn" title={voided ? '这位裁判的评分全部不计入' : '这位裁判的评分重新计入'}>
        {voided
          ? '有偏私、评错或者安排错的，整位作废；缺了分数的号要由其他裁判评。评分记录保留，锁定以前可以恢复。'
          : '合成的分数会跟着变，请再核对一遍。'}
      </NoticeBar>
      <ProseField
        id="void-reason"
        label="原因"
        value={reason}
        maxlength={200}
        error={asked && said === '' ? '请写明原因' : null}
        onChange={setReason}
      />
      <RefusalMessage refusal={leaveOut.refusal} />
    </Sheet>
  );
}
