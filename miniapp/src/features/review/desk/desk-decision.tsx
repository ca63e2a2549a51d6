import { type ReviewView, breachCases, notices } from '@jikaotong/shared/contract';
import { auditList, reviewList } from '@jikaotong/shared/lists';
import { offeringOf } from '@jikaotong/shared/notice';
import { questionAsked } from '@jikaotong/shared/rules/eligibility';
import { applicationStateWord, listCodeWord, stageWord } from '@jikaotong/shared/words';
import { backOr, open, useAnswer } from '../../../platform';
import { NoticeBar, RefusalMessage, Tag, TextButton } from '../../../ui';
import { FactsPart } from '../../application';
import { useToday } from '../../demonstration';
import { fewWords } from '../../list';
import { offeringName } from '../../notice';
import { momentWords, useStaff } from '../../staff';
import { AssessmentPart } from '../assessment-part';
import { CandidatePart } from '../candidate-part';
import { Cautions, Earlier } from '../cautions';
import { ChangeAnswerLink } from '../change-answer-screen';
import { LeavingPart } from '../leaving-part';
import { DeniedNote } from '../denied-note';
import { DoubtsNote } from '../doubts-note';
import { REVIEW_OVER_WORDS } from '../review-over';
import type { Asked, Place } from '../review-queue';
import { REVIEW_TONES } from '../review-tones';
import { RulingsPart } from '../rulings-part';
import { lateWords, useDecision } from '../use-decision';
import { DeskPapers } from './desk-papers';
import { useKeys } from './use-keys';

type Props = {
  review: ReviewView;
  place: Place | null;
  asked: Asked;
  /** Null: nobody else waits. */
  onNext: (() => void) | null;
  onPrevious: (() => void) | null;
  onDecided: () => void;
};

