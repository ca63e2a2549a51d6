import type { StaffUnitView, UnitView } from '@jikaotong/shared/contract';
import { maskPhone } from '@jikaotong/shared/rules/identity';
import { findFile } from '../../platform/files';
import type { Context } from '../../platform/http';
import { loadAccount, phoneOf, staffNamesOf } from '../accounts';
import { findBody } from '../bodies';
import { agentsOf, agentsOfUnits, invitationsOf } from './agent.repository';
import { type Unit, unitWords } from './unit.record';
import { eventsOf, othersWithCode } from './unit.repository';

type Presenting = Pick<Context, 'h' | 'now' | 'ports'> & { readonly actor: { readonly accountId: string } };

export const presentSummary = async ({ h }: Pick<Context, 'h'>, unit: Unit) => {
  const { id, bodyId, name, kind, code, state } = unit;
  return { id, bodyId, bodyName: (await findBody(h, bodyId))?.name ?? '', name, kind, code, state };
};

/** A unit as its agents see it: nothing of any other. */
export async function presentUnit(ctx: Presenting, unit: Unit): Promise<UnitView> {
  const { h, now, ports, actor } = ctx;
  const { crypto } = ports;
  const agents = [];
  for (const { accountId, since } of await agentsOf(h, unit.id)) {
    const phone = phoneOf(crypto, await loadAccount(h, accountId));
    agents.push({ accountId, phoneMasked: phone && maskPhone(phone), since, isMe: accountId === actor.accountId });
  }
  const invitations = (await invitationsOf(h, unit.id, now.wallMs)).map(
    ({ id, phoneMasked, expiresAt, handsOver }) => ({ id, phoneMasked, expiresAt, handsOver }),
  );
  const [last] = (await eventsOf(h, crypto, unit.id)).filter(({ code }) => DECISIONS.has(code));
  const proof = await findFile(h, unit.proofFileId);
  return {
    ...(await presentSummary(ctx, unit)),
    version: unit.version,
    address: unitWords.open(crypto, unit, 'address'),
    contactName: unitWords.open(crypto, unit, 'contactName'),
    contactPhone: unitWords.open(crypto, unit, 'contactPhone'),
    proofFileId: unit.proofFileId,
    proofUrl: ports.files.link(unit.proofFileId),
    proofType: proof?.type ?? '',
    registeredAt: unit.registeredAt,
    agents,
    invitations,
    remarks: unit.state === 'returned' ? [...(last?.words?.remarks ?? [])] : [],
    reason: unit.state === 'rejected' || unit.state === 'suspended' ? (last?.words?.reason ?? null) : null,
  };
}

const DECISIONS = new Set<string>(['returned', 'approved', 'rejected', 'suspended', 'resumed']);

/** The same with its history; whoever of the staff acted is named, agents are not. */
export async function presentForStaff(ctx: Presenting, unit: Unit): Promise<StaffUnitView> {
  const events = await eventsOf(ctx.h, ctx.ports.crypto, unit.id);
  const names = await staffNamesOf(
    ctx.h,
    events.flatMap(({ byAccountId }) => byAccountId ?? []),
  );
  const others = await othersWithCode(ctx.h, unit);
  const agents = await agentsOfUnits(
    ctx.h,
    others.map(({ id }) => id),
  );
  return {
    ...(await presentUnit(ctx, unit)),
    sameCode: others.map(({ id, name, state }) => ({ id, name, state, hasAgent: agents.has(id) })),
    history: events.map(({ code, at, byAccountId, words }) => ({
      code,
      at,
      byName: byAccountId === null ? null : names.get(byAccountId) || null,
      reason: words?.reason ?? null,
      remarks: [...(words?.remarks ?? [])],
    })),
  };
}
