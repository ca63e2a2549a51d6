import { judgePhones } from '@jikaotong/shared/contract';
import { dayWords, stageNoteWord } from '@jikaotong/shared/words';
import { useEffect } from 'react';
import * as z from 'zod/mini';
import { JUDGE_LISTS, keepListed, open, readKept, useAnswer, useSignIn } from '../../platform';
import { Cell, Empty, Group, Heading, Loaded, NoticeBar, Page, Tag } from '../../ui';
import { SignInGate } from '../account';
import { useToday } from '../demonstration';
import { waitingOf } from './kept-judging';

const KEY = `${JUDGE_LISTS}.mine`;
const Kept = z.array(judgePhones.OwnJudgingView);

/** Where one judges; without a network what was seen last. */
export function TodayScreen() {
  const { phase } = useSignIn();
  const answer = useAnswer(judgePhones.listMyJudging, {}, { enabled: phase === 'in' });
  const fresh = answer.state === 'ready' ? answer.data.items : null;
  useEffect(() => {
    const all = fresh && withUnsent(fresh);
    if (all && all.length > 0) keepListed(JUDGE_LISTS, KEY, all);
  }, [fresh]);
  const isAway = phase === 'starting' || (answer.state === 'refused' && answer.refusal.code === 'offline');
  const kept = isAway ? readKept(KEY, Kept) : null;
  return (
    <Page>
      <Heading title="我的评分">评分前先打开一次，把号码下载到手机上；没有网络也能评分。</Heading>
      {kept ? (
        <>
          <NoticeBar tone="info">网络连接不上，显示上次看到的安排。</NoticeBar>
          <Own items={kept} />
        </>
      ) : (
        <SignInGate why="登录后查看评分安排。">
          <Loaded answer={answer}>{({ items }) => <Own items={withUnsent(items)} />}</Loaded>
        </SignInGate>
      )}
    </Page>
  );
}

/** Where one judges no more, but something of it still waits on this phone. */
const withUnsent = (items: z.output<typeof Kept>): z.output<typeof Kept> => [
  ...items,
  ...(readKept(KEY, Kept) ?? []).filter(({ id }) => waitingOf(id) > 0 && !items.some((one) => one.id === id)),
];

function Own({ items }: { items: z.output<typeof Kept> }) {
  const today = useToday();
  if (items.length === 0) {
    return <Empty title="没有评分安排">主办方安排以后会显示在这里。收到链接的，请先打开链接。</Empty>;
  }
  return items.map(({ id, bodyName, title, stageName, part, days, locked }) => {
    const waiting = waitingOf(id);
    return (
      <Group key={id} title={`${bodyName}　${title}`}>
        <Cell
          id={`judging-${id}`}
          title={`${stageName}${stageNoteWord(part)}`}
          note={days.length === 0 ? '还没有号码' : days.map((day) => dayWords(day, today)).join('、')}
          value={
            waiting > 0 ? (
              <Tag text={`${waiting} 个未上传`} tone="warn" />
            ) : locked ? (
              <Tag text="已锁定" />
            ) : days.includes(today) ? (
              <Tag text="今天评分" tone="go" />
            ) : undefined
          }
          onTap={() => open('/packages/judge/marking/index', { id })}
        />
      </Group>
    );
  });
}
