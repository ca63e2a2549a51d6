import { type StaffStageDraw, contests, stageDraws } from '@jikaotong/shared/contract';
import { parseLocalDate } from '@jikaotong/shared/kernel';
import { dayWords, movedWords, reachWords } from '@jikaotong/shared/words';
import { useState } from 'react';
import { confirm, reloadScreens, toast, useAnswer, useCommand } from '../../platform';
import { BigButton, DayField, NoticeBar, ProseField, RefusalMessage, Sheet } from '../../ui';
import { useToday } from '../demonstration';

/** All heats go to other days together; order, stations and hours stay. */
export function MoveSheet({ draw, onClose }: { draw: StaffStageDraw; onClose: () => void }) {
  const { noticeId, stage, stageName, plan, announced } = draw;
  const first = plan?.blocks[0]?.day ?? null;
  const today = useToday();
  const move = useCommand(stageDraws.moveStageDraw);
  const held = useAnswer(contests.getStageHoldings, { params: { id: noticeId, stage } });
  const [day, setDay] = useState<string | null>(first);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const parsed = day === null ? null : parseLocalDate(day);
  const go = async () => {
    setAsked(true);
    if (!parsed?.ok || reason.trim() === '') return;
    const lost = announced?.day === first && held.state === 'ready' ? movedWords(held.data) : '';
    const sure = await confirm({
      title: `${stageName}改期？`,
      text: `第一场由${first ? dayWords(first, today) : ''}改到${dayWords(parsed.value, today)}，各场一起改。${reachWords(draw.reach)}${lost}`,
      yes: '确定改期',
      no: '返回',
    });
    if (!sure) return;
    const body = { firstDay: parsed.value, reason: reason.trim() };
    if (!(await move.run({ params: { id: noticeId, stage }, body })).ok) return;
    toast('已改期');
    await reloadScreens();
    onClose();
  };
  return (
    <Sheet
      title="抽签后改期"
      onClose={onClose}
      action={
        <>
          <RefusalMessage refusal={move.refusal} />
          <BigButton
            id="move-draw"
            text="改期并通知选手"
            busy={move.busy || held.state === 'loading'}
            onTap={() => void go()}
          />
        </>
      }
    >
      <NoticeBar tone="info">
        各场一起顺延或提前同样的天数，出场顺序、场次、工位和钟点都不变；原来的时间作废。
      </NoticeBar>
      {announced === null ? null : announced.day === first ? (
        <NoticeBar tone="info">公布的赛程也一起改。</NoticeBar>
      ) : (
        <NoticeBar tone="warn" title="公布的赛程不会跟着改">
          赛程写的是{dayWords(announced.day, today)}，要改的，请到报名名单的“赛程”更改。
        </NoticeBar>
      )}
      <DayField
        id="move-day"
        label="第一场的新日期"
        value={day}
        earliest={today}
        startAt={today}
        error={asked && !parsed?.ok ? '请选择日期' : null}
        onChange={setDay}
      />
      <ProseField
        id="move-reason"
        label="改期的原因（选手会看到）"
        value={reason}
        maxlength={200}
        error={asked && reason.trim() === '' ? '请写明原因' : null}
        onChange={setReason}
      />
    </Sheet>
  );
}
