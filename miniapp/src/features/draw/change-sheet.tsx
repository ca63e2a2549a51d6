import { type StaffStageDraw, stageDraws } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { toast, useCommand } from '../../platform';
import { BigButton, NoticeBar, ProseField, RefusalMessage, Sheet } from '../../ui';

export type Changed = { readonly name: string } & (
  { readonly kind: 'added'; readonly entryId: string } | { readonly kind: 'withdrawn'; readonly placeId: string }
);

type Props = { draw: StaffStageDraw; changed: Changed; onClose: () => void };

/** Somebody leaves or comes after the draw, with the reason. */
export function ChangeSheet({ draw: { noticeId, stage }, changed, onClose }: Props) {
  const { kind, name } = changed;
  const change = useCommand(stageDraws.changeStageDraw);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const said = reason.trim();
  const verb = kind === 'added' ? '补入' : '退出';
  const go = async () => {
    setAsked(true);
    if (said === '') return;
    const body =
      changed.kind === 'added'
        ? { kind: 'added' as const, entryId: changed.entryId, reason: said }
        : { kind: 'withdrawn' as const, placeId: changed.placeId, reason: said };
    const reply = await change.run({ params: { id: noticeId, stage }, body });
    if (!reply.ok) return;
    toast(`已登记${verb}`);
    onClose();
  };
  return (
    <Sheet
      title={`${name}${verb}`}
      onClose={onClose}
      action={<BigButton id="change-draw" text={`登记${verb}`} busy={change.busy} onTap={() => void go()} />}
    >
      <ProseField
        id="draw-reason"
        label="原因"
        value={reason}
        maxlength={200}
        hint={kind === 'added' ? '补到空出的位置，没有空位的排在最后。' : '位置空出，别人都不动。'}
        error={asked && said === '' ? '请写明原因' : null}
        onChange={setReason}
      />
      {kind === 'withdrawn' ? (
        <NoticeBar tone="warn">
          名单已经确定的，同时记为退赛，另一位工作人员核对以后座位和准考证也收回；还没有确定的，这里只空出位置，确定名单以后再到比赛成绩里登记退赛。
        </NoticeBar>
      ) : null}
      <RefusalMessage refusal={change.refusal} />
    </Sheet>
  );
}
