import { type ApplicationView, type ResultView, applications, results } from '@jikaotong/shared/contract';
import { dayAt, timeAt } from '@jikaotong/shared/kernel';
import { spanOf } from '@jikaotong/shared/rules/progress';
import {
  dayAndDistanceWords,
  dayWords,
  fullDayWords,
  offeringWords,
  outcomeWord,
  refusalSentence,
  scoreReviewWord,
  subjectWord,
} from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open, useAnswer, useShare, useSignIn } from '../../platform';
import { Bar, BigButton, Card, Cell, Group, Loaded, NoticeBar, Page, Source, SpanLine, Tag } from '../../ui';
import { SignInGate } from '../account';
import { useToday } from '../demonstration';
import { HelpLineOf, OfferingName, PaperCertificate } from '../notice';
import { ScoreReviewPage } from './score-review-page';
import { subjectWords } from './subject-words';
import './result.scss';

/** The candidate's result: every subject, the outcome, publicity and score review with their windows. */
export function ResultScreen({ applicationId }: { applicationId: string }) {
  const { phase } = useSignIn();
  if (phase === 'in') return <SignedIn applicationId={applicationId} />;
  return (
    <Page>
      <SignInGate why="登录后查看成绩。">{null}</SignInGate>
    </Page>
  );
}

function SignedIn({ applicationId }: { applicationId: string }) {
  const params = { id: applicationId };
  const answer = useAnswer(results.getResult, { params });
  const application = useAnswer(applications.getApplication, { params });
  const [asking, setAsking] = useState(false);
  const view = application.state === 'ready' ? application.data : null;
  const may = (action: string) => view?.progress.next.some((next) => next.action === action) ?? false;
  useShare(
    view?.progress.outcome === 'passed' ? `我的${offeringWords(view.offering)}考试合格了` : '职业技能等级认定',
    view ? `/pages/notice/index?id=${view.noticeId}` : '/pages/notices/index',
  );
  if (asking && may('ask-score-review') && answer.state === 'ready')
    return <ScoreReviewPage result={answer.data} onDone={() => setAsking(false)} />;
  const action = may('see-certificate') ? (
    <BigButton id="open-certificate" text="查看证书" onTap={() => open('/packages/exam/certificate/index', params)} />
  ) : may('apply-retake') ? (
    <BigButton id="see-retake" text="查看怎么补考" onTap={() => open('/packages/exam/retake/index', params)} />
  ) : may('ask-score-review') ? (
    <BigButton id="ask-score-review" text="申请成绩复核" tone="plain" onTap={() => setAsking(true)} />
  ) : undefined;
  return (
    <Page action={action}>
      <Loaded answer={answer}>{(result) => <Body result={result} application={view} />}</Loaded>
    </Page>
  );
}

/** 百分制, every subject from here (DOMAIN 1). */
const PASS_MARK = 60;

const TONES = { passed: 'go', failed: 'warn', absent: 'quiet' } as const;

