import { type Handle, placeholders } from '../db';

/** A column in which the ids of files stand that are in use; `json` where the id stands inside a JSON value. */
export type FileColumn = { readonly table: string; readonly column: string; readonly json?: true };

/** What an account has stored since a moment of the wall clock that nothing uses yet. */
export async function unattachedOf(
  h: Handle,
  columns: readonly FileColumn[],
  { accountId, sinceMs }: { readonly accountId: string; readonly sinceMs: number },
): Promise<{ readonly files: number; readonly bytes: number }> {
  const own = await h.query<{ id: string; bytes: number | string }>(
    'SELECT f.id AS id, f.bytes AS bytes FROM file f WHERE f.owner_account_id = ? AND f.stored_at >= ?',
    [accountId, new Date(sinceMs)],
  );
  const unused = new Set(
    await unusedAmong(
      h,
      columns,
      own.map(({ id }) => id),
    ),
  );
  const left = own.filter(({ id }) => unused.has(id));
  return { files: left.length, bytes: left.reduce((sum, { bytes }) => sum + Number(bytes), 0) };
}

/** Those of these files that stand in none of the columns. */
export async function unusedAmong(
  h: Handle,
  columns: readonly FileColumn[],
  fileIds: readonly string[],
): Promise<string[]> {
  let left = [...fileIds];
  for (const { table, column, json } of columns) {
    if (left.length === 0) return left;
    const used = new Set<string>();
    if (json) {
      for (const id of left) {
        const found = await h.query(`SELECT 1 AS one FROM ${table} WHERE ${column} LIKE ? LIMIT 1`, [`%"${id}"%`]);
        if (found.length > 0) used.add(id);
      }
    } else {
      const sql = `SELECT ${column} AS id FROM ${table} WHERE ${column} IN (${placeholders(left)})`;
      for (const { id } of await h.query<{ id: string }>(sql, left)) used.add(id);
    }
    left = left.filter((id) => !used.has(id));
  }
  return left;
}
