import { type ReplyOf, contests } from '@jikaotong/shared/contract';
import { parseLocalDate } from '@jikaotong/shared/kernel';
import type { StageCode } from '@jikaotong/shared/notice';
import { dayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { reloadScreens, toast, useCommand } from '../../platform';
import { BigButton, Cell, DayField, Group, RefusalMessage, Sheet, Source, Tag, TextField } from '../../ui';
import { useToday } from '../demonstration';
import { useStaff } from '../staff';
import './contest.scss';

type Staffed = ReplyOf<typeof contests.getStaffContest>;
type Props = { of: Staffed };

/** That the papers of each stage are filed before it where the notice says, with the receipt. */
export function FilingPart({ of: { contest, filing, bodyId } }: Props) {
  const { may } = useStaff();
  const today = useToday();
  const [opened, setOpened] = useState<StageCode | null>(null);
  if (filing === null) return null;
  const mayFile = may(contests.fileStagePapers, bodyId);
  return (
    <Group title="试题备案">
      <View className="contest__source">
        <Source of={filing.source}>每一阶段开赛前报{filing.to}备案，留存回执</Source>
      </View>
      {filing.stages.map(({ stage, filed }) => {
        const view = contest.stages.find(({ code }) => code === stage);
        const day = view?.announced?.day;
        const begun = day !== undefined && day <= today;
        return (
          <Cell
            key={stage}
            id={`filing-${stage}`}
            title={view?.name ?? stage}
            note={
              filed ? `回执：${filed.receipt}；${dayWords(filed.on, today)}备案，${filed.by}登记` : '还没有登记回执'
            }
            value={
              <Tag
                text={filed ? '已备案' : begun ? '开赛前没有备案' : '待备案'}
                tone={filed ? 'go' : begun ? 'stop' : 'warn'}
              />
            }
            {...(mayFile && { onTap: () => setOpened(stage) })}
          />
        );
      })}
      {opened ? <FilingSheet noticeId={contest.noticeId} stage={opened} onClose={() => setOpened(null)} /> : null}
    </Group>
  );
}

function FilingSheet({ noticeId, stage, onClose }: { noticeId: string; stage: StageCode; onClose: () => void }) {
  const today = useToday();
  const file = useCommand(contests.fileStagePapers);
  const [day, setDay] = useState<string | null>(today);
  const [receipt, setReceipt] = useState('');
  const [asked, setAsked] = useState(false);
  const on = day === null ? null : parseLocalDate(day);
  const go = async () => {
    setAsked(true);
    if (!on?.ok || receipt.trim() === '') return;
    const body = { on: on.value, receipt: receipt.trim() };
    if (!(await file.run({ params: { id: noticeId, stage }, body })).ok) return;
    toast('已登记');
    await reloadScreens();
    onClose();
  };
  return (
    <Sheet
      title="登记备案回执"
      onClose={onClose}
      action={<BigButton id="save-filing" text="登记" busy={file.busy} onTap={() => void go()} />}
    >
      <DayField
        id="filing-day"
        label="备案日期"
        value={day}
        latest={today}
        startAt={today}
        error={asked && !on?.ok ? '请选择日期' : null}
        onChange={setDay}
      />
      <TextField
        id="filing-receipt"
        label="回执编号或回执内容"
        value={receipt}
        maxlength={120}
        error={asked && receipt.trim() === '' ? '请填写回执' : null}
        onChange={setReceipt}
      />
      <RefusalMessage refusal={file.refusal} />
    </Sheet>
  );
}