/** One application at a desk: who it is, the papers and what was told stand side by side; keys decide. */
export function DeskDecision({ review, place, asked, onNext, onPrevious, onDecided }: Props) {
  const today = useToday();
  const { may } = useStaff();
  const answer = useAnswer(notices.getNotice, { params: { id: review.noticeId } });
  const notice = answer.state === 'ready' ? answer.data.notice : null;
  const decision = useDecision(review, onDecided);
  const { isOver, decides } = decision;
  useKeys(
    {
      p: decision.mayApprove && !decision.busy ? decision.approve : undefined,
      r: decides && !isOver ? decision.sendBack : undefined,
      n: onNext ?? undefined,
      ArrowRight: onNext ?? undefined,
      b: onPrevious ?? undefined,
      ArrowLeft: onPrevious ?? undefined,
    },
    { enabled: !decision.isAsking },
  );
  const routes = notice ? (offeringOf(notice, review.offering.code)?.routes ?? []) : [];
  return (
    <div className="desk-review">
      <div className="desk-review__head">
        <button
          type="button"
          id="review-list"
          className="desk-review__quiet"
          onClick={() => backOr('/packages/review/reviews/index', { session: review.sessionId })}
        >
          ← 列表
        </button>
        <span id="review-place" className="desk-review__place" aria-live="polite">
          {place ? placeWords(place) : ''}
        </span>
        <span className="desk-review__asked">{askedWords(asked)}</span>
        <h1 className="desk-review__name">{review.candidate.name ?? '未填姓名'}</h1>
        <Tag
          text={review.state === 'approved' ? stageWord(review.progress.stage) : applicationStateWord(review.state)}
          tone={REVIEW_TONES[review.state]}
        />
        <span className="desk-review__about">
          {offeringName(review.offering)}　{review.sessionName}
          {review.submittedAt ? `　${momentWords(review.submittedAt, today)} 提交` : ''}
        </span>
      </div>
      <div className="desk-review__columns">
        <section className="desk-review__column" aria-label="本人">
          {isOver ? (
            <NoticeBar tone="stop" title="审核的截止日已过">
              {REVIEW_OVER_WORDS}
            </NoticeBar>
          ) : null}
          {decision.late ? <NoticeBar tone="warn" title={lateWords(review)} /> : null}
          <Cautions review={review} />
          <CandidatePart review={review} />
          <Earlier review={review} />
          <ChangeAnswerLink review={review} />
          <LeavingPart id={review.id} bodyId={review.bodyId} />
          <div className="row-of-texts">
            {decision.mayTakeBack ? <TextButton id="take-back" text="撤回通过" onTap={decision.takeBack} /> : null}
            {review.atCounter ? (
              <TextButton
                id="see-originals"
                text="窗口核对的原件"
                onTap={() => open('/packages/staff/counter-desk/index', { id: review.id })}
              />
            ) : null}
            {review.state === 'approved' && may(breachCases.openBreach, review.bodyId) ? (
              <TextButton
                id="open-breach-of"
                text="登记违纪"
                onTap={() => open('/packages/conduct/open/index', { application: review.id })}
              />
            ) : null}
            {may(auditList.rows, review.bodyId) ? (
              <TextButton
                id="see-audit"
                text="操作记录"
                onTap={() => open('/packages/staff/audit/index', { id: review.bodyId, about: review.id })}
              />
            ) : null}
          </div>
        </section>
        <DeskPapers review={review} notice={notice} />
        <section className="desk-review__column" aria-label="填写的情况和判定">
          {review.state === 'submitted' ? <DeniedNote review={review} /> : null}
          <AssessmentPart
            review={review}
            today={today}
            nationalCodeOf={(route) => routes.find(({ code }) => code === route)?.nationalCode ?? null}
          />
          <RulingsPart rulings={review.rulings} />
          <DoubtsNote review={review} title="请核对" only={['certificate', 'code-expired']} />
          <FactsPart
            facts={review.facts}
            asked={(fact) => (notice ? questionAsked(notice, review.offering.code, fact) : null)}
          />
        </section>
      </div>
      <div className="desk-review__foot">
        <RefusalMessage refusal={decision.refusal} />
        <DeskKey id="previous" text="上一个" sign="B" onClick={onPrevious} />
        <DeskKey id="next" text="下一个" sign="N" onClick={onNext} />
        <span className="desk-review__space" />
        {decides ? (
          <>
            <button type="button" id="reject" className="desk-key desk-key--danger" onClick={decision.reject}>
              不予通过
            </button>
            {isOver ? null : <DeskKey id="return" text="退回修改" sign="R" onClick={decision.sendBack} />}
            {isOver ? null : (
              <DeskKey
                id="approve"
                text={decision.mayApprove ? '通过' : '先处理待核查，再通过'}
                sign="P"
                isMain
                onClick={decision.mayApprove && !decision.busy ? decision.approve : null}
              />
            )}
          </>
        ) : null}
      </div>
      {decision.sheet}
    </div>
  );
}

type KeyProps = { id: string; text: string; sign: string; isMain?: boolean; onClick: (() => void) | null };

/** A button that shows the key which does the same. */
const DeskKey = ({ id, text, sign, isMain = false, onClick }: KeyProps) => (
  <button
    type="button"
    id={id}
    className={isMain ? 'desk-key desk-key--main' : 'desk-key'}
    aria-keyshortcuts={sign}
    disabled={onClick === null}
    onClick={onClick ?? undefined}
  >
    {text}
    <kbd className="desk-key__sign">{sign}</kbd>
  </button>
);

/** `第 3 / 60 份，已办 2`; where nothing of the list is left, that. */
function placeWords({ at, total, decided, nextId }: Place): string {
  const done = decided > 0 ? `，已办 ${decided}` : '';
  if (at !== null) return `第 ${at} / ${total} 份${done}`;
  return nextId === null ? `没有别的要看${done}` : `另有 ${total} 份${done}`;
}

/** The filters that the queue keeps, in words. */
function askedWords(asked: Asked): string {
  return Object.entries(asked)
    .flatMap(([name, text]) => {
      const filter = Object.hasOwn(reviewList.filters, name)
        ? reviewList.filters[name as keyof typeof reviewList.filters]
        : null;
      if (!filter) return [];
      if (filter.by !== 'codes') return filter.by === 'words' ? [`“${text}”`] : [];
      return [fewWords(text.split(',').map((code) => listCodeWord(reviewList.name, filter.column, code)))];
    })
    .join('、');
}
