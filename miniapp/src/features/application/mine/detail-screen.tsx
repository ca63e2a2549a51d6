import { type ApplicationView, applications } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Stage, statesThatAre } from '@jikaotong/shared/rules/progress';
import {
  actionWord,
  levelWord,
  refusalSentence,
  remarkFieldWord,
  progressSentence,
  progressWord,
} from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Answer, open, useAnswer, useOnShow, useSignIn } from '../../../platform';
import {
  BigButton,
  Card,
  Cell,
  Dots,
  Group,
  Heading,
  KeptNote,
  Loaded,
  NoticeBar,
  OneSource,
  Page,
  SpanLine,
  Tag,
  TextButton,
  Timeline,
  TimelineStep,
} from '../../../ui';
import { SignInGate } from '../../account';
import { useToday } from '../../demonstration';
import { HelpLineOf, Originals, PaidLeaving } from '../../notice';
import { SessionChangeCard } from '../session-change/session-change-card';
import { useWithdrawal } from '../hand-in/withdraw';
import { nextStepOf } from '../next-step';
import { retakeWords } from '../retake-words';
import { type ProgressStep, dotsOf, isEnded, progressStepsOf } from '../progress-steps';
import { RefusalNote } from '../refusal-note';
import { ExtraFactsCell } from '../extra-facts-cell';
import { EndedCard } from './ended-card';
import { progressTone } from './stage-tone';
import type { SlipOut } from './slip-out';
import { UntilLine } from './until-line';
import { useSlipOut } from './use-slip-out';
import '../application.scss';

/** One application: where it stands, every window with its clause, what was said about it, and the next step. */
export function DetailScreen({ id }: { id: string }) {
  const { phase } = useSignIn();
  if (phase === 'in') return <Detail id={id} />;
  return (
    <Page>
      <SignInGate why="登录后查看报名进度。">{null}</SignInGate>
    </Page>
  );
}

