import { rosterMembers as contract } from '@jikaotong/shared/contract';
import { spanOf } from '@jikaotong/shared/rules/progress';
import { type Actor, type Context, type Route, command, query, refuse, refuseWhen } from '../../platform/http';
import { hasConsented, loadAccount, phoneOf } from '../accounts';
import { MENDABLE, loadOwnApplication, measureOwnPhoto, presentOffering } from '../applications';
import { fillRow } from './fill-row';
import {
  type Member,
  type OpenRoster,
  judgeMember,
  memberOf,
  refuseClosed,
  rosterOfLink,
  toldBy,
  whereOf,
} from './own-roster';
import { tellLeft } from './roster-news.job';
import { presentColumns } from './roster.presenter';
import { findRosterRow, findRowOf, rowsOfAccount } from './roster.repository';
import { valuesOf } from './row-values';
import { releaseRow, toldIn } from './write-row';

type Asked = Pick<Context, 'h' | 'now' | 'ports'> & { readonly actor: Actor };

const getLinked = query(contract.getLinkedRoster, async (ctx) => {
  const open = await rosterOfLink(ctx.h, ctx.input.params.token);
  const { unit, frame } = open;
  const closed = refuseClosed(open, ctx.now.day);
  return {
    unitName: unit.name,
    sessionName: frame.sessionName,
    noticeId: frame.notice.id,
    noticeTitle: frame.notice.title.value,
    where: whereOf(open),
    closes: spanOf(frame.usableWindows, 'application').closes,
    // why a unit is suspended is between staff and the unit
    closed: closed && { code: closed.refused, data: closed.refused === 'wrong-state' ? {} : { ...closed.data } },
    columns: presentColumns(open).filter(({ key }) => key !== 'phone'),
  };
});

/** A row as its member sees it: nothing of anybody else. */
function presentFilled(ctx: Pick<Context, 'ports' | 'now'>, open: OpenRoster, member: Member) {
  const { row, application, sharesPhone } = member;
  const judged = MENDABLE.includes(application.state) ? judgeMember(ctx, member, open.frame) : null;
  const { phone: _, ...values } = valuesOf(toldBy(ctx, application), open);
  return {
    applicationId: row.id,
    version: application.version,
    offering: presentOffering(open.frame, application.offeringCode),
    state: application.state,
    standing: judged?.standing ?? row.standing,
    reasons: judged?.reasons ?? [],
    values,
    photoUrl: application.photo === null ? null : ctx.ports.files.link(application.photo.fileId),
    confirmed: row.confirmedBy,
    admission: row.admission,
    phoneShared: sharesPhone,
  };
}

const listFilled = query(contract.listFilledRows, async (ctx) => {
  const open = await rosterOfLink(ctx.h, ctx.input.params.token);
  const rows = [];
  for (const row of await rowsOfAccount(ctx.h, open.roster.id, ctx.actor.accountId)) {
    const member = await memberOf(ctx.h, row);
    if (member) rows.push(presentFilled(ctx, open, member));
  }
  return { rows };
});

const fill = command(contract.fillRosterRow, {
  before: async (outside) => {
    const { photoFileId } = outside.input.body;
    return photoFileId ? measureOwnPhoto(outside, outside.actor.accountId, photoFileId) : null;
  },
  handle: async (ctx, photo) => {
    const open = await rosterOfLink(ctx.h, ctx.input.params.token);
    refuseWhen(refuseClosed(open, ctx.now.day));
    const account = await loadAccount(ctx.h, ctx.actor.accountId);
    if (!hasConsented(account)) refuse('consent-needed');
    const phone = phoneOf(ctx.ports.crypto, account) ?? refuse('phone-not-proven');
    const { values, forfeitsPasses = false } = ctx.input.body;
    const told = toldIn(ctx, open, { ...values, phone });
    return { id: await fillRow(ctx, open, { told, photo, accountId: ctx.actor.accountId, forfeitsPasses }) };
  },
  present: async (ctx, id) => {
    const open = await rosterOfLink(ctx.h, ctx.input.params.token);
    await loadOwnApplication(ctx, id);
    const row = (await findRosterRow(ctx.h, open.roster.id, id)) ?? refuse('not-found');
    return presentFilled(ctx, open, (await memberOf(ctx.h, row)) ?? refuse('not-found'));
  },
});

/** One's own application, while it stands in a roster. */
async function loadEntered(ctx: Asked, id: string) {
  const application = await loadOwnApplication(ctx, id);
  if (!(await findRowOf(ctx.h, id))) refuse('not-found');
  return application;
}

const leave = command(contract.leaveRoster, {
  handle: async (ctx) => {
    const application = await loadEntered(ctx, ctx.input.params.id);
    const row = await findRowOf(ctx.h, application.id);
    await releaseRow(ctx, application);
    if (row) await tellLeft(ctx, row.rosterId, application);
    return { id: application.id };
  },
  present: () => Promise.resolve({ done: true as const }),
});

export const routes: Route[] = [getLinked, listFilled, fill, leave];
