import { sessionChanges as contract } from '@jikaotong/shared/contract';
import { bodiesOf, command, query, refuse, refuseWhen } from '../../platform/http';
import { type MovedDays, PLANNERS, findSessionIn, judgeChangeable, planMove } from '../sessions';
import { answerChange } from './answer-change';
import { reachOf } from './change.repository';
import { presentChange } from './change.presenter';
import { loadOwn, presentOwn } from './own';

const preview = query(contract.previewSessionChange, async (c) => {
  const session = (await findSessionIn(c.h, bodiesOf(c.actor, PLANNERS), c.input.params.id)) ?? refuse('not-found');
  refuseWhen(judgeChangeable(session));
  const { examStart, examEnd, ...others } = c.input.query;
  const days: MovedDays | null =
    examStart === undefined ? null : { examStart, examEnd: examEnd ?? examStart, ...others };
  const planned = days && (await planMove(c.h, session, days, c.now.day));
  return {
    revision: session.revision,
    reach: await reachOf(c.h, session.id),
    before: [...session.windows],
    move: planned && {
      windows: [...planned.windows],
      warnings: planned.warnings.map(({ code, data }) => ({ code, data: { ...data } })),
      assumptions: planned.assumptions.map(({ path, reason }) => ({ path, reason })),
      papers: planned.papers.map(({ offeringCode, subject, day, startsAt, endsAt, siteName }) => {
        return { offeringCode, subject, day, startsAt, endsAt, siteName };
      }),
    },
  };
});

const get = query(contract.getSessionChange, async (c) => presentChange(c, await loadOwn(c, c.input.params.id)));

const answer = command(contract.answerSessionChange, {
  handle: async (c) => {
    const row = await loadOwn(c, c.input.params.id);
    await answerChange(c, row, c.input.body);
    return { id: row.id };
  },
  present: presentOwn,
});

export const routes = [preview, get, answer];
