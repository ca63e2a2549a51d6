import { contestFilings, contests } from '@jikaotong/shared/contract';
import { findFile } from '../../platform/files';
import { action, bodiesOf, query, refuse } from '../../platform/http';
import { listNoticeRows } from '../notices';
import { loadContest, loadStaffContest } from './contest';
import { filingDutiesOf, stageFilingOf } from './filing.presenter';
import { findContestStage, putFiling } from './stage.repository';

const file = action(contests.fileStagePapers, {
  handle: async (ctx) => {
    const contest = await loadStaffContest(ctx, ctx.input.params.id, contests.fileStagePapers.who);
    const { stage } = ctx.input.params;
    const { on, receipt, fileId = null } = ctx.input.body;
    const { rule, notice } = contest;
    if (!rule.papersFiledWith || !rule.stages.some(({ code }) => code === stage))
      refuse('wrong-state', { state: 'no-filing' });
    if (on > ctx.now.day) refuse('wrong-state', { state: 'filed-later' });
    const sent = fileId === null ? null : await findFile(ctx.h, fileId);
    if (fileId !== null && (sent?.ownerAccountId !== ctx.actor.accountId || sent.purpose !== 'document'))
      refuse('file-refused', { fileId, reason: 'not-yours' });
    const filed = { filedOn: on, filedReceipt: receipt, filedFileId: fileId };
    const by = { filedBy: ctx.actor.accountId, filedAt: ctx.now.ms };
    await putFiling(ctx.h, { noticeId: notice.id, stage }, { ...filed, ...by });
    ctx.audit('stage-papers-filed', { noticeId: notice.id }, { stage, on });
    return { done: true as const };
  },
});

const duties = query(contestFilings.listFilingDuties, async (ctx) => {
  const bodies = bodiesOf(ctx.actor, contestFilings.listFilingDuties.who);
  const items = [];
  for (const { id, kind, bodyId } of await listNoticeRows(ctx.h))
    if (kind === 'competition' && bodies.includes(bodyId))
      items.push(...(await filingDutiesOf(ctx, await loadContest(ctx, id))));
  return { items: items.toSorted((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? '')) };
});

const ofStage = query(contestFilings.getStageFiling, async (ctx) => {
  const stage = (await findContestStage(ctx.h, ctx.input.params.id)) ?? refuse('not-found');
  const contest = await loadStaffContest(ctx, stage.noticeId, contestFilings.getStageFiling.who);
  return { filing: await stageFilingOf(ctx, contest, stage) };
});

export const routes = [file, duties, ofStage];
