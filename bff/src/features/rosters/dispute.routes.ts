import { rosterRows as contract } from '@jikaotong/shared/contract';
import { newId } from '../../platform/db';
import { type Actor, type Context, type Route, action, command, refuse } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import { type Application, MENDABLE, guardOf, loadOwnApplication } from '../applications';
import { changeIf } from '../participants';
import { findUnit } from '../units';
import {
  disputeWords,
  endDispute,
  findOpenDispute,
  insertDispute,
  noteDisputed,
  resayDispute,
} from './dispute.repository';
import { type OpenRoster, loadRoster, memberOf, openRoster } from './own-roster';
import { presentOwnRow } from './own-row.presenter';
import { rosterColumns } from './roster-columns';
import { planNews } from './roster-news.job';
import { presentRowDetail } from './roster.presenter';
import { changeRow, findRoster, findRosterRow, findRowOf } from './roster.repository';
import { enteredIn } from './settle-disputes';
import { UNCONFIRMED } from './write-row';

type Asked = Pick<Context, 'h' | 'now' | 'ports'> & { readonly actor: Actor };

/** One's own row while it can still be mended, with the roster that it stands in. */
async function loadMendable(ctx: Asked, id: string) {
  const application = await loadOwnApplication(ctx, id);
  const row = (await findRowOf(ctx.h, application.id)) ?? refuse('not-found');
  if (!MENDABLE.includes(application.state)) refuse('wrong-state', { state: application.state });
  const roster = (await findRoster(ctx.h, row.rosterId)) ?? refuse('not-found');
  const unit = (await findUnit(ctx.h, roster.unitId)) ?? refuse('not-found');
  return { application, row, open: await openRoster(ctx.h, roster, unit) };
}

const isField = (open: OpenRoster, field: string): boolean =>
  contract.DISPUTE_BESIDE.some((beside) => beside === field) || rosterColumns(open).some(({ key }) => key === field);

const dispute = command(contract.disputeOwnRow, {
  handle: async (ctx) => {
    const { application, row, open } = await loadMendable(ctx, ctx.input.params.id);
    const { version, field, said } = ctx.input.body;
    if (application.version !== version) refuse('changed-meanwhile');
    if (!isField(open, field)) refuse('invalid-input', { issues: ['body.field'] });
    // of whoever hands in or mends the row in this moment, one is first, and the other sees what was done
    if (!(await changeIf(ctx.h, guardOf(application, MENDABLE), {}))) refuse('changed-meanwhile');
    await keep(ctx, open, application, { field, said });
    await changeRow(ctx.h, row.id, UNCONFIRMED);
    await noteDisputed(ctx.h, row.id);
    await planNews(ctx, { applicationId: row.id });
    ctx.audit('roster-row-disputed', { applicationId: row.id }, { field });
    return { id: row.id };
  },
  present: presentOwnRow,
});

/** A new one, or the one that waits in other words. */
async function keep(
  ctx: Context,
  open: OpenRoster,
  application: Application,
  { field, said }: { readonly field: string; readonly said: string },
): Promise<void> {
  const { crypto } = ctx.ports;
  const openKey = `${application.id}:${field}`;
  const known = await findOpenDispute(ctx.h, openKey);
  if (known) {
    if (!(await resayDispute(ctx.h, known.id, disputeWords.seal(crypto, known.id, 'said', said))))
      refuse('changed-meanwhile');
    return;
  }
  const id = newId();
  const isKept = await insertDispute(ctx.h, {
    id,
    rowId: application.id,
    field,
    openKey,
    entered: disputeWords.seal(crypto, id, 'entered', enteredIn(ctx, open, application, field)),
    said: disputeWords.seal(crypto, id, 'said', said),
    state: 'open',
    at: ctx.now.ms,
    answer: null,
    settledAt: null,
    settledBy: null,
  });
  if (!isKept) refuse('changed-meanwhile');
}

const withdraw = action(contract.withdrawOwnDispute, {
  handle: async (ctx) => {
    const { id, disputeId } = ctx.input.params;
    const { row } = await loadMendable(ctx, id);
    const end = { state: 'withdrawn', answer: null, settledAt: ctx.now.ms, settledBy: ctx.actor.accountId } as const;
    if (!(await endDispute(ctx.h, { id: disputeId, rowId: row.id }, end))) refuse('wrong-state', { state: 'decided' });
    await noteDisputed(ctx.h, row.id);
    ctx.audit('roster-dispute-settled', { applicationId: row.id }, { state: 'withdrawn' });
    return presentOwnRow(ctx, row.id);
  },
});

const answer = command(contract.answerRowDispute, {
  handle: async (ctx) => {
    const { id, rowId, disputeId } = ctx.input.params;
    const { roster, unit } = await loadRoster(ctx, id);
    if (unit.state !== 'approved') refuse('wrong-state', { state: `unit-${unit.state}` });
    const row = (await findRosterRow(ctx.h, roster.id, rowId)) ?? refuse('not-found');
    const sealed = disputeWords.seal(ctx.ports.crypto, disputeId, 'answer', ctx.input.body.answer);
    const end = { state: 'answered', answer: sealed, settledAt: ctx.now.ms, settledBy: ctx.actor.accountId } as const;
    if (!(await endDispute(ctx.h, { id: disputeId, rowId: row.id }, end))) refuse('wrong-state', { state: 'decided' });
    await noteDisputed(ctx.h, row.id);
    await tellMember(ctx, row, unit.name);
    ctx.audit('roster-dispute-settled', { applicationId: row.id }, { state: 'answered' });
    return { id: row.id };
  },
  present: async (ctx, rowId) => {
    const open = await loadRoster(ctx, ctx.input.params.id);
    const row = (await findRosterRow(ctx.h, open.roster.id, rowId)) ?? refuse('not-found');
    return presentRowDetail(ctx, open, (await memberOf(ctx.h, row)) ?? refuse('not-found'));
  },
});

async function tellMember(ctx: Context, row: { readonly id: string; readonly rosterId: string }, unitName: string) {
  const accountId = (await memberOf(ctx.h, (await findRowOf(ctx.h, row.id)) ?? refuse('not-found')))?.application
    .accountId;
  if (accountId)
    await tellAccount(ctx, { accountId, candidateId: row.id, code: 'roster-row-answered', data: { unitName } });
}

export const routes: Route[] = [dispute, withdraw, answer];