function Body({ result, application }: { result: ResultView; application: ApplicationView | null }) {
  const today = useToday();
  const { subjects, outcome, publishedOn, kept, review, scoreReviews } = result;
  const publicity = application ? spanOf(application.windows, 'publicity') : null;
  const source = application?.windows.find(({ kind }) => kind === 'publicity')?.source;
  const notNow = application?.progress.blocked.find(({ action }) => action === 'ask-score-review');
  const objected = application?.progress.blocked.find(({ code }) => code === 'line-objected');
  return (
    <>
      <Card>
        <View className="result__head">
          <View className={`result__outcome result__outcome--${outcome}`}>
            {outcome === 'passed' ? '✓ ' : ''}
            {outcomeWord(outcome)}
          </View>
          <Tag text={`${fullDayWords(publishedOn)}公布`} tone={TONES[outcome]} />
        </View>
        {application ? (
          <View className="result__offering">
            <OfferingName of={application.offering} />
            <View>{application.sessionName}</View>
          </View>
        ) : null}
      </Card>
      <Group title="各科成绩" foot="每科 60 分及以上为合格，各科都合格才能取得证书。">
        {subjects.map((subject) => (
          <Cell key={subject.subject} title={subjectWord(subject.subject)} value={subjectWords(subject)}>
            {subject.points === null || subject.absent ? null : (
              <Bar
                share={Number(subject.points) / 100}
                mark={PASS_MARK / 100}
                label={`合格线 ${PASS_MARK} 分`}
                tone={subject.passed ? 'go' : 'warn'}
              />
            )}
          </Cell>
        ))}
      </Group>
      {kept.length > 0 && outcome !== 'passed' ? (
        <Group title="保留的成绩">
          {kept.map(({ subject, until, source: clause }) => (
            <View key={subject} className="result__clause">
              <Source of={clause}>
                {subjectWord(subject)} {until ? `保留到 ${dayAndDistanceWords(until, today)}` : '保留期限待公布'}
              </Source>
            </View>
          ))}
        </Group>
      ) : null}
      {outcome === 'passed' && application ? (
        <PaperCertificate noticeId={application.noticeId} issued={application.progress.stage === 'certified'} />
      ) : null}
      {publicity && (publicity.opens || publicity.closes) ? (
        <Group title="成绩公示">
          <View className="result__clause">
            {source ? (
              <Source of={source}>
                <SpanLine opens={publicity.opens} closes={publicity.closes} today={today} />
              </Source>
            ) : (
              <SpanLine opens={publicity.opens} closes={publicity.closes} today={today} />
            )}
          </View>
          {application?.progress.stage === 'in-publicity' || application?.progress.stage === 'score-review' ? (
            <Cell
              id="see-publicity"
              title="查看公示名单"
              onTap={() => open('/packages/exam/publicity/index', { session: application.sessionId })}
            />
          ) : null}
        </Group>
      ) : null}
      {review.source ? (
        <Group title="成绩复核">
          <View className="result__clause">
            <Source of={review.source}>
              <SpanLine opens={review.opens} closes={review.closes} today={today} />
            </Source>
            {notNow ? <View className="result__why">{refusalSentence(notNow.code, notNow.data)}</View> : null}
          </View>
        </Group>
      ) : null}
      {scoreReviews.map(({ id, subject, state, ledger }) => (
        <Group key={id} title={`${subjectWord(subject)}复核`}>
          <View className="result__clause">
            <Tag text={scoreReviewWord(state)} tone={state === 'open' ? 'info' : 'quiet'} />
          </View>
          {ledger.map(({ at, code, reason }) => (
            <Cell
              key={`${code}-${at}`}
              title={scoreReviewWord(code)}
              note={
                <>
                  <View>
                    {dayWords(dayAt(at), today)} {timeAt(at)}
                  </View>
                  <View>{reason}</View>
                </>
              }
            />
          ))}
        </Group>
      ))}
      {objected ? (
        <NoticeBar tone="info">{refusalSentence(objected.code, objected.data)}，结果出来后照常发放。</NoticeBar>
      ) : null}
      {application ? <HelpLineOf noticeId={application.noticeId} /> : null}
      {application === null ? null : outcome === 'passed' ? null : (
        <NoticeBar tone="info">{retakeWords(application)}</NoticeBar>
      )}
    </>
  );
}

/** Until when, where it is known. */
function retakeDayWords({ next }: ApplicationView['progress']): string {
  const until = next.find(({ action }) => action === 'apply-retake')?.until ?? null;
  return until === null ? '' : `${fullDayWords(until)}前`;
}

const retakeWords = ({ progress }: ApplicationView): string =>
  progress.stage === 'retake-possible'
    ? `${retakeDayWords(progress)}可以补考没有合格的科目，合格的科目不用再考。`
    : progress.stage === 'failed'
      ? '这次考试不能再补考，可以重新报名全部科目。'
      : '公示结束后，可以查看是否能够补考。';
