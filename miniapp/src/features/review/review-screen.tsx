import { type ReviewView, applications, notices } from '@jikaotong/shared/contract';
import { auditList, reviewList } from '@jikaotong/shared/lists';
import { offeringOf } from '@jikaotong/shared/notice';
import { deniedDoubts, questionAsked } from '@jikaotong/shared/rules/eligibility';
import { applicationStateWord, caseWord, remarkFieldWord, stageWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { backOr, call, open, replace, toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Cell, Group, Heading, Loaded, RefusalMessage, NoticeBar, Page, Tag, TextButton } from '../../ui';
import { useToday } from '../demonstration';
import { FactsPart, PapersPart } from '../application';
import { offeringName } from '../notice';
import { isOutdated, momentWords, useStaff, useTooLate } from '../staff';
import { ApproveSheet } from './approve-sheet';
import { AssessmentPart } from './assessment-part';
import { AttendancePart } from './attendance-part';
import { CandidatePart } from './candidate-part';
import { changedMark } from './changed-mark';
import { DeniedNote } from './denied-note';
import { REVIEW_OVER_WORDS } from './review-over';
import { REVIEW_TONES } from './review-tones';
import { RejectSheet } from './reject-sheet';
import { RulingsPart } from './rulings-part';
import { ReturnSheet } from './return-sheet';
import { TakeBackSheet } from './take-back-sheet';
import './review.scss';

/** One application as a reviewer sees it, and the decision. */
export function ReviewScreen({ id }: { id: string }) {
  const answer = useAnswer(applications.getReview, { params: { id } });
  return answer.state === 'ready' ? (
    <Decide review={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function Decide({ review }: { review: ReviewView }) {
  const { may } = useStaff();
  const today = useToday();
  const notice = useAnswer(notices.getNotice, { params: { id: review.noticeId } });
  const approve = useCommand(applications.approveApplication);
  const { late, reload, unsaid } = useTooLate();
  const [sheet, setSheet] = useState<'approve' | 'return' | 'reject' | 'take-back' | null>(null);

  const goOn = async (done: string) => {
    setSheet(null);
    toast(done);
    await openNext(review.sessionId);
  };
  const tellLate = () => {
    setSheet(null);
    void reload();
  };
  const yes = async (reason?: string) => {
    const body = { version: review.version, ...(reason === undefined ? {} : { reason }) };
    const reply = await approve.run({ params: { id: review.id }, body });
    if (reply.ok) await goOn('已通过，考生会收到缴费通知');
    else if (isOutdated(reply.code)) tellLate();
  };
  const offering = notice.state === 'ready' ? offeringOf(notice.data.notice, review.offering.code) : null;
  const nationalCodeOf = (route: string) => offering?.routes.find(({ code }) => code === route)?.nationalCode ?? null;
  const needsReason = deniedDoubts(review).length > 0;
  const decides = review.state === 'submitted' && may(applications.approveApplication, review.bodyId);
  // neither can be paid for any more, nor mended
  const isOver = review.progress.stage === 'review-over';
  return (
    <Page
      action={
        decides ? (
          <>
            <RefusalMessage refusal={sheet === 'approve' ? null : unsaid(approve.refusal)} />
            <View className="decision">
              {isOver ? null : <BigButton id="return" text="退回修改" tone="plain" onTap={() => setSheet('return')} />}
              <BigButton id="reject" text="不予通过" tone="danger" onTap={() => setSheet('reject')} />
              {isOver ? null : (
                <BigButton
                  id="approve"
                  text="通过"
                  busy={approve.busy}
                  disabled={review.cases.length > 0}
                  onTap={() => (needsReason ? setSheet('approve') : void yes())}
                />
              )}
            </View>
          </>
        ) : undefined
      }
    >
      <Heading title={review.candidate.name ?? '未填姓名'}>
        <View>{offeringName(review.offering)}</View>
        <View>
          {review.sessionName}
          {review.submittedAt ? `　${momentWords(review.submittedAt, today)} 提交` : ''}
        </View>
        <Tag
          text={review.state === 'approved' ? stageWord(review.progress.stage) : applicationStateWord(review.state)}
          tone={REVIEW_TONES[review.state]}
        />
      </Heading>
      {isOver ? (
        <NoticeBar tone="stop" title="审核的截止日已过">
          {REVIEW_OVER_WORDS}
        </NoticeBar>
      ) : null}
      {late ? <NoticeBar tone="warn" title={lateWords(review)} /> : null}
      <Cautions review={review} />
      {review.state === 'submitted' ? <DeniedNote review={review} /> : null}
      <CandidatePart review={review} />
      {review.state === 'approved' ? <AttendancePart id={review.id} /> : null}
      <AssessmentPart review={review} today={today} nationalCodeOf={nationalCodeOf} />
      <RulingsPart rulings={review.rulings} />
      <FactsPart
        facts={review.facts}
        asked={(fact) =>
          notice.state === 'ready' ? questionAsked(notice.data.notice, review.offering.code, fact) : null
        }
      />
      <PapersPart
        application={review}
        notice={notice.state === 'ready' ? notice.data.notice : null}
        mark={changedMark(review.changedFields)}
      />
      {review.atCounter ? (
        <Group>
          <Cell
            id="see-originals"
            title="窗口已核对原件"
            note="看了哪些原件、收了哪些、谁办的"
            onTap={() => open('/packages/staff/counter-desk/index', { id: review.id })}
          />
        </Group>
      ) : null}
      <Earlier review={review} />
      {may(auditList.rows, review.bodyId) ? (
        <Group>
          <Cell
            id="see-audit"
            title="操作记录"
            note="谁在什么时候看过、通过、退回或更正了这份报名"
            onTap={() => open('/packages/staff/audit/index', { id: review.bodyId, about: review.id })}
          />
        </Group>
      ) : null}
      {mayTakeBack(review) && may(applications.takeBackApproval, review.bodyId) ? (
        <View className="row-of-texts">
          <TextButton id="take-back" text="撤回通过" onTap={() => setSheet('take-back')} />
        </View>
      ) : null}
      {sheet === 'approve' ? (
        <ApproveSheet
          review={review}
          busy={approve.busy}
          refusal={unsaid(approve.refusal)}
          onApprove={(reason) => void yes(reason)}
          onClose={() => setSheet(null)}
        />
      ) : null}
      {sheet === 'return' ? (
        <ReturnSheet
          review={review}
          onClose={() => setSheet(null)}
          onDone={() => void goOn('已退回，考生会收到修改通知')}
          onLate={tellLate}
        />
      ) : null}
      {sheet === 'take-back' ? (
        <TakeBackSheet
          review={review}
          onClose={() => setSheet(null)}
          onDone={() => {
            setSheet(null);
            toast('已撤回，考生会收到通知');
          }}
          onLate={tellLate}
        />
      ) : null}
      {sheet === 'reject' ? (
        <RejectSheet
          review={review}
          onClose={() => setSheet(null)}
          onDone={() => void goOn('已办理，考生会收到通知')}
          onLate={tellLate}
        />
      ) : null}
    </Page>
  );
}

/** Approved, and nothing is paid or said to be: the candidate may still step back, and so may we. */
const mayTakeBack = ({ state, progress }: ReviewView): boolean =>
  state === 'approved' &&
  progress.stage !== 'payment-checking' &&
  progress.next.some(({ action }) => action === 'withdraw');

/** Why a decision was not taken, from how the application stands now. */
function lateWords({ state }: ReviewView): string {
  if (state === 'submitted') return '这份报名刚有变动，请看过再办理';
  return state === 'withdrawn' ? '考生已经撤回这份报名' : '同事已经办理了这份报名，结果如下';
}

/** The oldest that waits and can be decided takes this page's place; with none left the list comes back. */
async function openNext(sessionId: string): Promise<void> {
  const query = { state: 'submitted', limit: '50' };
  const waiting = await call(reviewList.rows, { params: { id: sessionId }, query });
  const next = waiting.ok ? waiting.data.items.find(({ doubts }) => !doubts.includes('case')) : undefined;
  if (next) replace('/packages/staff/review/index', { id: next.id });
  else backOr('/packages/staff/reviews/index', { session: sessionId });
}

/** What must be seen before anything else: open cases, and what was mended since the last look. */
function Cautions({ review: { cases, changedFields, state, remarks, rejection } }: { review: ReviewView }) {
  return (
    <>
      {cases.length > 0 ? (
        <NoticeBar tone="stop" title={cases.map(({ kind }) => caseWord(kind)).join('、')}>
          {state === 'submitted' ? <View>办结后才能通过。</View> : null}
          <TextButton
            id="go-cases"
            text="去办理"
            onTap={() => open('/packages/staff/cases/index', { case: cases[0]?.id ?? '' })}
          />
        </NoticeBar>
      ) : null}
      {changedFields.length > 0 ? (
        <NoticeBar tone="info" title="退回后改了">
          {changedFields.map(remarkFieldWord).join('、')}
        </NoticeBar>
      ) : null}
      {state === 'returned' ? (
        <NoticeBar tone="warn" title="已退回，等考生修改">
          {remarks.map(({ field, text }) => (
            <View key={field + text}>
              {remarkFieldWord(field)}：{text}
            </View>
          ))}
        </NoticeBar>
      ) : null}
      {rejection ? (
        <NoticeBar tone="stop" title="不予通过">
          {rejection}
        </NoticeBar>
      ) : null}
    </>
  );
}

/** What was said before. */
function Earlier({ review: { earlierRemarks } }: { review: ReviewView }) {
  const today = useToday();
  if (earlierRemarks.length === 0) return null;
  return (
    <Group title="以前的审核意见">
      {earlierRemarks.map(({ field, text, at }) => (
        <View key={at + field + text} className="earlier">
          <View>
            {remarkFieldWord(field)}：{text}
          </View>
          <View className="earlier__when">{momentWords(at, today)}</View>
        </View>
      ))}
    </Group>
  );
}
