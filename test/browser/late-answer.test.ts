import { expect, it } from 'vitest';
import { sessionChanges } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { approvedFor } from '../support/apply';
import { openSession } from '../support/open-session';
import { candidateByPhone, firstAdministrator, staffMember } from '../support/people';
import { atDesk } from './at-desk';
import { openBrowserWorld } from './browser-world';

const OWNER = '逾期的选择';
const moved = { examStart: localDate('2026-12-19'), examEnd: localDate('2026-12-19') };

it('an officer notes by phone what somebody says of a moved session after the last day', async () => {
  const opened = await openBrowserWorld({ day: '2026-11-23' });
  const { world } = opened;
  const administrator = await firstAdministrator(world);
  const sessionId = await openSession(administrator);
  const officer = await staffMember(world, administrator, 'kaowu', ['exam-officer']);
  const reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
  const person = await candidateByPhone(world, '13800001111');
  const id = await approvedFor(person, reviewer, sessionId, { phone: '13800001111' });
  const params = { id: sessionId };
  const { revision, move } = await officer.api.ok(sessionChanges.previewSessionChange, { params, query: moved });
  await officer.api.ok(sessionChanges.moveSession, {
    params,
    body: {
      ...moved,
      revision,
      reason: '台风影响，考点停用',
      choiceUntil: localDate('2026-11-25'),
      assumptions: (move?.assumptions ?? []).map(({ path }) => path),
    },
  });
  await world.moveTo('2026-11-27');

  const page = `packages/review/answer/index?id=${id}`;
  const desk = await atDesk(opened, { owner: `${OWNER}-电脑`, name: 'kaowu', page });
  await desk.sees('选择的时间已过');
  await desk.look('还没有选');
  const phone = await opened.staffOn(OWNER, 'kaowu');
  await opened.goTo(phone, 'pages/me/index');
  await phone.tap('large-type');
  await opened.goTo(phone, page);
  await phone.sees('请先选一项');
  await phone.look('大字-还没有选');
  await phone.tapWord('不参加了');
  await phone.sees('请先写怎么得知的');
  await phone.tap('choice-reason-phrase-0');
  await phone.look('大字-选好');
  await phone.tap('note-choice');
  const answered = phone.page.waitForResponse(
    (reply) => reply.url().endsWith('/session-change') && reply.request().method() === 'POST',
  );
  await phone.tapWord('确定退出');
  await answered;
  const told = await officer.api.ok(sessionChanges.getChangeOfCandidate, { params: { id } });
  expect(told).toMatchObject({ open: false, change: { choice: 'leave' } });
  expect(phone.faults()).toEqual([]);
});
