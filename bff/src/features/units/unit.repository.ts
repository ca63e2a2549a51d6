import type { UnitEventCode, UnitState } from '@jikaotong/shared/contract';
import { In, Not } from 'typeorm';
import { type Crypto, openJson, sealJson } from '../../platform/crypto';
import {
  type Handle,
  findLocked,
  insert,
  instantFrom,
  isDuplicate,
  newId,
  placeholders,
  updateWhere,
} from '../../platform/db';
import { type Unit, type UnitEvent, type UnitEventWords, unitEventRecord, unitRecord, unitWords } from './unit.record';

export type { Unit, UnitEventWords };

export const insertUnit = (h: Handle, row: Unit): Promise<void> => insert(h, unitRecord, row);

export const findUnit = (h: Handle, id: string): Promise<Unit | null> => h.repo(unitRecord).findOneBy({ id });

export const findUnits = async (h: Handle, ids: readonly string[]): Promise<Unit[]> =>
  ids.length === 0 ? [] : h.repo(unitRecord).find({ where: { id: In([...ids]) }, order: { id: 'ASC' } });

export const findUnitOfBodies = (h: Handle, bodyIds: readonly string[], id: string): Promise<Unit | null> =>
  h.repo(unitRecord).findOneBy({ id, bodyId: In([...bodyIds]) });

/** The unit, locked until the transaction ends: of two agents who remove each other one waits here. */
export const lockUnit = (h: Handle, id: string): Promise<Unit | null> => findLocked(h, unitRecord, { id });

/** Who else registered under the code with the same body. */
export const othersWithCode = async (h: Handle, { id, bodyId, code }: Unit): Promise<Unit[]> =>
  code === null ? [] : h.repo(unitRecord).find({ where: { bodyId, code, id: Not(id) }, order: { id: 'ASC' } });

/** The units of these bodies that wait for a decision, with when each was handed in last; who waits longest first. */
export async function waitingUnits(h: Handle, bodyIds: readonly string[]) {
  if (bodyIds.length === 0) return [];
  const rows = await h.query<{ id: string; bodyId: string; name: string; since: unknown }>(
    `SELECT u.id AS id, u.body_id AS bodyId, u.name AS name, MAX(e.at) AS since
     FROM unit u JOIN unit_event e ON e.unit_id = u.id AND e.code IN ('registered', 'changed')
     WHERE u.state = 'submitted' AND u.body_id IN (${placeholders(bodyIds)})
     GROUP BY u.id, u.body_id, u.name ORDER BY MAX(e.at), u.id`,
    [...bodyIds],
  );
  return rows.map(({ since, ...row }) => ({ ...row, since: instantFrom(since) }));
}

type Guard = Pick<Unit, 'id' | 'version'> & { readonly states: readonly UnitState[] };

/** Changes a unit that still is that version in one of these states; false when somebody was faster. */
export const changeUnitIf = async (
  h: Handle,
  { states, ...guard }: Guard,
  set: Partial<Omit<Unit, 'id' | 'version'>>,
): Promise<boolean> =>
  (await updateWhere(h, unitRecord, { ...guard, state: In([...states]) }, { ...set, version: guard.version + 1 })) ===
  1;

/** Takes the unit's code with its body, or keeps it; false when another unit holds it. One without a code holds none. */
export async function holdCode(
  h: Handle,
  { id, bodyId, code }: Pick<Unit, 'id' | 'bodyId' | 'code'>,
): Promise<boolean> {
  try {
    await updateWhere(h, unitRecord, { id }, { codeKey: code === null ? null : `${bodyId}:${code}` });
    return true;
  } catch (error) {
    if (!isDuplicate(error, 'uq_unit_code')) throw error;
    return false;
  }
}

type Said = { readonly unitId: string; readonly code: UnitEventCode; readonly byAccountId: string | null };

export async function noteEvent(
  h: Handle,
  crypto: Crypto,
  said: Said & { readonly at: number; readonly words?: UnitEventWords },
): Promise<void> {
  const { words, ...row } = said;
  const id = newId();
  await insert(h, unitEventRecord, { ...row, id, words: words ? sealJson(crypto, placeOf(id), words) : null });
}

/** What happened to a unit, the latest first. */
export async function eventsOf(
  h: Handle,
  crypto: Crypto,
  unitId: string,
): Promise<(Omit<UnitEvent, 'words'> & { readonly words: UnitEventWords | null })[]> {
  const rows = await h.repo(unitEventRecord).find({ where: { unitId }, order: { id: 'DESC' } });
  return rows.map((row) => ({ ...row, words: row.words && openJson(crypto, placeOf(row.id), row.words) }));
}

const placeOf = (row: string) => ({ table: 'unit_event', column: 'words', row });

/** What the unit of each of these is called that a unit entered. */
export async function unitNamesOf(h: Handle, candidateIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (let from = 0; from < candidateIds.length; from += 500) {
    const some = candidateIds.slice(from, from + 500);
    const rows = await h.query<{ id: string; name: string }>(
      `SELECT c.id AS id, u.name AS name FROM candidate c JOIN unit u ON u.id = c.unit_id
       WHERE c.id IN (${placeholders(some)})`,
      some,
    );
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}

/** The units whose people take part in an event, by id, in the order of their names. */
export async function unitsInEvent(h: Handle, eventId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await h.query<{ id: string; name: string }>(
    `SELECT DISTINCT u.id AS id, u.name AS name FROM participant p JOIN candidate c ON c.id = p.candidate_id
     JOIN unit u ON u.id = c.unit_id WHERE p.event_id = ? ORDER BY u.name, u.id`,
    [eventId],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whom to call of each of these units, by id. */
export async function unitContactsOf(
  { h, ports }: { readonly h: Handle; readonly ports: { readonly crypto: Crypto } },
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly phone: string }>> {
  const found = await h.repo(unitRecord).findBy({ id: In([...new Set(ids)]) });
  return new Map(
    found.map((unit) => [unit.id, { name: unit.name, phone: unitWords.open(ports.crypto, unit, 'contactPhone') }]),
  );
}
