import { entryList } from '@jikaotong/shared/lists';
import { bodiesOf, refuse } from '../../platform/http';
import { type ActOn, serveList } from '../../platform/lists';
import { staffActor } from '../accounts';
import { loadContest } from './contest';
import { acceptIf } from './decide-entry';
import { doubtsNow, waitsForStaff } from './doubts-now';
import { entrySource } from './entry-list.repository';
import { findStaffEntry } from './entry.repository';

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

export const { routes, jobs } = serveList(entryList, { ...entrySource, acts: { accept }, actorNow: staffActor });
