import type { DoorConflict, DoorCountsView, DoorDecision, DoorNote, Penalty, RoomStep } from '../contract';
import { type LocalDate, timeAt } from '../kernel';
import type { AttendanceWay, DoorCode, DoorVerdict } from '../rules/door';
import { dayWords } from './dates';
import type { ExamDayWords } from './exam-day';
import { wordOf } from './table';

/** Said over a radio, and to those who do not see the colour: 1 come in, 2 the right way is another, 3 and 4 nobody comes in by it. */
export const DOOR_CODE_NUMBERS: Readonly<Record<DoorCode, string>> = {
  enter: '10',
  'already-in': '11',
  'too-late': '12',
  'other-room': '21',
  'other-time': '22',
  'other-day': '23',
  revoked: '31',
  unlisted: '32',
  'no-ticket': '41',
  forged: '42',
  'key-unknown': '43',
};

/** What to say at the door, and what to do then. */
export function doorVerdictWords(
  verdict: DoorVerdict,
  today: LocalDate,
  { ticket, exam, person }: ExamDayWords,
  hasPhoto = true,
): { readonly title: string; readonly text: string } {
  switch (verdict.code) {
    case 'enter':
      return { title: '可以入场', text: hasPhoto ? '请核对照片和证件原件。' : '没有证件照片，请核对身份证件原件。' };
    case 'already-in':
      return {
        title: `已经入场 ${timeAt(verdict.atMs)}`,
        text: `${verdict.way ? `${attendanceWayWord(verdict.way)}记的。` : ''}请核对是不是本人。不是本人的，请记录冒名并报告考务员。`,
      };
    case 'too-late':
      return { title: '已过入场时间', text: `${timeAt(verdict.untilMs)} 后不再入场，请${person}找考务员。` };
    case 'other-room':
      return {
        title: `坐在 ${verdict.place.roomName}`,
        text: `${verdict.name}的考场是 ${verdict.place.siteName} ${verdict.place.roomName}，请指路。`,
      };
    case 'other-time':
      return {
        title: `不是本场（${verdict.place.startsAt}）`,
        text: `${verdict.name}的${exam} ${verdict.place.startsAt} 开始，在 ${verdict.place.siteName} ${verdict.place.roomName}。`,
      };
    case 'other-day':
      return { title: '不是今天', text: `${verdict.name}的${exam}在 ${dayWords(verdict.day, today)}。` };
    case 'revoked':
      return {
        title: `${ticket}已作废`,
        text: `${verdict.name}，${verdict.number}。请${person}打开最新的${ticket}，或按姓名查找。`,
      };
    case 'unlisted':
      return {
        title: '不在本批次名单里',
        text: `${verdict.name}，${verdict.number}。可能是别的批次，或者名单下载后才发的证，请更新名单或找考务员。`,
      };
    case 'no-ticket':
      return { title: `不是${ticket}`, text: `这是证书的二维码，请${person}打开${ticket}。` };
    case 'forged':
      return { title: '不是我们签的', text: '二维码无效或被改动，不能凭它入场。请按姓名和证件查找。' };
    case 'key-unknown':
      return { title: '暂时认不出', text: '手机上没有这把公钥，请联网更新名单，或按姓名查找。' };
  }
}

const CONFLICTS: Readonly<Record<DoorConflict, string>> = {
  'already-in': '另一部手机已记入场',
  'not-in': '没有入场记录，无法撤销',
  'too-late': '过了入场时间才签到',
  'scanned-and-absent': '到没到，两处记的不一样',
  'absent-too-early': '还能入场的时候就记了缺考',
  'no-such-seat': '纸上的座位号没有人',
  'not-of-this-duty': '不归这部手机管',
  'not-warned': '没有先提醒就记违规',
  'room-closed': '考场已经封场',
  marked: '成绩里已登记',
  unreadable: '手机传来的记录读不出来',
  objected: '本人说不对',
};
/** By which way the door came to know. */
export const attendanceWayWord = wordOf<AttendanceWay>({
  scan: '扫码',
  name: '手工',
  paper: '纸质签到表',
  grace: '到时间没有签到',
  officer: '考务员登记',
});

/** Why an act did not count by itself, and what stands against it by which way. */
export function doorConflictWords({
  reason,
  way,
  stands,
  standing,
}: Pick<DoorCountsView['conflicts'][number], 'reason' | 'way' | 'stands' | 'standing'>): string {
  if (reason !== 'scanned-and-absent' || stands === null) return CONFLICTS[reason];
  const isIn = standing === 'present';
  const against = way === null || way === 'paper' ? '纸质签到表' : `手机${attendanceWayWord(way)}`;
  return `${attendanceWayWord(stands.way)}记的是${isIn ? '到场' : '缺考'}，${against}说${isIn ? '没到' : '到了'}`;
}

/** What was done to the record of a room. */
export const roomStepWord = wordOf<RoomStep>({
  closed: '封场',
  reopened: '重开',
  paper: '登记纸质签到表',
  'paper-undone': '撤回纸质签到表的登记',
  inferred: '按成绩认定到场',
});

const NOTES: Readonly<Record<DoorNote, string>> = {
  'case-open': '有待核查事项，请仔细核对证件',
  'photo-erased': '个人信息已删除，请找考务员',
  'no-photo': '没有证件照片，请核对身份证件原件',
};
/** What to look at before somebody is let in. */
export const doorNoteWord = (note: DoorNote): string => NOTES[note];

/** What happened at a door. */
export const doorHappeningWord = wordOf<DoorCountsView['incidents'][number]['kind']>({
  warning: '提醒',
  breach: '违纪',
  impostor: '冒名顶替',
  incident: '考场情况',
});

/** What a breach leads to. */
export const penaltyWord = wordOf<Penalty>({
  'this-subject': '取消这一科的成绩',
  'all-subjects': '取消全部科目的成绩',
  none: '不作处理',
});

/** What became of what the door recorded. */
export const doorDecisionWord = wordOf<DoorDecision>({
  none: '不作违纪处理',
  case: '已转入违纪处理',
  disqualified: '已登记取消资格',
  'this-subject': '取消这一科的成绩',
  'all-subjects': '取消全部科目的成绩',
});
