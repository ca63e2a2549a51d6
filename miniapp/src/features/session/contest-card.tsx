import { type ReplyOf, awards, contests, type overview, stages } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayAndDistanceWords, dutyWord, roleWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open } from '../../platform';
import { BigButton, Card, Tag, Tappable } from '../../ui';
import { useStaff } from '../staff';
import { dutyAsks, ownDutyPage, roleFor } from './duty';
import { dueWords, dutyTitle } from './duties';
import './work-card.scss';

type Duties = ReplyOf<typeof overview.listDuties>;
type Contest = Duties['contests'][number];

/** Competitions on the workbench: the stage that is worked on, its day, and the one next thing of the reader. */
export function ContestCards({ of: { contests: all, items }, today }: { of: Duties; today: LocalDate }) {
  const pageOf = useContestPage();
  return all.map((contest) => {
    const page = pageOf(contest);
    if (!page) return null;
    const { noticeId, title, stageName, day, entered, published, awards: prizes } = contest;
    return (
      <Card key={noticeId}>
        <Tappable id={`contest-${noticeId}`} className="work-card__head" onTap={page}>
          <View className="work-card__main">
            <View className="work-card__name">{title}</View>
            <View className="work-card__note">
              {prizes
                ? prizeWords(prizes)
                : `${stageName} ${day === null ? '日期待公布' : dayAndDistanceWords(day, today)} · 已报名 ${entered} 人`}
            </View>
          </View>
          <Tag
            text={prizes ? '奖项已锁定' : published ? `${stageName}已公布` : '竞赛'}
            tone={published ? 'go' : 'quiet'}
          />
          <View className="work-card__arrow" />
        </Tappable>
        <NextOf contest={contest} duties={items.filter((duty) => duty.noticeId === noticeId)} today={today} />
      </Card>
    );
  });
}

const prizeWords = ({ winners, missing, due }: NonNullable<Contest['awards']>): string => {
  if (winners === 0) return '没有奖金要发放';
  const left = [due > 0 ? `${due} 项待发放` : '', missing > 0 ? `${missing} 人没有收款账户` : ''].filter(Boolean);
  return `奖金 ${winners} 人，${left.length === 0 ? '已全部发放' : `还有 ${left.join('，')}`}`;
};

/** Opens what a reader may see of a competition: its locked awards, its entries, the desk of the stage, its awards to be. */
function useContestPage() {
  const { may } = useStaff();
  return ({ noticeId, stageId, bodyId, awards: prizes }: Contest): (() => void) | null => {
    if (prizes && may(awards.getAwardBoard, bodyId)) return () => open('/packages/honour/desk/index', { id: noticeId });
    if (may(contests.getStaffContest, bodyId)) return () => open('/packages/contest/entries/index', { id: noticeId });
    if (may(stages.getStageDesk, bodyId)) return () => open('/packages/stage/desk/index', { id: stageId });
    if (may(awards.getAwardBoard, bodyId)) return () => open('/packages/honour/desk/index', { id: noticeId });
    return null;
  };
}

type NextProps = { contest: Contest; duties: Duties['items']; today: LocalDate };

/** The first of the reader's own duties; else whom the competition waits for. */
function NextOf({ contest: { noticeId, bodyId }, duties, today }: NextProps) {
  const { may } = useStaff();
  const own = duties.flatMap((duty) => {
    const page = ownDutyPage(duty.code, (by) => may(by, bodyId));
    return page ? [{ duty, page }] : [];
  })[0];
  if (own)
    return (
      <>
        <View className={own.duty.overdue ? 'work-card__due work-card__due--over' : 'work-card__due'}>
          {dueWords(own.duty, today)}
        </View>
        <BigButton
          id={`next-${noticeId}`}
          text={dutyTitle(own.duty)}
          onTap={() => open(own.page.page, dutyAsks(own.page, own.duty))}
        />
      </>
    );
  const [other] = duties;
  const role = other ? roleFor(other.code) : null;
  return (
    <View className="work-card__note">
      {other ? `没有您要办的事。${role ? `等${roleWord(role)}` : '还有'}：${dutyWord(other.code)}` : '没有要办的事'}
    </View>
  );
}
