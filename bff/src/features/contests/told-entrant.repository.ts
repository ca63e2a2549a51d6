import { type Handle, placeholders } from '../../platform/db';
import { CHUNK, type Entry, IS_LIVE, OF_CONTEST, findEntries } from './entry.repository';

/** An entrant as one tells them something. */
export type Entrant = Pick<Entry, 'id' | 'accountId' | 'unitId' | 'unit' | 'phoneIndex'> & {
  readonly isListed: boolean;
};

type EntrantRow = {
  readonly id: string;
  readonly account_id: string | null;
  readonly unit_id: string | null;
  readonly unit: string | null;
  readonly phone_index: string | null;
  readonly listed: number | string;
};
/** Of `candidate c` and `contest_entry e`. */
export const ENTRANT_COLUMNS = `c.id AS id, c.account_id AS account_id, c.unit_id AS unit_id, e.unit AS unit,
  c.phone_index AS phone_index, CASE WHEN e.listed_on IS NULL THEN 0 ELSE 1 END AS listed`;
/** The rows of a question for these columns. */
export const entrantsIn = async (h: Handle, sql: string, params: readonly string[]): Promise<Entrant[]> =>
  (await h.query<EntrantRow>(sql, [...params])).map((row) => ({
    id: row.id,
    accountId: row.account_id,
    unitId: row.unit_id,
    unit: row.unit,
    phoneIndex: row.phone_index,
    isListed: Number(row.listed) === 1,
  }));

/** The live entries that a unit or a list made with this phone, and that nobody has claimed. */
export async function unclaimedByPhone(h: Handle, phoneIndex: string): Promise<Entry[]> {
  const rows = await h.query<{ id: string }>(
    `SELECT c.id AS id FROM candidate c JOIN contest_entry e ON e.id = c.id
     WHERE c.phone_index = ? AND c.kind = 'entry' AND c.account_id IS NULL
       AND (c.unit_id IS NOT NULL OR e.listed_on IS NOT NULL) ORDER BY c.id LIMIT 20`,
    [phoneIndex],
  );
  const entries = await findEntries(
    h,
    rows.map(({ id }) => id),
  );
  return entries.filter(({ state }) => state === 'entered');
}

/** The phones that stand with several people among the live entries of a competition: such a phone proves none of them. */
export async function phonesOfSeveral(h: Handle, noticeId: string): Promise<ReadonlySet<string>> {
  const rows = await h.query<{ phone: string }>(
    `SELECT c.phone_index AS phone ${OF_CONTEST} AND ${IS_LIVE} AND c.phone_index IS NOT NULL
     GROUP BY c.phone_index HAVING COUNT(DISTINCT c.document_index) > 1`,
    [noticeId],
  );
  return new Set(rows.map(({ phone }) => phone));
}

/** These entries, as one tells those who made them something, by their id; one that is gone is left out. */
export async function entrantsAmong(h: Handle, ids: readonly string[]): Promise<ReadonlyMap<string, Entrant>> {
  const found = new Map<string, Entrant>();
  for (let from = 0; from < ids.length; from += CHUNK) {
    const some = ids.slice(from, from + CHUNK);
    const sql = `SELECT ${ENTRANT_COLUMNS} FROM candidate c JOIN contest_entry e ON e.id = c.id
      WHERE c.id IN (${placeholders(some)})`;
    for (const entrant of await entrantsIn(h, sql, some)) found.set(entrant.id, entrant);
  }
  return found;
}
