import type { PortraitView, ReturnReason } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { keep, readKept } from '../../platform';
import { useStaff } from '../staff';
import { KeptMarks, marksOn, withMark } from './portrait-marks';

/** What one marked on a session's photo wall and has not sent: kept in this browser for oneself, also over a reload. */
export function useMarks(sessionId: string, photos: readonly PortraitView[]) {
  const { account } = useStaff();
  const key = `portrait-marks.${account?.id ?? ''}.${sessionId}`;
  const [{ of, kept }, set] = useState(() => ({ of: key, kept: readKept(key, KeptMarks) ?? {} }));
  // another session, or somebody else signed in
  const now = of === key ? kept : (readKept(key, KeptMarks) ?? {});
  const [first] = useState(() => new Set(Object.keys(now)));
  const put = (next: KeptMarks) => {
    set({ of: key, kept: next });
    keep(key, next);
  };
  const [openedMs] = useState(() => Date.now());
  const marks = marksOn(now, photos, openedMs);
  return {
    marks,
    /** How many of them were set before this page was opened. */
    earlier: [...marks.keys()].filter((id) => first.has(id)).length,
    mark: (one: PortraitView, reason: ReturnReason | null) => put(withMark(now, one, reason, Date.now())),
    /** What was sent, or is not wanted any more. */
    drop: (some: readonly PortraitView[]) =>
      put(some.reduce<KeptMarks>((left, one) => withMark(left, one, null, Date.now()), now)),
  };
}
