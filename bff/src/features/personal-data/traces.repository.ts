import { type Handle, placeholders } from '../../platform/db';

/** What was told about these enrolments. */
export const forgetMessagesOf = (h: Handle, candidateIds: readonly string[]): Promise<number> =>
  candidateIds.length === 0
    ? Promise.resolve(0)
    : h.run(`DELETE FROM message WHERE candidate_id IN (${placeholders(candidateIds)})`, candidateIds);

export const forgetMessagesBefore = (h: Handle, beforeMs: number): Promise<number> =>
  h.run('DELETE FROM message WHERE sent_at < ?', [new Date(beforeMs)]);

export const forgetRegistrationsBefore = (h: Handle, beforeMs: number): Promise<number> =>
  h.run('DELETE FROM contest_registration WHERE created_at < ?', [new Date(beforeMs)]);

/** Enrolments that may hold something whose time is over: begun before a day, not erased, after `afterId`. */
export async function agedEnrolments(
  h: Handle,
  given: { readonly beforeMs: number; readonly afterId: string; readonly limit: number },
): Promise<string[]> {
  const rows = await h.query<{ id: string }>(
    `SELECT id FROM candidate WHERE id > ? AND created_at < ? AND (erased IS NULL OR erased = 'scans')
     ORDER BY id LIMIT ${given.limit}`,
    [given.afterId, new Date(given.beforeMs)],
  );
  return rows.map(({ id }) => id);
}

/** Orders whose vouchers nobody needs any more. */
export async function agedOrders(h: Handle, beforeMs: number): Promise<string[]> {
  const rows = await h.query<{ id: string }>(
    `SELECT o.id AS id FROM pay_order o WHERE o.opened_at < ? AND (o.account_id IS NOT NULL OR EXISTS
       (SELECT 1 FROM pay_receipt r WHERE r.order_id = o.id AND (r.reference IS NOT NULL OR r.voucher_file_id IS NOT NULL)))
     ORDER BY o.id LIMIT 200`,
    [new Date(beforeMs)],
  );
  return rows.map(({ id }) => id);
}

/** Whether a job of this kind was ever queued. */
export async function everPlanned(h: Handle, kind: string): Promise<boolean> {
  const [known] = await h.query<{ id: string }>('SELECT id FROM job WHERE kind = ? LIMIT 1', [kind]);
  return known !== undefined;
}
