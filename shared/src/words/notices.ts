import type { LocalDate } from '../kernel';
import type { Contact, IdentityRule, Notice, Reference } from '../notice';
import type { CounterState } from '../rules/calendar';
import type { NoticeState, SessionState } from '../rules/progress';
import { dayWords, distanceWords, fullDayWords } from './dates';
import { sentenceOf, wordOf } from './table';

/** 报名中 · 即将开始 · … · 报名已结束 · 暂无批次 · 已结束: how a notice stands, in a list and as a filter. */
export const noticeStateWord = wordOf<NoticeState>({
  applying: '报名中',
  upcoming: '即将开始',
  reviewing: '审核缴费中',
  'in-publicity': '公示中',
  'awaiting-exam': '待考',
  'exam-days': '考试进行中',
  'awaiting-results': '待发布',
  'under-way': '报名已结束',
  'not-planned': '暂无批次',
  ended: '已结束',
});

export const noticeKindWord = wordOf<'certification' | 'competition'>({
  certification: '等级认定',
  competition: '技能竞赛',
});

type Standing = {
  readonly state: NoticeState;
  readonly on: LocalDate | null;
};

/** When the state turns, `11月30日 周一截止 · 还有7天`, or turned, `报名已于2025年7月25日结束`; null where nothing is known. */
export function noticeStandingWords({ state, on }: Standing, today: LocalDate): string | null {
  switch (state) {
    case 'not-planned':
      return '安排考试后会在这里显示';
    case 'ended':
      return on === null ? '本通知的工作已经结束' : `报名已于${fullDayWords(on)}截止`;
    case 'under-way':
      return on === null ? '不再接受报名' : `报名已于${fullDayWords(on)}截止`;
    case 'awaiting-results':
      return on === null ? '成绩尚未公布' : `${dayWords(on, today)}前公布成绩 · ${distanceWords(on, today)}`;
    case 'exam-days':
      return on && `考试到${dayWords(on, today)}为止`;
    case 'awaiting-exam':
      return on && `${dayWords(on, today)}考试 · ${distanceWords(on, today)}`;
    case 'reviewing':
      return on && `审核通过的请在${dayWords(on, today)}前缴费 · ${distanceWords(on, today)}`;
    default:
      return on && `${dayWords(on, today)}${state === 'upcoming' ? '开始' : '截止'} · ${distanceWords(on, today)}`;
  }
}

/**
 * How one applies in a period that is printed while no session is set up here: at the counter (`place`, its address; the
 * last day it opens), or as the notice says.
 */
export function printedEntryWords(
  given: {
    way: 'online' | 'counter' | 'elsewhere';
    place: string | null;
    counterOn: LocalDate | null;
  },
  today: LocalDate,
): string {
  const { way, place, counterOn } = given;
  const here = '技考通还没有开放这一批次，开放后可以在这里先填好材料';
  if (way !== 'counter') return `请按通知写明的方式报名；${here}。`;
  const last =
    counterOn === null
      ? ''
      : counterOn < today
        ? `，这段时间的现场受理已于${dayWords(counterOn, today)}结束`
        : `，现场受理的最后一天是${dayWords(counterOn, today)}`;
  return `个人请到现场办理${place === null ? '' : `：${place}`}${last}。${here}，再到现场办理。`;
}

/**
 * When an offering nobody can apply for now is held again by what is printed: `coming` the months ahead (`YYYY-MM`), `months`
 * all that the notice names.
 */
export function nextMonthsWords(coming: readonly string[], months: readonly number[], year: number): string {
  const spoken = coming.map((month) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`);
  if (spoken.length > 0) return `现在没有开放报名，接下来的认定月份：${spoken.join('、')}`;
  if (months.length === 0) return '现在没有开放报名，请关注之后的安排';
  return `现在没有开放报名：通知写的认定月份是${months.join('、')}月，${year}年没有以后的月份了，请关注之后的通知`;
}

/** `2026年11月23日收录`: the first version was printed elsewhere before it was taken in; a later one is published here. */
export const versionDayWords = (version: number, day: LocalDate): string =>
  `${fullDayWords(day)}${version === 1 ? '收录' : '发布'}`;

/** What anybody can do about a session now. */
export const sessionTodoSentence = sentenceOf<SessionState>({
  upcoming: '报名还没有开始，可以先测一测自己能报哪一级',
  applying: '现在可以报名，截止以前提交才算数',
  reviewing: '报名已经截止；审核通过的人请在缴费截止日以前缴费',
  'awaiting-exam': '报名和缴费已经结束；已缴费的人等待准考证和考试',
  'exam-days': '考试正在进行，请按准考证上的时间和地点参加',
  'awaiting-results': '考试已经结束，等待公布成绩',
  'in-publicity': '成绩正在公示，对成绩有疑问请在公示期内提出',
  ended: '这一批次已经结束',
  cancelled: '这一批次已经取消',
});

/** `现在受理，到11:00`, `现在不受理，11月24日 周二 09:00起受理`. */
export function counterStateWords(state: CounterState, today: LocalDate): string {
  switch (state.state) {
    case 'open':
      return `现在受理，到${state.until}`;
    case 'closed':
      if (state.next === null) return '现在不受理，一个月内也没有受理日';
      return state.next.day === today
        ? `现在不受理，今天${state.next.from}起受理`
        : `现在不受理，${dayWords(state.next.day, today)} ${state.next.from}起受理`;
    case 'unknown':
      return `${state.gap.year}年的放假安排尚未公布，请先电话确认`;
  }
}

/** For whom a notice's telephone or address is. */
export const contactPurposeWord = wordOf<Contact['purpose']>({
  consulting: '咨询',
  supervision: '监督与投诉',
  'group-application': '团体报名',
  payment: '缴费',
  enquiry: '查询与受理',
});

/** What an organiser does. */
export const organiserWord = wordOf<Notice['organisers'][number]['role']>({
  issuer: '发布单位',
  implementer: '组织实施',
  host: '主办单位',
  undertaker: '承办单位',
  'co-organiser': '协办单位',
});

/** What kind of thing a notice refers to. */
export const referenceWord = wordOf<Reference['kind']>({
  standard: '标准',
  rule: '规定',
  book: '教材',
  guide: '指导手册',
});

/** A rule about identity documents. */
export const identityRuleWord = wordOf<IdentityRule['code']>({
  'name-and-birth-match': '姓名、出生日期与证件一致',
  'valid-on-application-day': '报名时证件在有效期内',
  'valid-on-exam-day': '考试时证件在有效期内',
  'original-shown': '出示证件原件',
});

/** `010-68256762 转 8034`. */
export const phoneWords = ({
  value,
  extension,
}: {
  readonly value: string;
  readonly extension: string | null;
}): string => (extension === null ? value : `${value} 转 ${extension}`);

/** On a ticket whose notice wants it on paper. */
export const TICKET_TO_PRINT = '请打印准考证，考试时携带。';
