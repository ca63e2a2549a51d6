import type { CALENDAR_TODOS, CalendarItem } from '../contract';
import { dayWords } from './dates';
import { levelWord, subjectWord } from './levels';
import { actionWord } from './stages';
import { windowWord } from './windows';
import type { LocalDate } from '../kernel';

type Named = Pick<CalendarItem, 'kind' | 'window' | 'subject' | 'stage' | 'opens' | 'closes'>;

/** What an item of the calendar is, without whose: `缴费`, `缴费截止` where only its end is known, `理论知识考试`, `复赛`. */
export function calendarKindWord({ kind, window, subject, stage, opens, closes }: Named): string {
  switch (kind) {
    case 'window':
      if (opens === null && closes !== null) return edgeWord(window ?? '', 'closes');
      return closes === null && opens !== null ? edgeWord(window ?? '', 'opens') : windowWord(window ?? '');
    case 'stage':
      return stage ?? windowWord(window ?? '');
    case 'paper':
      return `${subjectWord.any(subject ?? '')}考试`;
    case 'mending':
      return '修改报名截止';
    case 'answer-until':
      return '答复批次变动的最后一天';
    case 'retake-until':
      return '可以补考的最后一天';
    case 'kept-until':
      return `${subjectWord.any(subject ?? '')}合格成绩保留至`;
    default:
      return '日期';
  }
}

/** What happens on one day of an item: `报名开始`, `报名截止`, or the item itself where it has one day. */
export function calendarMarkWord(item: Named, mark: 'opens' | 'closes' | 'day'): string {
  return mark === 'day' ? calendarKindWord(item) : edgeWord(item.window ?? '', mark);
}

type Edge = 'opens' | 'closes';

/** The beginning or the end of a window, in words of its own where 开始 and 截止 would say nothing. */
const edgeWord = (kind: string, edge: Edge): string =>
  EDGES.get(kind)?.[edge] ?? `${windowWord(kind)}${edge === 'opens' ? '开始' : '截止'}`;

const EDGES: ReadonlyMap<string, Readonly<Record<Edge, string>>> = new Map([
  ['ticket', { opens: '准考证可以下载', closes: '准考证下载截止' }],
  ['results', { opens: '开始公布成绩', closes: '最迟公布成绩' }],
  ['retake', { opens: '可以补考', closes: '补考截止' }],
]);

type Titled = Named & Pick<CalendarItem, 'sessionName' | 'noticeTitle' | 'bodyName' | 'offering' | 'cancelled'>;

/** An item as a calendar program lists it: `缴费 · 2026年12月批次 北京安全防范行业协会`. */
export function calendarTitle(item: Titled): string {
  const name = `${calendarKindWord(item)} · ${calendarContext(item)}`;
  return item.cancelled ? `已取消：${name}` : name;
}

/** Whose days they are: the batch with the level where it is one's own, else with its body; or the notice. */
export function calendarContext({
  sessionName,
  noticeTitle,
  bodyName,
  offering,
}: Pick<Titled, 'sessionName' | 'noticeTitle' | 'bodyName' | 'offering'>): string {
  if (sessionName === null) return noticeTitle;
  const level = typeof offering?.level === 'number' ? levelWord(offering.level) : '';
  return `${sessionName} ${offering ? `${offering.occupation}${level}` : bodyName}`;
}

/** What to do and until when: `去缴费，到12月4日 周五`. */
export function calendarTodo(
  { action, until }: { action: (typeof CALENDAR_TODOS)[number]; until: LocalDate | null },
  today: LocalDate,
): string {
  const word = action === 'apply' || action === 'enter' ? '可以报名' : actionWord(action);
  return until === null ? word : `${word}，到${dayWords(until, today)}`;
}
