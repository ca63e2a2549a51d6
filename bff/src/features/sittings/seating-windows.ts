import { addDays } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import type { KnownWindow } from '@jikaotong/shared/rules/progress';
import { entrySpanOf } from '../contests';
import type { Session } from '../sessions';

/** What decides when seats are given: a session's windows; of a stage, that nobody can enter any more, and its first day. */
export function seatingWindowsOf(
  { kind, windows, examStart, examEnd }: Session,
  notice: Notice,
): readonly KnownWindow[] {
  if (kind === 'session') return windows;
  const { closesOn } = entrySpanOf(notice);
  return [
    { kind: 'payment', opens: closesOn && addDays(closesOn, 1), closes: null },
    { kind: 'exam', opens: examStart, closes: examEnd },
  ];
}
