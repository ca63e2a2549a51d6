import type { OwnStage } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayWords, stagePlanWords, unrankedWord } from '@jikaotong/shared/words';

type Told = Pick<OwnStage, 'cancelled' | 'rank' | 'announced' | 'printed' | 'reached' | 'rankedOn'>;

/** One's rank in a stage, or what of it is not published yet. */
export function ownStageTitle({ cancelled, rank, announced, reached, rankedOn }: Omit<Told, 'printed'>): string {
  if (cancelled) return '不再举行';
  if (rank === null && rankedOn) return '名次已公布';
  if (rank === null && reached === 'no') return '您没有进入这一阶段';
  if (rank === null) return announced ? '名次还没有公布' : '时间、地点还没有公布';
  return rank.rank === null ? '没有名次' : `第${rank.rank}名`;
}

/** When and where, until there is a rank with its marks. */
export function ownStageNote({ cancelled, rank, announced, printed, rankedOn }: Told, today: LocalDate): string {
  if (cancelled) return `原因：${cancelled.reason}`;
  if (rank !== null)
    return rank.total === null
      ? unrankedWord(rank.standing)
      : `总分 ${rank.total}（理论 ${rank.theory}，技能 ${rank.skill}），参赛号 ${rank.number}`;
  if (rankedOn) return `${dayWords(rankedOn, today)}公布`;
  if (!announced) return `${printed ?? '待定'}（通知原文）`;
  const { day, startsAt, place, plan = [] } = announced;
  return [`${dayWords(day, today)} ${startsAt ?? ''}　${place}`, stagePlanWords(plan)].filter(Boolean).join('；');
}
