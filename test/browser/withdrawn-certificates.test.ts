import { expect, it } from 'vitest';
import { certificates } from '@jikaotong/shared/contract';
import { certificateList } from '@jikaotong/shared/lists';
import { actOn } from '../support/act-on';
import { issuedSession } from '../support/issued';
import { atDesk } from './at-desk';
import { openBrowserWorld } from './browser-world';
import { whileJobsRun } from './while-jobs-run';

const OWNER = '官网撤下';

it('a clerk is told which void certificates the official register still shows, and notes that they are gone', async () => {
  const opened = await openBrowserWorld({ day: '2026-11-23' });
  const { world, staffOn, goTo } = opened;
  const { exam, rows } = await issuedSession(world);
  const choice = { act: 'register', which: { match: {} } } as const;
  await actOn(world, exam.publisher, { list: certificateList, id: exam.params.id, choice });
  const [gone, old] = await rows();
  if (!gone || !old) throw new Error('nobody has a certificate');
  const params = ({ id }: typeof gone) => ({ params: { id } });
  await exam.publisher.api.ok(certificates.voidCertificate, { ...params(gone), body: { reason: '工作证明系伪造' } });
  await exam.publisher.api.ok(certificates.replaceCertificate, { ...params(old), body: { reason: '姓名已更正' } });

  const clerk = await staffOn(OWNER, 'fabu');
  await goTo(clerk, 'pages/me/index');
  await clerk.tap('large-type');
  await goTo(clerk, 'packages/staff/home/index');
  await clerk.tap('board-withdraw-certificates-');
  await clerk.sees('官网待撤下');
  await clerk.look('大字-待撤下');
  await clerk.tap(`certificate-${gone.number}`);
  await clerk.sees('工作证明系伪造');
  await clerk.look('大字-作废的证书');

  const page = `packages/staff/certificates/index?session=${exam.params.id}`;
  const desk = await atDesk(opened, { owner: `${OWNER}-电脑`, name: 'fabu', page });
  await desk.sees('待撤下');
  await desk.look('台账');
  await desk.click(`certificate-${old.number}`);
  await desk.sees('换发的新证书');
  await desk.look('换发以后的旧证书');

  await goTo(clerk, 'packages/staff/home/index');
  await clerk.tap('board-withdraw-certificates-');
  await clerk.sees('官网待撤下');
  await clerk.tap('choose-start');
  await clerk.tap('choose-all');
  await clerk.tap('act-unregister');
  await clerk.look('大字-官网已撤下');
  await clerk.tap('act-go');
  await whileJobsRun(clerk.page, world, () => clerk.page.locator('#act-done').waitFor());
  await clerk.look('大字-撤下以后');
  await clerk.tap('act-done');
  expect((await rows()).filter(({ register }) => register === 'to-withdraw')).toEqual([]);
  expect(clerk.faults()).toEqual([]);
});
