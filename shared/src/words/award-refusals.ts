import type { RefusalCode } from '../contract';
import { dayWithWeekday } from './dates';
import { JUDGING_REFUSALS } from './judging-refusals';
import { STAGE_REFUSALS } from './stage-refusals';
import { apartWords } from './protests';
import { type Sentence, numberIn, textIn } from './table';

type AwardRefusal = Extract<RefusalCode, `award${string}` | `protest${string}`>;

/** Why the board of awards, or a protest, says no. */
const AWARD_REFUSALS: Readonly<Record<AwardRefusal, Sentence>> = {
  'awards-locked': '奖项已经锁定，不能再改；个别不授予或放弃的，请在奖项名单里登记',
  'award-ranks-stand': ({ entrants }) =>
    `奖项已经锁定，不会跟着名次变：${apartWords(Array.isArray(entrants) ? entrants.map(String) : [])}。更正公布后，请在奖项名单里逐项登记不授予`,
  'award-by-another': '奖项是您提交的，要由另一位工作人员锁定',
  'award-questions-open': (data) => `还有${numberIn(data, 'count')}个奖项没有认定完，请先逐项认定`,
  'protests-open': (data) => `还有${numberIn(data, 'count')}件申诉没有裁决，裁决完才能确定奖项`,
  'protest-awaits-ranks': (data) => `有${numberIn(data, 'count')}件申诉成立后，名次还没有重新公布，公布后才能确定奖项`,
  'protest-window-open': (data) =>
    `${textIn(data, 'stage')}成绩的申诉${dayWithWeekday(data, 'until')}截止（含当日），第二天起才能锁定奖项`,
  'protest-not-offered': '本通知没有规定申诉',
  'protest-open': '您对这一阶段已有一件申诉正在办理，请等裁决',
};

/** Every no of a competition that was entered: of its draw, its desk, its awards. */
export const CONTEST_REFUSALS = { ...STAGE_REFUSALS, ...JUDGING_REFUSALS, ...AWARD_REFUSALS };
