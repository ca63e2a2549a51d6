import type { NoticeDraftView } from '@jikaotong/shared/contract';

type Assumption = NoticeDraftView['assumptions'][number];
/** What rests on one reason; `by` null: not confirmed yet. */
export type Reason = { reason: string; paths: string[]; known: boolean; by: string | null; at: number | null };

/** One reason may carry several leaves; it is read and ticked once, and open while one of them is. */
export function byReason(assumptions: readonly Assumption[]): readonly Reason[] {
  const groups = new Map<string, Assumption[]>();
  for (const one of assumptions) groups.set(one.reason, [...(groups.get(one.reason) ?? []), one]);
  return [...groups].map(([reason, leaves]) => {
    const all = leaves.every(({ confirmedAt }) => confirmedAt !== null);
    const [first] = leaves;
    return {
      reason,
      paths: leaves.map(({ path }) => path),
      known: leaves.every(({ known }) => known),
      by: all ? (first?.confirmedBy ?? '') : null,
      at: all ? (first?.confirmedAt ?? null) : null,
    };
  });
}
