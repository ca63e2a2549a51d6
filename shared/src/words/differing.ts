import type { DifferingView } from '../contract';
import { timeAt } from '../kernel';
import { attendanceWayWord } from './door';

type Differing = Pick<DifferingView['items'][number], 'door' | 'marks' | 'said' | 'published'>;

/** The facts that do not agree of whether somebody came, side by side. */
export function differingFacts({ door, marks, said }: Differing): string {
  const noted = door
    ? `签到记${came(door.state)}（${attendanceWayWord(door.way)} ${timeAt(door.at)}）`
    : '没有签到记录';
  const marked = marks === null ? [] : [marks === 'absent' ? '成绩录的是缺考' : '成绩录的是有分'];
  return [noted, ...marked, ...(said ? [saidWords(said)] : [])].join('；');
}

/** Who does what about it. */
export function differingTodo({ door, marks, said, published }: Differing): string {
  if (published) return '成绩已经发布，到没到场不能再改。考务员选“维持现在的记录”；记错了的，由考生申请成绩复核。';
  if (said === null)
    return door?.state === 'present'
      ? '考过的，由成绩员更正成绩；没有来的，由考务员改为缺考。'
      : '来了的，由考务员改为到场；没有来的，由成绩员更正成绩。';
  return marks === 'absent' && said.kind !== 'undo'
    ? '考务员核实：来了，改为到场，再由成绩员更正成绩；没有来，维持现在的记录。'
    : '考务员核实后决定。';
}

const came = (state: 'present' | 'absent'): string => (state === 'present' ? '到场' : '缺考');

function saidWords({ kind, way, at }: NonNullable<Differing['said']>): string {
  switch (kind) {
    case 'check-in':
      return `手机另传来 ${timeAt(at)} ${way === null ? '' : attendanceWayWord(way)}入场的记录`;
    case 'undo':
      return `手机另传来 ${timeAt(at)} 撤销入场的记录`;
    case 'paper':
      return '纸质签到表写的不一样';
    case 'objection':
      return '考生说记得不对';
  }
}
