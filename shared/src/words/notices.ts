import type { LocalDate } from '../kernel';
import type { NoticeState } from '../rules/progress';
import { dayWords, distanceWords, fullDayWords } from './dates';
import { wordOf } from './table';

/** 报名中 · 即将开始 · … · 报名已结束 · 暂无批次 · 已结束: how a notice stands, in a list and as a filter. */
export const noticeStateWord = wordOf<NoticeState>({
  applying: '报名中',
  upcoming: '即将开始',
  reviewing: '审核缴费中',
  'in-publicity': '公示中',
  'awaiting-exam': '待考',
  'awaiting-results': '待发布',
  'under-way': '报名已结束',
  'not-planned': '暂无批次',
  ended: '已结束',
});

export const noticeKindWord = wordOf<'certification' | 'competition'>({
  certification: '等级认定',
  competition: '技能竞赛',
});

type Standing = { readonly state: NoticeState; readonly on: LocalDate | null };

/** When the state turns, `11月30日 周一截止 · 还有7天`, or turned, `报名已于2025年7月25日结束`; null where nothing is known. */
export function noticeStandingWords({ state, on }: Standing, today: LocalDate): string | null {
  switch (state) {
    case 'not-planned':
      return '安排考试后会在这里显示';
    case 'ended':
      return on === null ? '本通知的工作已经结束' : `已于${fullDayWords(on)}结束`;
    case 'under-way':
      return on === null ? '不再接受报名' : `报名已于${fullDayWords(on)}结束`;
    case 'awaiting-results':
      return on === null ? '成绩尚未公布' : `${dayWords(on, today)}前公布成绩 · ${distanceWords(on, today)}`;
    case 'awaiting-exam':
      return on && `${dayWords(on, today)}考试 · ${distanceWords(on, today)}`;
    case 'reviewing':
      return on && `审核通过的请在${dayWords(on, today)}前缴费 · ${distanceWords(on, today)}`;
    default:
      return on && `${dayWords(on, today)}${state === 'upcoming' ? '开始' : '截止'} · ${distanceWords(on, today)}`;
  }
}
