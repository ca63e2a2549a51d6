import { In, IsNull, MoreThan, Not } from 'typeorm';
import { randomToken, sha256 } from '../../platform/crypto';
import { type Handle, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import { findUnits } from './unit.repository';
import {
  type Unit,
  type UnitAgent,
  type UnitInvitation,
  unitAgentRecord,
  unitInvitationRecord,
  unitRecord,
} from './unit.record';

/** A link lives so long. */
const INVITED_MS = 3 * 86_400_000;

const liveKeyOf = (unitId: string, accountId: string): string => `${unitId}:${accountId}`;

/** Makes an account an agent of a unit; one that is stays one. */
export async function addAgent(h: Handle, unitId: string, accountId: string, nowMs: number): Promise<void> {
  const row = { id: newId(), unitId, accountId, liveKey: liveKeyOf(unitId, accountId), since: nowMs, endedAt: null };
  await insert(h, unitAgentRecord, row).catch((error: unknown) => {
    if (!isDuplicate(error, 'uq_unit_agent')) throw error;
  });
}

/** Ends it at once; false when it was no agent any more. */
export const endAgent = async (h: Handle, unitId: string, accountId: string, nowMs: number): Promise<boolean> =>
  (await updateWhere(
    h,
    unitAgentRecord,
    { liveKey: liveKeyOf(unitId, accountId) },
    { liveKey: null, endedAt: nowMs },
  )) === 1;

/** Who acts for a unit now, the first one first. */
export const agentsOf = (h: Handle, unitId: string): Promise<UnitAgent[]> =>
  h.repo(unitAgentRecord).find({ where: { unitId, liveKey: Not(IsNull()) }, order: { id: 'ASC' } });

/** The accounts that act for each of these units now, by unit. */
export async function agentsOfUnits(h: Handle, unitIds: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const agents = new Map<string, string[]>();
  if (unitIds.length === 0) return agents;
  const where = { unitId: In([...unitIds]), liveKey: Not(IsNull()) };
  for (const { unitId, accountId } of await h.repo(unitAgentRecord).find({ where, order: { id: 'ASC' } }))
    agents.set(unitId, [...(agents.get(unitId) ?? []), accountId]);
  return agents;
}

export const isAgent = (h: Handle, unitId: string, accountId: string): Promise<boolean> =>
  h.repo(unitAgentRecord).existsBy({ liveKey: liveKeyOf(unitId, accountId) });

/** The ids of the units that an account acts for now. */
export async function unitIdsOf(h: Handle, accountId: string): Promise<string[]> {
  const rows = await h.repo(unitAgentRecord).find({ where: { accountId, liveKey: Not(IsNull()) } });
  return rows.map(({ unitId }) => unitId);
}

/** The units that an account acts for now. */
export const unitsOf = async (h: Handle, accountId: string): Promise<Unit[]> =>
  findUnits(h, await unitIdsOf(h, accountId));

/** Who acts for the approved units of a body that are named so. */
export async function agentsOfNamed(
  h: Handle,
  bodyId: string,
  isNamed: (name: string) => boolean,
): Promise<readonly string[]> {
  const units = await h
    .repo(unitRecord)
    .find({ select: { id: true, name: true }, where: { bodyId, state: 'approved' } });
  const agents: string[] = [];
  for (const { id, name } of units)
    if (isNamed(name)) agents.push(...(await agentsOf(h, id)).map(({ accountId }) => accountId));
  return agents;
}

/** An agent's unit; null for everybody else. */
export async function findOwnUnit(h: Handle, accountId: string, unitId: string): Promise<Unit | null> {
  if (!(await isAgent(h, unitId, accountId))) return null;
  return (await findUnits(h, [unitId]))[0] ?? null;
}

type Invited = Pick<UnitInvitation, 'unitId' | 'phoneIndex' | 'phoneMasked' | 'handsOver' | 'byAccountId'>;

/** A one-time link; the token is told once and kept as a hash. */
export async function addInvitation(
  h: Handle,
  invited: Invited,
  now: { readonly ms: number; readonly wallMs: number },
): Promise<{ readonly id: string; readonly token: string }> {
  const [id, token] = [newId(), randomToken()];
  const expiresAt = now.wallMs + INVITED_MS;
  await insert(h, unitInvitationRecord, { id, ...invited, tokenHash: sha256(token), at: now.ms, expiresAt });
  return { id, token };
}

/** Those that can still be used. */
export const invitationsOf = (h: Handle, unitId: string, wallMs: number): Promise<UnitInvitation[]> =>
  h.repo(unitInvitationRecord).find({
    where: { unitId, tokenHash: Not(IsNull()), expiresAt: MoreThan(wallMs) },
    order: { id: 'ASC' },
  });

export const findInvitation = (h: Handle, token: string, wallMs: number): Promise<UnitInvitation | null> =>
  h.repo(unitInvitationRecord).findOneBy({ tokenHash: sha256(token), expiresAt: MoreThan(wallMs) });

/** Uses a link up or takes it back; false when that was done already. */
export const endInvitation = async (h: Handle, unitId: string, id: string): Promise<boolean> =>
  (await updateWhere(h, unitInvitationRecord, { id, unitId, tokenHash: Not(IsNull()) }, { tokenHash: null })) === 1;

/** All links that somebody gave are dead with the rights of who gave them. */
export const endInvitationsBy = (h: Handle, unitId: string, byAccountId: string): Promise<number> =>
  updateWhere(h, unitInvitationRecord, { unitId, byAccountId, tokenHash: Not(IsNull()) }, { tokenHash: null });

/** Where a link is opened, below the public address of the app (h5 hash routes). */
export const linkPath = (token: string): string => `/#/packages/unit/join/index?token=${token}`;
