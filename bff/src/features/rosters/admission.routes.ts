import { rosterMembers as contract } from '@jikaotong/shared/contract';
import { spanOf } from '@jikaotong/shared/rules/progress';
import { type Actor, type Context, type Route, action, command, refuse, refuseWhen } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import { MENDABLE } from '../applications';
import { type Member, loadRoster, membersOf, refuseClosed } from './own-roster';
import { endLink, openLink } from './roster-link.repository';
import { isConfirmed, isTwin, presentRoster } from './roster.presenter';
import { admitRows, changeRow, lockRoster, noteReminded, touch } from './roster.repository';

type Asked = Pick<Context, 'h' | 'now' | 'ports'> & { readonly actor: Actor };

const presentOwn = async (ctx: Asked, id: string) => presentRoster(ctx, await loadRoster(ctx, id));

/** An agent's roster that people can still be entered in. */
async function loadOpen(ctx: Asked, id: string) {
  const open = await loadRoster(ctx, id);
  refuseWhen(refuseClosed(open, ctx.now.day));
  return open;
}

const openOne = command(contract.openRosterLink, {
  handle: async (ctx) => {
    const { roster } = await loadOpen(ctx, ctx.input.params.id);
    // of two agents at once the second sees the first one's link, and makes the one that lives
    await lockRoster(ctx.h, roster.id);
    const { accountId } = ctx.actor;
    await openLink(ctx.h, ctx.ports.crypto, { rosterId: roster.id, byAccountId: accountId, nowMs: ctx.now.ms });
    ctx.audit('roster-link-opened', { unitId: roster.unitId, sessionId: roster.sessionId });
    return { id: roster.id };
  },
  present: presentOwn,
});

const endOne = action(contract.endRosterLink, {
  handle: async (ctx) => {
    const { roster } = await loadRoster(ctx, ctx.input.params.id);
    if (!(await endLink(ctx.h, roster.id, ctx.now.ms))) refuse('wrong-state', { state: 'no-link' });
    ctx.audit('roster-link-ended', { unitId: roster.unitId, sessionId: roster.sessionId });
    return { done: true as const };
  },
});

const isWaiting = ({ row, application }: Member): boolean =>
  row.admission === 'waiting' && MENDABLE.includes(application.state);

const admit = command(contract.admitRosterRows, {
  handle: async (ctx) => {
    const { roster } = await loadOpen(ctx, ctx.input.params.id);
    const { rowIds } = ctx.input.body;
    const wanted = rowIds && new Set(rowIds);
    const found = (await membersOf(ctx.h, roster.id)).filter(
      (member) => isWaiting(member) && (wanted ? wanted.has(member.row.id) : !isTwin(member.row)),
    );
    if (found.length === 0 || (wanted && found.length < wanted.size)) refuse('wrong-state', { state: 'not-waiting' });
    if (found.some(({ row }) => isTwin(row))) refuse('row-twice');
    const admitted = await admitRows(
      ctx.h,
      found.map(({ row }) => row.id),
    );
    await touch(ctx.h, roster.id);
    ctx.audit('roster-row-admitted', { unitId: roster.unitId, sessionId: roster.sessionId }, { count: admitted });
    return { id: roster.id };
  },
  present: presentOwn,
});

const remind = command(contract.remindRosterMembers, {
  handle: async (ctx) => {
    const { roster, unit, frame } = await loadOpen(ctx, ctx.input.params.id);
    const { closes } = spanOf(frame.usableWindows, 'application');
    const unconfirmed = (await membersOf(ctx.h, roster.id)).filter(
      (member) => MENDABLE.includes(member.application.state) && member.row.queuedAt === null && !isConfirmed(member),
    );
    let told = 0;
    for (const group of byPhone(unconfirmed)) {
      const fresh = [];
      for (const { row } of group) if (await noteReminded(ctx.h, row.id, ctx.now.day)) fresh.push(row.id);
      const first = group.find(({ application }) => application.accountId !== null) ?? group[0];
      // a phone of several people gets one message, and not another one because one of them is new
      if (!first || fresh.length < group.length) continue;
      const { id: candidateId, accountId } = first.application;
      const data = { unitName: unit.name, closes };
      const remindMessageId = await tellAccount(ctx, { accountId, candidateId, code: 'roster-row-waiting', data });
      for (const { row } of group) await changeRow(ctx.h, row.id, { remindMessageId });
      told += group.length;
    }
    if (told === 0) refuse('nobody-to-remind');
    ctx.audit('roster-reminded', { unitId: unit.id, sessionId: roster.sessionId }, { count: told });
    return { id: roster.id };
  },
  present: presentOwn,
});

/** A phone and whoever it is named for. */
function byPhone(members: readonly Member[]): readonly (readonly Member[])[] {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const phone = member.application.phoneIndex ?? member.row.id;
    groups.set(phone, [...(groups.get(phone) ?? []), member]);
  }
  return [...groups.values()];
}

export const routes: Route[] = [openOne, endOne, admit, remind];
