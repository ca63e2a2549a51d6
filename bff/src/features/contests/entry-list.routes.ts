import { entryList } from '@jikaotong/shared/lists';
import { bodiesOf, refuse } from '../../platform/http';
import { type ActOn, serveList } from '../../platform/lists';
import { staffActor } from '../accounts';
import { loadContest } from './contest';
import { acceptIf } from './decide-entry';
import { entryGrouped } from './events';
import { doubtsNow, waitsForStaff } from './doubts-now';
import { entrySource } from './entry-list.repository';
import { changeEntryIf, findStaffEntry, setEntryGroup } from './entry.repository';

/** Accepts one of many of which only the declared group waits, and tells the entrant; any other stays to be looked at. */
const accept: ActOn = async (ctx, { id, version }) => {
  const roles = entryList.acts.accept.who;
  const row = (await findStaffEntry(ctx.h, bodiesOf(ctx.actor, roles), id)) ?? refuse('not-found');
  if (!waitsForStaff(row)) refuse('wrong-state', { state: row.state === 'entered' ? 'decided' : row.state });
  const doubts = await doubtsNow(ctx, row);
  if (doubts.length > 0) refuse('look-first', { doubts });
  const { notice } = await loadContest(ctx, row.noticeId);
  const by = { version, byAccountId: ctx.actor.accountId, title: notice.title.value };
  if (!(await acceptIf(ctx, row, by))) refuse('changed-meanwhile');
  return version + 1;
};

/** Puts one of many into a ranking group of the notice; stages refuses once a roster of the competition is frozen. */
const group: ActOn = async (ctx, { id, version }, needs) => {
  const { who, needs: Needs } = entryList.acts.group;
  const { group: code } = Needs.parse(needs);
  const row = (await findStaffEntry(ctx.h, bodiesOf(ctx.actor, who), id)) ?? refuse('not-found');
  if (row.state !== 'entered') refuse('wrong-state', { state: row.state });
  const { rule } = await loadContest(ctx, row.noticeId);
  if (!rule.rankingGroups?.some((one) => one.code === code)) refuse('not-found');
  if (row.version !== version || !(await changeEntryIf(ctx.h, row, {}))) refuse('changed-meanwhile');
  await setEntryGroup(ctx.h, id, code);
  ctx.audit('stage-entrant-grouped', { noticeId: row.noticeId, entryId: id }, { group: code });
  await ctx.emit(entryGrouped({ entryId: id, noticeId: row.noticeId }));
  return version + 1;
};

export const { routes, jobs } = serveList(entryList, { ...entrySource, acts: { accept, group }, actorNow: staffActor });
