import { expect, it } from 'vitest';
import { noticeVersionRecord } from '../../bff/src/features/notices/notice.record';
import { cameraPicture } from '../builders/photos';
import { failedInOctober } from '../support/failed-in-october';
import { candidateByPhone, staffMember } from '../support/people';
import { openBrowserWorld } from './browser-world';

const mobile = '13800007788';

it('plans and begins a retake, and deals with a breach from the record to the decision, by tapping', async () => {
  const { world, candidateOn, staffOn, goTo } = await openBrowserWorld({ day: '2026-09-10', time: '10:00' });
  // B26 prints no consequences of breaches: it adopts those of S25 (annex 2)
  await world.db.tx(async (h) => {
    const all = await h.repo(noticeVersionRecord).find();
    const contentOf = (noticeId: string) =>
      Object(all.find((one) => one.noticeId === noticeId)?.content) as Record<string, unknown>;
    const { conduct } = contentOf('shqbxh-2025-certification');
    const content = { ...contentOf('bspia-2026-certification'), conduct };
    await h.repo(noticeVersionRecord).update({ noticeId: 'bspia-2026-certification' }, { content });
  });
  const person = await candidateByPhone(world, mobile);
  const { administrator, october, first, publish } = await failedInOctober(world, person, { phone: mobile });
  await staffMember(world, administrator, 'kaowu1', ['exam-officer']);
  await staffMember(world, administrator, 'kaowu2', ['exam-officer']);
  await world.moveTo('2026-10-22', '10:00');
  await publish(october);
  await world.moveTo('2026-11-16', '10:00');

  const candidate = await candidateOn('补考考生', mobile);
  await goTo(candidate, `packages/exam/result/index?id=${first}`);
  await candidate.tap('see-retake');
  await candidate.sees('还要考 操作技能');
  await candidate.sees('还有 1 次补考机会');
  await candidate.sees('2027年的认定月份和收费，机构还没有公布');
  await candidate.look('补考安排');
  await candidate.tap('begin-retake');
  await candidate.sees('补考操作技能');
  await candidate.look('补考报名');
  await goTo(candidate, `packages/exam/retake/index?id=${first}`);
  await candidate.sees('补考已经在办');
  await candidate.tap('see-application');
  await candidate.sees('补考操作技能');

  const officer = await staffOn('考务一', 'kaowu1', `packages/conduct/open/index?application=${first}`);
  await officer.sees('李明：哪一条');
  await officer.page.getByText('抄袭或协助他人抄袭试题答案').click();
  await officer.type('breach-facts', '雷同卷，两份试卷错处相同');
  await officer.look('登记违纪');
  await officer.tap('open-breach');
  await officer.sees('已立案，待告知');
  await officer.pick('add-evidence', { name: '雷同卷.jpg', type: 'image/jpeg', bytes: await cameraPicture() });
  await officer.sees('机构提交');
  await officer.look('违纪证据');
  await officer.tap('notify-breach');
  await officer.sees('已告知，听取申辩');
  await officer.look('违纪待提意见');

  await goTo(candidate, 'packages/exam/breaches/index');
  await candidate.sees('请陈述申辩');
  await candidate.page.locator('[id^=breach-]').first().click();
  await candidate.sees('雷同卷，两份试卷错处相同');
  await candidate.sees('机构提交');
  await candidate.pick('add-evidence', { name: '草稿纸.jpg', type: 'image/jpeg', bytes: await cameraPicture() });
  await candidate.sees('您提交');
  await candidate.tap('remove-evidence-2');
  await candidate.page.getByText('撤回', { exact: true }).last().click();
  await candidate.page.locator('#evidence-2').waitFor({ state: 'detached' });
  await candidate.type('breach-words', '没有抄袭');
  await candidate.look('违纪告知');
  await candidate.tap('send-words');
  await candidate.sees('已陈述');

  await officer.page.reload();
  await officer.sees('没有抄袭');
  await officer.page.getByText('按通知处理', { exact: true }).click();
  await officer.type('breach-reason', '监控和试卷比对');
  await officer.tap('propose-breach');
  await officer.sees('待第二人决定');
  const second = await staffOn('考务二', 'kaowu2', 'packages/conduct/breaches/index?body=bspia');
  await second.sees('待第二人决定');
  await second.look('违纪列表');
  await second.page.locator('[id^=breach-]').first().click();
  await second.tap('confirm-breach');
  await second.sees('已决定并送达');
  await second.look('违纪决定');

  await candidate.page.reload();
  await candidate.sees('2026年12月31日 不能报名');
  await candidate.look('违纪决定给考生');
  expect([...candidate.faults(), ...officer.faults(), ...second.faults()]).toEqual([]);
});
