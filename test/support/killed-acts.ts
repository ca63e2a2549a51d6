import { certificates, results, sessionChanges } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { moneyCaseList } from '@jikaotong/shared/lists';
import { type Story, october, reason, september } from './changed-session';
import { openExamination } from './examination';
import { passEverybody } from './issued';
import type { KilledAct } from './killed-server';
import { openSession } from './open-session';
import { bspia, equipBody } from './people';
import type { World } from './world';

/** What a server is killed at, and whether it was done in the end. */
type Act = KilledAct & { isDone(): Promise<boolean> };

/** Marks of three that are checked and wait to be published; then their certificates. The world begins on 2026-11-23. */
export async function readyToPublish(world: World): Promise<{ publish: Act; issue: Act }> {
  const exam = await openExamination(world);
  for (const [order, name] of ['安娜', '薄一', '陈晨'].entries()) await exam.paid(`o-${order}`, { name, order });
  await exam.setRooms(10);
  await world.moveTo('2026-12-07');
  await world.moveTo('2026-12-14');
  await passEverybody(exam);
  await exam.checked();
  await equipBody(world, exam.administrator);
  await world.moveTo('2026-12-18');
  const { api } = exam.publisher;
  const publish = () => api.call(results.publishResults, { params: exam.params, body: {}, key: 'publish-once' });
  const body = { candidates: 3, withoutSeal: true as const };
  const issue = () => api.call(certificates.issueCertificates, { params: exam.params, body, key: 'issue-once' });
  const settle = () => world.runJobs();
  return {
    publish: { act: publish, settle, isDone: async () => (await publish()).code === 'ok' },
    issue: {
      act: issue,
      settle,
      isDone: async () => {
        const { code, data } = await issue();
        return code === 'ok' && Object(data)['issued'] === 3;
      },
    },
  };
}

/** A session that two have paid for online and one by hand and one not yet, to be cancelled; then all of it to be given back. */
export async function readyToCancel(story: Story): Promise<{
  cancel: Act;
  /** Of the cases that `select` chose. */
  refund: Act & { select(): Promise<void> };
  /** The day on which whoever said nothing is paid back. */
  choiceOver: string;
}> {
  const { world, administrator, officer, finance } = story;
  const sessionId = await openSession(administrator, september);
  await openSession(administrator, october);
  await story.paidByWechat(sessionId);
  await story.paidByWechat(sessionId);
  await story.paid(sessionId);
  await story.approved(sessionId);
  const { revision } = await story.preview(sessionId);
  const choiceUntil = localDate('2026-09-12');
  const choiceOver = '2026-09-13';
  const cancel = () =>
    officer.api.call(sessionChanges.cancelSession, {
      params: { id: sessionId },
      body: { revision, reason, choiceUntil },
      key: 'cancel-once',
    });
  const { acting } = moneyCaseList;
  let selectionId = '';
  const params = () => ({ id: bspia.id, selectionId });
  const settle = async () => {
    await world.runJobs();
    await world.moveTo(choiceOver, '12:00');
  };
  return {
    choiceOver,
    cancel: { act: cancel, settle: () => world.runJobs(), isDone: async () => (await cancel()).code === 'ok' },
    refund: {
      select: async () => {
        const body = {
          act: 'refund' as const,
          which: { match: { state: 'open' } },
          needs: { note: '批次取消，全额退费' },
        };
        selectionId = (await finance.api.ok(acting.select, { params: { id: bspia.id }, body })).id;
      },
      act: async (runJobs) => {
        await finance.api.call(acting.start, { params: params(), key: 'refund-once' });
        await runJobs();
      },
      settle,
      isDone: async () => {
        await finance.api.call(acting.start, { params: params(), key: 'refund-once' });
        await settle();
        const { done, refused } = await finance.api.ok(acting.progress, { params: params() });
        return done === 3 && refused === 0;
      },
    },
  };
}
