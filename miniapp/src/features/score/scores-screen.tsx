import { invigilation, overview, results, sessions } from '@jikaotong/shared/contract';
import { type ListRow, MARK_MEANINGS, scoreList } from '@jikaotong/shared/lists';
import type { SubjectCode } from '@jikaotong/shared/notice';
import { dayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open as openPage, useAnswer } from '../../platform';
import { BigButton, Card, NoticeBar, type Tone } from '../../ui';
import { useToday } from '../demonstration';
import { DifferingPart } from '../invigilation';
import { ListView } from '../list';
import { useStaff } from '../staff';
import { ConfirmPart } from './confirm-part';
import { ImportPart } from './import-part';
import { KeySheet } from './key-sheet';
import { PublicitySheet } from './publicity-sheet';
import { PublishSheet, publishStep } from './publish-sheet';
import { Marks } from './marks';
import { UnsettledPart } from './unsettled-part';

type Score = ListRow<typeof scoreList>;

const LOW: Partial<Record<(typeof MARK_MEANINGS)[number], Tone>> = { failed: 'stop', absent: 'warn' };
const MARK_TONES: Readonly<Record<SubjectCode, typeof LOW>> = { theory: LOW, skill: LOW, review: LOW };
const TONES = {
  ...MARK_TONES,
  outcome: { passed: 'go', failed: 'stop', absent: 'warn' },
} as const;

const cardOf = (score: Score) => ({
  title: score.name,
  note: (
    <>
      <View>{score.ticketNumber}</View>
      <View>{score.offering}</View>
    </>
  ),
  value: <Marks of={score} />,
});

/** Marks come in by the Excel template, are looked through, and are published. */
export function ScoresScreen({ sessionId }: { sessionId: string }) {
  const params = { id: sessionId };
  const today = useToday();
  const { may } = useStaff();
  const session = useAnswer(sessions.getStaffSession, { params });
  const counts = useAnswer(overview.getSessionCounts, { params });
  const marked = useAnswer(scoreList.counts, { params, query: {} });
  const [keyed, setKeyed] = useState<string | null>(null);
  const [isShowing, setIsShowing] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const ready = session.state === 'ready' ? session.data : null;
  const publishedOn = ready?.publishedOn ?? null;
  const total = marked.state === 'ready' ? marked.data.total : 0;
  const open = marked.state === 'ready' ? (marked.data.by['complete']?.['no'] ?? 0) : 0;
  const isLeft = ready !== null && ready.unpublished.length > 0;
  const mayPublish = ready !== null && isLeft && may(results.publishResults, ready.bodyId);
  const mayKey = ready !== null && today >= ready.examEnd && may(results.keyMark, ready.bodyId);
  const step = ready && publishStep({ session: ready, today, some: total > open });
  return (
    <>
      <ListView
        list={scoreList}
        id={sessionId}
        unit="人"
        about={ready?.name}
        {...(mayPublish && step && { action: { id: 'publish-results', ...step, onTap: () => setIsAsking(true) } })}
        notice={
          <>
            {publishedOn ? (
              <NoticeBar tone="go">
                {isLeft ? '部分项目的' : ''}成绩已于 {dayWords(publishedOn, today)} 发布。
              </NoticeBar>
            ) : null}
            {ready?.state === 'in-publicity' && may(results.downloadPublicity, ready.bodyId) ? (
              <Card>
                <BigButton
                  id="show-publicity"
                  text="公示名单：二维码和导出"
                  tone="plain"
                  onTap={() => setIsShowing(true)}
                />
              </Card>
            ) : null}
            {ready && isLeft && may(results.scoreSheet.upload, ready.bodyId) ? (
              <ImportPart
                session={ready}
                ticketed={counts.state === 'ready' ? counts.data.ticketed : null}
                today={today}
              />
            ) : null}
            {ready && today >= ready.examStart ? (
              <DifferingPart
                sessionId={sessionId}
                onTap={(one) => {
                  const { ticketNumber } = one;
                  if (mayKey && one.said === null && ticketNumber !== null) return () => setKeyed(ticketNumber);
                  return may(invigilation.getDoorCounts, ready.bodyId)
                    ? () => openPage('/packages/duty/counts/index', { session: sessionId, slot: one.slot })
                    : null;
                }}
              />
            ) : null}
            {isLeft && total > open ? <UnsettledPart sessionId={sessionId} bodyId={ready.bodyId} /> : null}
            {mayKey && may(results.confirmMarks, ready.bodyId) ? <ConfirmPart sessionId={sessionId} /> : null}
            {isLeft && total > 0 ? (
              <NoticeBar tone={open === 0 ? 'go' : 'info'}>
                {open === 0 ? '各科成绩已登记齐。' : `还有 ${open} 人的成绩没有登记齐，登记齐的项目可以先发布。`}
              </NoticeBar>
            ) : null}
          </>
        }
        empty={{ title: '还没有成绩', text: '发放准考证后可以下载成绩模板。' }}
        card={cardOf}
        tones={TONES}
        elementId={({ ticketNumber }) => `score-${ticketNumber}`}
        asideAtDesk={['complete']}
        // a row that is tapped before it is known who may key opens then
        {...((mayKey || ready === null) && { onOpen: (row: Score) => setKeyed(row.ticketNumber) })}
      />
      {isShowing && ready ? (
        <PublicitySheet sessionId={sessionId} name={ready.name} onClose={() => setIsShowing(false)} />
      ) : null}
      {mayKey && keyed !== null ? (
        <KeySheet sessionId={sessionId} ticketNumber={keyed} onClose={() => setKeyed(null)} />
      ) : null}
      {isAsking && ready ? <PublishSheet session={ready} onClose={() => setIsAsking(false)} /> : null}
    </>
  );
}