function Detail({ id }: { id: string }) {
  const answer = useAnswer(applications.getApplication, { params: { id } });
  if (answer.state === 'ready') return <Known answer={answer} />;
  return (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function Known({ answer }: { answer: Extract<Answer<ApplicationView>, { state: 'ready' }> }) {
  const application = answer.data;
  const slip = useSlipOut(application);
  const today = useToday();
  useOnShow(() => answer.refresh());
  const next = slip?.next ?? nextStepOf(application);
  return (
    <Page
      action={
        next ? (
          <>
            {next.until ? (
              <UntilLine of={application} until={next.until} today={today} slipOut={slip !== null} />
            ) : null}
            <BigButton id={next.id} text={next.text} onTap={() => open(next.path, next.params)} />
          </>
        ) : undefined
      }
    >
      <Originals notice={application.noticeId}>
        <KeptNote keptAt={answer.keptAt} />
        <Body application={application} slip={slip} />
      </Originals>
    </Page>
  );
}

/** What hangs on an application, from which action it may be opened, and where. */
const PAPERS = [
  { action: 'see-ticket', path: '/packages/exam/ticket/index' },
  { action: 'see-result', path: '/packages/exam/result/index' },
  { action: 'see-certificate', path: '/packages/exam/certificate/index' },
] as const;
const WITH_ORDER = statesThatAre('ordered');
const MENDED = statesThatAre('mendable');
/** The money has come, and the exam is not over. */
const PAID: readonly Stage[] = ['paid', 'ticket-open', 'exam-day'];

function Body({ application, slip }: { application: ApplicationView; slip: SlipOut | null }) {
  const today = useToday();
  const { id, offering, sessionName, progress, remarks, rejection } = application;
  const [showsDays, setShowsDays] = useState(false);
  const dots = dotsOf(progress.stage);
  const may = (action: string) => progress.next.some((next) => next.action === action);
  const steps = progressStepsOf(application, today);
  const hasEnded = isEnded(progress.stage) || progress.stage === 'failed' || progress.stage === 'certificate-void';
  const blocked = progress.blocked.filter(({ action }) => PAPERS.some((paper) => paper.action === action));
  return (
    <>
      <Heading title={offering.occupation}>
        {[
          offering.workType,
          offering.level === null ? null : levelWord(offering.level),
          sessionName,
          retakeWords(application),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Heading>
      <Card>
        <View className="application__head">
          <View className="application__now application__name">{slip?.now ?? progressSentence(progress)}</View>
          {slip ? (
            <Tag text={slip.tag} tone="warn" />
          ) : (
            <Tag text={progressWord(progress)} tone={progressTone(progress)} />
          )}
        </View>
        {blocked.map(({ action, code, data }) => (
          <View key={action} className="application__side">
            {actionWord(action)}：{refusalSentence(code, data)}
          </View>
        ))}
      </Card>
      <SessionChangeCard application={application} />
      {remarks.map(({ field, text }) => (
        <NoticeBar key={field} tone="warn" title={`审核意见：${remarkFieldWord(field)}`}>
          {text}
        </NoticeBar>
      ))}
      {rejection ? (
        <NoticeBar tone="stop" title="未通过原因">
          {rejection}
        </NoticeBar>
      ) : null}
      {hasEnded ? <EndedCard application={application} today={today} /> : null}
      {steps.length === 0 ? null : (
        <Card>
          {dots ? (
            <>
              <Dots dots={dots} />
              <TextButton
                id="all-days"
                text={showsDays ? '收起日期' : '看每一步的日期和依据'}
                onTap={() => setShowsDays(!showsDays)}
              />
            </>
          ) : null}
          {dots === null || showsDays ? <Days steps={steps} today={today} /> : null}
        </Card>
      )}
      <Group>
        {WITH_ORDER.includes(application.state) && !application.paidByUnit ? (
          <Cell id="see-order" title="缴费单" onTap={() => open('/packages/apply/order/index', { id })} />
        ) : null}
        {application.paidByUnit ? (
          <Cell
            id="see-unit"
            title="单位替我报的名"
            note={MENDED.includes(application.state) ? '核对以后由您本人确认' : '让不让单位看我的分数'}
            onTap={() => open('/packages/unit/confirm/index', { id })}
          />
        ) : null}
        {PAPERS.filter(({ action }) => may(action)).map(({ action, path }) => (
          <Cell key={action} id={action} title={actionWord(action)} onTap={() => open(path, { id })} />
        ))}
        {['submitted', 'approved'].includes(application.state) ? (
          <Cell
            id="ask-correction"
            title="申请更正"
            note="姓名、证件、手机号、照片或工作单位填错了、有变化"
            onTap={() => open('/packages/apply/correction/index', { id })}
          />
        ) : null}
        {application.submittedAt === null ? null : (
          <Cell
            id="see-sent"
            title="我提交的内容"
            note="填写的内容、照片、材料和签名的表格"
            onTap={() => open('/packages/apply/sent/index', { id })}
          />
        )}
        {application.submittedAt === null || hasEnded ? null : <ExtraFactsCell applicationId={id} />}
        <Cell
          id="see-notice"
          title="查看通知"
          note={application.noticeTitle}
          onTap={() => open('/pages/notice/index', { id: application.noticeId })}
        />
      </Group>
      {hasEnded ? null : <HelpLineOf noticeId={application.noticeId} />}
      {may('withdraw') && !(application.paidByUnit && MENDED.includes(application.state)) ? (
        <Withdrawal application={application} />
      ) : null}
      {PAID.includes(progress.stage) && today <= application.examStart ? (
        <PaidLeaving noticeId={application.noticeId} paidByUnit={application.paidByUnit} />
      ) : null}
    </>
  );
}

/** Every step with its window and its clause. */
const Days = ({ steps, today }: { steps: readonly ProgressStep[]; today: LocalDate }) => (
  <OneSource>
    <Timeline>
      {steps.map(({ key, title, state, window }) => (
        <TimelineStep
          key={key}
          title={title}
          state={state}
          {...(window
            ? {
                when: <SpanLine opens={window.opens} closes={window.closes} today={today} done={state === 'done'} />,
                source: window.source,
              }
            : {})}
        />
      ))}
    </Timeline>
  </OneSource>
);

function Withdrawal({ application: { id, state } }: { application: ApplicationView }) {
  const withdrawal = useWithdrawal(id, state === 'draft');
  return (
    <>
      <RefusalNote refusal={withdrawal.refusal} />
      <View className="row-of-texts">
        <TextButton
          id="withdraw"
          text={state === 'draft' ? '放弃这份草稿' : actionWord('withdraw')}
          onTap={() => void withdrawal.ask()}
        />
      </View>
    </>
  );
}
