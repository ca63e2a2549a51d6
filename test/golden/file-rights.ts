import type { World } from '../support/world';
import type { Asker } from './ask';
import type { GoldenCaller } from './callers';

/** Who may see each file, by name, in order; whoever is not named may not. */
export type FileRights = Record<string, string[]>;

type Chosen = (name: string, fileId: string) => boolean;

/** Asks for every one of these files in everybody's name, or only where it is worth asking. */
export const askForFiles = async (
  askers: ReadonlyMap<string, Asker>,
  fileIds: readonly string[],
  chosen: Chosen = () => true,
): Promise<FileRights> => {
  const rights: FileRights = Object.fromEntries(fileIds.map((id) => [id, []]));
  await Promise.all(
    [...askers].map(async ([name, { may }]) => {
      for (const id of fileIds) if (chosen(name, id) && (await may(`/files/${id}/link`))) rights[id]?.push(name);
    }),
  );
  return Object.fromEntries(Object.entries(rights).map(([id, names]) => [id, names.toSorted()]));
};

/** One stranger in so many is asked whether a file is still kept from them; all would take a minute. */
const oneIn = 8;

/** Everybody who might see a file, all staff, and some of those who might not. */
export const worthAsking = (rights: FileRights, actors: readonly GoldenCaller[]): Chosen => {
  const staff = new Set(actors.flatMap((actor) => ('staff' in actor ? [actor.name] : [])));
  const place = new Map([...actors.map(({ name }) => name), ...Object.keys(rights)].map((one, at) => [one, at]));
  return (name, fileId) =>
    staff.has(name) ||
    (rights[fileId]?.includes(name) ?? false) ||
    ((place.get(name) ?? 0) + (place.get(fileId) ?? 0)) % oneIn === 0;
};

/** Every file that is stored. */
export const storedFiles = async (world: World): Promise<string[]> =>
  (await world.db.read((h) => h.query<{ id: string }>('SELECT id FROM file ORDER BY id'))).map(({ id }) => id);

/** Accepted: whoever works for finance alone opens vouchers now, and no photo or paper any more. */
export const openVouchersOnly = async (rights: FileRights, world: World): Promise<FileRights> => {
  const rows = await world.db.read((h) =>
    h.query<{ name: string }>(
      `SELECT DISTINCT s.subject AS name FROM staff_grant g JOIN sign_in s ON s.account_id = g.account_id
       WHERE s.kind = 'password' AND g.account_id NOT IN
         (SELECT account_id FROM staff_grant WHERE role IN ('reviewer', 'administrator'))`,
    ),
  );
  const vouchers = await world.db.read((h) => h.query<{ id: string }>("SELECT id FROM file WHERE purpose = 'voucher'"));
  const open = new Set(vouchers.map(({ id }) => id));
  const finance = new Set(rows.map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(rights).map(([id, names]) => [
      id,
      open.has(id) ? names : names.filter((name) => !finance.has(name)),
    ]),
  );
};
