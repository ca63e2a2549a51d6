import { type ReviewView, applications, breachCases, notices } from '@jikaotong/shared/contract';
import { auditList, reviewList } from '@jikaotong/shared/lists';
import { offeringOf } from '@jikaotong/shared/notice';
import { questionAsked } from '@jikaotong/shared/rules/eligibility';
import { applicationStateWord, stageWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { backOr, call, open, replace, useAnswer } from '../../platform';
import { BigButton, Cell, Group, Heading, Loaded, RefusalMessage, NoticeBar, Page, Tag, TextButton } from '../../ui';
import { useToday } from '../demonstration';
import { FactsPart, PapersPart } from '../application';
import { offeringName } from '../notice';
import { momentWords, useStaff } from '../staff';
import { AssessmentPart } from './assessment-part';
import { AttendancePart } from './attendance-part';
import { CandidatePart } from './candidate-part';
import { Cautions, Earlier } from './cautions';
import { ChangeAnswerLink } from './change-answer-screen';
import { changedMark } from './changed-mark';
import { DeniedNote } from './denied-note';
import { DoubtsNote } from './doubts-note';
import { LeavingPart } from './leaving-part';
import { REVIEW_OVER_WORDS } from './review-over';
import { type Asked, type Place, useQueue } from './review-queue';
import { REVIEW_TONES } from './review-tones';
import { RulingsPart } from './rulings-part';
import { lateWords, useDecision } from './use-decision';
import './review.scss';

/** An application as a phone shows it to a reviewer, and the decision. */
export function ReviewScreen({ id, session, asked }: { id: string; session: string | null; asked: Asked }) {
  const answer = useAnswer(applications.getReview, { params: { id } });
  return answer.state === 'ready' ? (
    session === null ? (
      <Decide review={answer.data} place={null} asked={asked} />
    ) : (
      <InQueue review={answer.data} session={session} asked={asked} />
    )
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

/** Opened from a list: where it stands in it. */
function InQueue({ review, session, asked }: { review: ReviewView; session: string; asked: Asked }) {
  const { place } = useQueue(session, asked, review.id);
  return <Decide review={review} place={place} asked={asked} />;
}

type Props = { review: ReviewView; place: Place | null; asked: Asked };

function Decide({ review, place, asked }: Props) {
  const { may } = useStaff();
  const today = useToday();
  const notice = useAnswer(notices.getNotice, { params: { id: review.noticeId } });
  const decision = useDecision(review, () => void openNext(review, asked));
  const { isOver } = decision;
  const offering = notice.state === 'ready' ? offeringOf(notice.data.notice, review.offering.code) : null;
  const nationalCodeOf = (route: string) => offering?.routes.find(({ code }) => code === route)?.nationalCode ?? null;
  return (
    <Page
      action={
        decision.decides ? (
          <>
            <RefusalMessage refusal={decision.refusal} />
            <View className="decision">
              {isOver ? null : <BigButton id="return" text="退回修改" tone="plain" onTap={decision.sendBack} />}
              <BigButton id="reject" text="不予通过" tone="danger" onTap={decision.reject} />
              {isOver ? null : (
                <BigButton
                  id="approve"
                  text="通过"
                  busy={decision.busy}
                  waitsFor={!decision.mayApprove && '先处理待核查'}
                  onTap={decision.approve}
                />
              )}
            </View>
          </>
        ) : undefined
      }
    >
      <Heading title={review.candidate.name ?? '未填姓名'}>
        {place?.at ? (
          <View id="review-place">
            第 {place.at} / {place.total} 份
          </View>
        ) : null}
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
      {decision.late ? <NoticeBar tone="warn" title={lateWords(review)} /> : null}
      <Cautions review={review} />
      {review.state === 'submitted' ? <DeniedNote review={review} /> : null}
      <CandidatePart review={review} />
      {review.state === 'approved' ? <AttendancePart id={review.id} /> : null}
      <ChangeAnswerLink review={review} />
      <LeavingPart id={review.id} bodyId={review.bodyId} />
      <AssessmentPart review={review} today={today} nationalCodeOf={nationalCodeOf} />
      <RulingsPart rulings={review.rulings} />
      <DoubtsNote review={review} title="请核对" only={['certificate', 'code-expired']} />
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
      {review.state === 'approved' && may(breachCases.openBreach, review.bodyId) ? (
        <Group>
          <Cell
            id="open-breach-of"
            title="登记违纪"
            note="按通知印的条款立案，也可以登记考后发现的"
            onTap={() => open('/packages/conduct/open/index', { application: review.id })}
          />
        </Group>
      ) : null}
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
      {decision.mayTakeBack ? (
        <View className="row-of-texts">
          <TextButton id="take-back" text="撤回通过" onTap={decision.takeBack} />
        </View>
      ) : null}
      {decision.sheet}
    </Page>
  );
}

/** The oldest that waits under the same filters and can be decided takes this page's place; with none left the list comes back. */
async function openNext({ sessionId, id }: ReviewView, asked: Asked): Promise<void> {
  const query = { ...asked, state: 'submitted', limit: '50' };
  const waiting = await call(reviewList.rows, { params: { id: sessionId }, query });
  const next = waiting.ok ? waiting.data.items.find((row) => row.id !== id && !row.doubts.includes('case')) : undefined;
  if (next) replace('/packages/review/review/index', { id: next.id, session: sessionId, ...asked });
  else backOr('/packages/review/reviews/index', { session: sessionId });
}
