import type { ChangeAnswers } from '@jikaotong/shared/contract';
import { fen } from '@jikaotong/shared/kernel';
import type { Handle } from '../../platform/db';

/** What those whom an act asked have said so far; drafts were not asked. */
export async function answersOf(h: Handle, changeId: string): Promise<Omit<ChangeAnswers, 'refunds'>> {
  const rows = await h.query<{ choice: string | null; n: number | string }>(
    `SELECT change_choice AS choice, COUNT(*) AS n FROM participant
     WHERE change_id = ? AND change_until IS NOT NULL GROUP BY change_choice`,
    [changeId],
  );
  const here = new Map(rows.map(({ choice, n }) => [choice, Number(n)]));
  const [gone] = await h.query<{ n: number | string }>(
    `SELECT COUNT(DISTINCT participant_id) AS n FROM application_change WHERE change_id = ? AND choice = 'transfer'`,
    [changeId],
  );
  const counted = {
    keep: here.get('keep') ?? 0,
    transfer: Number(gone?.n ?? 0),
    leave: here.get('leave') ?? 0,
    silent: here.get(null) ?? 0,
  };
  return { asked: counted.keep + counted.transfer + counted.leave + counted.silent, ...counted };
}

/** Where the money stands that goes back to those who left, each sum once. */
export async function refundsOf(h: Handle, changeId: string): Promise<ChangeAnswers['refunds']> {
  const rows = await h.query<{
    way: string;
    state: string;
    isOpen: number | string;
    n: number | string;
    fen: number | string;
  }>(
    `SELECT f.way AS way, f.state AS state, f.isOpen AS isOpen, COUNT(*) AS n, SUM(f.amount) AS fen FROM (
       SELECT 'merchant' AS way, r.state AS state, CASE k.state WHEN 'open' THEN 1 ELSE 0 END AS isOpen, r.amount_fen AS amount
       FROM participant p JOIN open_case k ON k.candidate_id = p.candidate_id JOIN pay_refund r ON r.case_id = k.id
       WHERE p.change_id = ? AND p.change_choice = 'leave'
       UNION ALL
       SELECT 'hand' AS way, t.state AS state, CASE k.state WHEN 'open' THEN 1 ELSE 0 END AS isOpen, t.amount_fen AS amount
       FROM participant p JOIN open_case k ON k.candidate_id = p.candidate_id JOIN pay_return t ON t.case_id = k.id
       WHERE p.change_id = ? AND p.change_choice = 'leave') f
     GROUP BY f.way, f.state, f.isOpen`,
    [changeId, changeId],
  );
  const sum = (of: (row: (typeof rows)[number]) => boolean, what: 'n' | 'fen' = 'n'): number =>
    rows.filter(of).reduce((total, row) => total + Number(row[what]), 0);
  const isWaiting = ({ state }: { state: string }) => state === 'requested';
  const isFailed = ({ state, isOpen }: { state: string; isOpen: number | string }) =>
    state === 'failed' && Number(isOpen) === 1;
  return {
    count: sum(() => true),
    totalFen: fen(sum(() => true, 'fen')),
    waiting: sum((row) => isWaiting(row) && row.way === 'merchant'),
    waitingByHand: sum((row) => isWaiting(row) && row.way === 'hand'),
    processing: sum(({ state }) => state === 'approved' || state === 'processing'),
    succeeded: sum(({ state }) => state === 'succeeded'),
    failed: sum(isFailed),
    succeededFen: fen(sum(({ state }) => state === 'succeeded', 'fen')),
  };
}
