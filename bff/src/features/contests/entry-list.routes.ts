import { staffEntries } from '@jikaotong/shared/contract';
import { entryList } from '@jikaotong/shared/lists';
import { bodiesOf, query, refuse } from '../../platform/http';
import { type ActOn, findSelection, openNeeds, serveList } from '../../platform/lists';
import { staffActor } from '../accounts';
import { loadContest } from './contest';
import { acceptIf } from './decide-entry';
import { entryGrouped } from './events';
import { doubtsNow, waitsForStaff } from './doubts-now';
import { contestOf, countChosenGroups, entrySource } from './entry-list.repository';
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

/** Puts one of many into a ranking group of the notice, unless they are in another one already; stages refuses once a roster of the competition is frozen. */
const group: ActOn = async (ctx, { id, version }, needs) => {
  const { who, needs: Needs } = entryList.acts.group;
  const { group: code, regroups = false } = Needs.parse(needs);
  const row = (await findStaffEntry(ctx.h, bodiesOf(ctx.actor, who), id)) ?? refuse('not-found');
  if (row.state !== 'entered') refuse('wrong-state', { state: row.state });
  const { rule } = await loadContest(ctx, row.noticeId);
  if (!rule.rankingGroups?.some((one) => one.code === code)) refuse('not-found');
  if (row.entrantGroup === code) return version;
  const isGrouped = rule.rankingGroups.some((one) => one.code === row.entrantGroup);
  if (isGrouped && !regroups) refuse('wrong-state', { state: 'grouped-already' });
  if (row.version !== version || !(await changeEntryIf(ctx.h, row, {}))) refuse('changed-meanwhile');
  await setEntryGroup(ctx.h, id, code);
  ctx.audit('stage-entrant-grouped', { noticeId: row.noticeId, entryId: id }, { group: code });
  await ctx.emit(entryGrouped({ entryId: id, noticeId: row.noticeId }));
  return version + 1;
};

/** Of a frozen choice: who would be put into the group, who is there already, and who is in another one. */
const preview = query(staffEntries.previewGrouping, async (ctx) => {
  const { id, selectionId } = ctx.input.params;
  const bodyId = await entrySource.bodyOf(ctx.h, id);
  const mayLook = bodyId !== null && bodiesOf(ctx.actor, staffEntries.previewGrouping.who).includes(bodyId);
  const wanted = { id: selectionId, list: entryList.name, withinId: id };
  const selection = (mayLook ? await findSelection(ctx.h, wanted) : null) ?? refuse('not-found');
  const { group: code, regroups = false } = entryList.acts.group.needs.parse(openNeeds(ctx.ports.crypto, selection));
  const contest = await contestOf(ctx.h, id);
  const groups = contest?.rule.rankingGroups ?? [];
  const counts = await countChosenGroups(ctx.h, { selectionId, eventId: id });
  const isOther = (group: string | null) => group !== code && groups.some((one) => one.code === group);
  const sum = (fits: (group: string | null) => boolean) =>
    counts.reduce((all, { group, people }) => (fits(group) ? all + people : all), 0);
  const others = sum(isOther);
  return {
    groupName: groups.find((one) => one.code === code)?.name ?? '',
    regroups,
    put: sum((group) => group !== code && !isOther(group)) + (regroups ? others : 0),
    there: sum((group) => group === code),
    others: groups.flatMap((one) => {
      const people = isOther(one.code) ? sum((group) => group === one.code) : 0;
      return people === 0 ? [] : [{ name: one.name, people }];
    }),
  };
});

const served = serveList(entryList, { ...entrySource, acts: { accept, group }, actorNow: staffActor });

export const routes = [...served.routes, preview];
export const { jobs } = served;
