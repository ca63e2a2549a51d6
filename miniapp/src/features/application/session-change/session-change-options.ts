import { type BodyOf, sessionChanges } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { examDaysWords, yuanWords } from '@jikaotong/shared/words';
import type { SessionChange } from './session-change-card';

/** `keep`, `leave`, or `to:` and the id of another session. */
export type ChoiceKey = 'keep' | 'leave' | `to:${string}`;
export type SessionChangeOption = { readonly key: ChoiceKey; readonly text: string; readonly note?: string };

/** What the candidate can do about the change, what happens by itself first. */
export function sessionChangeOptions(change: SessionChange, today: LocalDate): readonly SessionChangeOption[] {
  const { kind, after, paidFen, others, paidByUnit } = change;
  const keep: readonly SessionChangeOption[] =
    kind === 'moved' && after
      ? [
          {
            key: 'keep',
            text: `按新日期参加，${examDaysWords(after, today)}`,
            note: '座位和准考证按新日期重新安排，不用再办手续',
          },
        ]
      : [];
  const elsewhere = others.map((other): SessionChangeOption => ({
    key: `to:${other.sessionId}`,
    text: `改到${other.name}，${examDaysWords(other, today)}`,
    note: paidFen === null ? '报名一起转过去，不用重新填写' : '报名和交过的费用一起转过去，不用重新办理',
  }));
  const leave: SessionChangeOption =
    paidFen === null
      ? { key: 'leave', text: '不参加了', note: unpaidNote(change) }
      : paidByUnit
        ? { key: 'leave', text: '不参加了', note: '费用是单位交的，退给单位' }
        : { key: 'leave', text: `不参加了，全额退回${yuanWords(paidFen)}`, note: '财务办理后，按原来的缴费方式退回' };
  return [...keep, ...elsewhere, leave];
}

function unpaidNote({ kind, claimed }: SessionChange): string {
  if (claimed) return '您提交的转账由财务核对，到账的全额退回';
  return kind === 'moved' ? '这份报名撤回' : '还没有交费，不用退款';
}

/** The choice as the server takes it. */
export const answerOf = (key: ChoiceKey): BodyOf<typeof sessionChanges.answerSessionChange> =>
  key === 'keep' || key === 'leave' ? { choice: key } : { choice: 'transfer', sessionId: key.slice('to:'.length) };

/** What is asked once more before a choice that cannot be taken back; null where it can. */
export function questionOf(
  key: ChoiceKey,
  { paidFen, others, paidByUnit }: SessionChange,
): { title: string; text: string; yes: string } | null {
  if (key === 'keep') return null;
  if (key === 'leave') {
    const money = paidFen === null ? '' : paidByUnit ? '，费用退给单位' : `，${yuanWords(paidFen)}全额退回`;
    return { title: '不参加了', text: `确定后这份报名结束${money}，不能再改回来。`, yes: '确定退出' };
  }
  const other = others.find(({ sessionId }) => `to:${sessionId}` === key);
  return {
    title: '改到其他批次',
    text: `改到${other?.name ?? '这个批次'}以后，以那里的日期为准，不能再改回来。`,
    yes: '改批次',
  };
}
