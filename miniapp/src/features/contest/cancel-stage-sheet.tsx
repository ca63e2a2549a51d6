import { type ContestView, type NewsReach, contests } from '@jikaotong/shared/contract';
import type { StageCode } from '@jikaotong/shared/notice';
import { reachWords } from '@jikaotong/shared/words';
import { useState } from 'react';
import { confirm, toast, useCommand } from '../../platform';
import { BigButton, NoticeBar, ProseField, RefusalMessage, Sheet } from '../../ui';

type Props = {
  contest: ContestView;
  stage: StageCode;
  /** How entrants will hear. */
  told: NewsReach;
  onClose: () => void;
};

/** A stage is not held, with a reason that everybody reads. */
export function CancelStageSheet({ contest, stage, told, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [shown, setShown] = useState(false);
  const cancel = useCommand(contests.cancelStage);
  const at = contest.stages.findIndex(({ code }) => code === stage);
  const name = contest.stages[at]?.name ?? '';
  const later = contest.stages
    .slice(at + 1)
    .map((one) => one.name)
    .join('、');
  const send = async () => {
    setShown(true);
    if (reason.trim() === '') return;
    const sure = await confirm({
      title: `取消${name}？`,
      text: `取消后不能恢复。${later ? `${later}一起取消。` : ''}已发的参赛证作废。${reachWords(told)}`,
      yes: '确定取消',
      no: '返回',
      danger: true,
    });
    if (!sure) return;
    const reply = await cancel.run({ params: { id: contest.noticeId, stage }, body: { reason: reason.trim() } });
    if (!reply.ok) return;
    toast('已取消');
    onClose();
  };
  return (
    <Sheet
      title={`取消${name}`}
      onClose={onClose}
      action={
        <BigButton
          id="send-cancel-stage"
          text="取消并通知选手"
          tone="danger"
          busy={cancel.busy}
          onTap={() => void send()}
        />
      }
    >
      <NoticeBar tone="warn">
        只是改日期的，请返回填写新的日期。{later ? `选手从${name}产生，取消后${later}也不再举行。` : ''}
      </NoticeBar>
      <ProseField
        id="cancel-stage-reason"
        label="原因（选手会看到）"
        value={reason}
        maxlength={200}
        error={shown && reason.trim() === '' ? '请写明原因' : null}
        onChange={setReason}
      />
      <RefusalMessage refusal={cancel.refusal} />
    </Sheet>
  );
}
