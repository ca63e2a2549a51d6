import type { EarlyRoster, ReplyOf, contests } from '../contract';

type Holdings = ReplyOf<typeof contests.getStageHoldings>;

/** Why the heats of a draw are on other days, where their stage was announced anew. */
export const STAGE_MOVED_REASON = '赛程改期';

/** Why a drawn place is empty that nobody gave up at the draw itself. */
export const PLACE_ENDED_REASON = '已不在本阶段名单中';

/** Who would be in two places at once; `hours`: `2025-07-28 09:00–10:30`, of the rooms. */
export function heatsClashSentence({ people, hours }: Readonly<Record<string, unknown>>): string {
  const when = Array.isArray(hours) ? hours.map((one) => hourWords(String(one))).join('、') : '';
  return `有${String(people)}人同一时间既在考场考试又要上工位：考场考试在${when}。请把场次排到别的时段，或先改考场的时间`;
}

/** `7月28日09:00–10:30`. */
export function hourWords(text: string): string {
  const [day = '', hours = ''] = text.split(' ');
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日${hours}`;
}

/** Why a roster is better not frozen yet: `报名到7月25日截止`. */
export function earlyWords({ why, until, of }: EarlyRoster): string {
  const day = until && hourWords(until);
  switch (why) {
    case 'entry-open':
      return day ? `报名到${day}（含当日）截止，还有人可以报名` : '报名还没有截止';
    case 'protests-open':
      return `${of ?? '上一阶段'}的申诉${day ? `到${day}（含当日）截止` : '还没有截止'}，名次还可能更正`;
    case 'unannounced':
      return '这一阶段的日期还没有公布';
  }
}

/** What holds no more once a stage is held on other days, and what is to be done anew; empty where nothing was given out. */
export function movedWords({ seated, tickets, duties }: Holdings): string {
  const lost = [
    seated > 0 && `${seated}人的座位`,
    tickets > 0 && `${tickets}张参赛证`,
    duties > 0 && `${duties}项监考安排`,
  ].filter((one) => one !== false);
  if (lost.length === 0) return '';
  const again = ['重新排座', tickets > 0 && '发放参赛证', duties > 0 && '安排监考', '打印考场材料'].filter(Boolean);
  return `${lost.join('、')}和打印过的考场材料都作废，要${again.join('、')}。`;
}

/** What is still to be done anew after a stage was moved; empty where nothing is. */
export function anewWords({ seated, tickets, voided, duties }: Holdings): string {
  if (voided === 0) return '';
  const again = [seated === 0 && '排座', tickets === 0 && '发放参赛证', duties === 0 && '安排监考'].filter(
    (one) => one !== false,
  );
  return `${voided}张参赛证已经作废，原来的座位和打印材料不再有效。${again.length > 0 ? `请重新${again.join('、')}，再打印考场材料。` : '请给这些选手补发参赛证。'}`;
}
