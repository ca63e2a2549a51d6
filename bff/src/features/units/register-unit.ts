import type { BodyOf, units as contract } from '@jikaotong/shared/contract';
import { isUnitCode } from '@jikaotong/shared/rules/units';
import type { Crypto } from '../../platform/crypto';
import { type Handle, newId } from '../../platform/db';
import { findFile } from '../../platform/files';
import { type Context, refuse } from '../../platform/http';
import { phoneIndexOf } from '../accounts';
import { addAgent, unitsOf } from './agent.repository';
import { type Unit, unitWords } from './unit.record';
import { changeUnitIf, holdCode, insertUnit, noteEvent } from './unit.repository';

type Told = Omit<BodyOf<typeof contract.registerUnit>, 'bodyId'>;
type By = { readonly accountId: string };

/** Registers a unit; its code is held where it is free, and nothing says whether it was. */
export async function registerUnit(ctx: Context, given: Told & { bodyId: string }, by: By): Promise<string> {
  const { bodyId, ...told } = given;
  await refuseTold(ctx, told, by);
  await refuseOwn(ctx.h, { bodyId, code: told.code }, by);
  const id = newId();
  const { name, kind, code, proofFileId } = told;
  const unit: Unit = {
    id,
    bodyId,
    name,
    kind,
    code,
    codeKey: null,
    ...sealContact(ctx.ports.crypto, id, told),
    proofFileId,
    state: 'submitted',
    version: 1,
    registeredAt: ctx.now.ms,
  };
  await insertUnit(ctx.h, unit);
  await holdCode(ctx.h, unit);
  await addAgent(ctx.h, id, by.accountId, ctx.now.ms);
  await noteEvent(ctx.h, ctx.ports.crypto, {
    unitId: id,
    code: 'registered',
    byAccountId: by.accountId,
    at: ctx.now.ms,
  });
  ctx.audit('unit-registered', { unitId: id, bodyId }, { kind });
  return id;
}

/** Enters a unit that staff have looked at themselves: approved at once, without an agent. Refuses `unit-code-held`. */
export async function enterUnit(ctx: Context, given: Told & { bodyId: string }, by: By): Promise<string> {
  const { bodyId, ...told } = given;
  await refuseTold(ctx, told, by);
  const { name, kind, code, proofFileId } = told;
  const id = newId();
  const unit: Unit = {
    id,
    bodyId,
    name,
    kind,
    code,
    codeKey: null,
    ...sealContact(ctx.ports.crypto, id, told),
    proofFileId,
    state: 'approved',
    version: 1,
    registeredAt: ctx.now.ms,
  };
  await insertUnit(ctx.h, unit);
  if (!(await holdCode(ctx.h, unit))) refuse('unit-code-held');
  for (const event of ['registered', 'approved'] as const)
    await noteEvent(ctx.h, ctx.ports.crypto, {
      unitId: id,
      code: event,
      byAccountId: by.accountId,
      at: ctx.now.ms,
    });
  ctx.audit('unit-registered', { unitId: id, bodyId }, { kind });
  return id;
}

/** What may be changed without staff looking at it again. */
const FREE = new Set<string>(['address', 'contactName', 'contactPhone'] satisfies (keyof Told)[]);

/** Changes what an agent tells of a unit. Refuses `wrong-state`, `changed-meanwhile` and as `refuseTold`. */
export async function changeUnit(
  ctx: Context,
  unit: Unit,
  given: { readonly version: number; readonly parts: Partial<Told> } & By,
): Promise<void> {
  const { version, parts, accountId } = given;
  const { crypto } = ctx.ports;
  const isFree = Object.keys(parts).every((part) => FREE.has(part));
  const isLookedAt = unit.state === 'approved';
  if (unit.state === 'rejected' || unit.state === 'suspended' || (isLookedAt && !isFree))
    refuse('wrong-state', { state: `unit-${unit.state}` });
  const told: Told = {
    name: unit.name,
    kind: unit.kind,
    code: unit.code,
    address: unitWords.open(crypto, unit, 'address'),
    contactName: unitWords.open(crypto, unit, 'contactName'),
    contactPhone: unitWords.open(crypto, unit, 'contactPhone'),
    proofFileId: unit.proofFileId,
    ...parts,
  };
  await refuseTold(ctx, told, { accountId }, unit.proofFileId);
  const { name, kind, code, proofFileId } = told;
  const columns = { name, kind, code, proofFileId, ...sealContact(crypto, unit.id, told) };
  const state = isLookedAt ? unit.state : 'submitted';
  const guard = { id: unit.id, version, states: [unit.state] };
  // another code lets go of the one that was held
  const codeKey = code === unit.code ? {} : { codeKey: null };
  if (!(await changeUnitIf(ctx.h, guard, { ...columns, ...codeKey, state }))) refuse('changed-meanwhile');
  if (code !== unit.code) await holdCode(ctx.h, { ...unit, code });
  await noteEvent(ctx.h, crypto, { unitId: unit.id, code: 'changed', byAccountId: accountId, at: ctx.now.ms });
  ctx.audit('unit-changed', { unitId: unit.id, bodyId: unit.bodyId }, { fields: Object.keys(parts) });
}

/** Whoever acts for the unit of a code already finds it there. Refuses `wrong-state`. */
async function refuseOwn(h: Handle, { bodyId, code }: Pick<Unit, 'bodyId' | 'code'>, { accountId }: By): Promise<void> {
  if (code === null) return;
  const own = await unitsOf(h, accountId);
  if (own.some((unit) => unit.bodyId === bodyId && unit.code === code && unit.state !== 'rejected'))
    refuse('wrong-state', { state: 'unit-own' });
}

/** Refuses a code that nobody has, and a proof that is somebody else's. */
async function refuseTold(ctx: Context, { code, proofFileId }: Told, by: By, known?: string): Promise<void> {
  if (code !== null && !isUnitCode(code)) refuse('unit-code-wrong');
  if (proofFileId === known) return;
  const file = await findFile(ctx.h, proofFileId);
  if (file?.ownerAccountId !== by.accountId || file.purpose !== 'document')
    refuse('file-refused', { fileId: proofFileId, reason: 'not-yours' });
}

const sealContact = (
  crypto: Crypto,
  id: string,
  { address, contactName, contactPhone }: Pick<Told, 'address' | 'contactName' | 'contactPhone'>,
) => ({
  address: unitWords.seal(crypto, id, 'address', address),
  contactName: unitWords.seal(crypto, id, 'contactName', contactName),
  contactPhone: unitWords.seal(crypto, id, 'contactPhone', contactPhone),
  contactPhoneIndex: phoneIndexOf(crypto, contactPhone),
});
