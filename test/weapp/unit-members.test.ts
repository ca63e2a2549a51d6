import { afterAll, beforeAll, expect, it } from 'vitest';
import { rosterMembers, rosterRows, rosters } from '@jikaotong/shared/contract';
import { ownFile, portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { candidateByPhone } from '../support/people';
import { numberOf, rowsIn } from '../support/rosters';
import { type TrainingBody, openTrainingBody, phoneOfLine, valuesOfLine } from '../support/training-body';
import { tokenIn } from '../support/units';
import { phoneOf } from './phone-of';

const MANY = 12;

let body: TrainingBody;
beforeAll(async () => {
  body = await openTrainingBody();
});
afterAll(() => body.world.stop());

it('twelve people fill in by the code of their unit, which takes them in, mends two and hands all of them in', async () => {
  const { world, agent, roster } = body;
  const params = { id: roster.id };
  const { link } = await agent.api.ok(rosterMembers.openRosterLink, { params });
  const address = `https://jikaotong.example${link?.path ?? ''}`;
  const said = valuesOfLine(0);
  const { columns } = await agent.api.ok(rosters.getRoster, { params });
  const [condition] = columns.find(({ key }) => key === 'route')?.words ?? [];

  // the first of them on a phone, in the built package
  const phone = await phoneOf(
    world,
    { openid: 'o-first', phone: phoneOfLine(0) },
    {
      path: 'packages/contest/scan/index',
      query: { q: encodeURIComponent(address), scancode_time: '1723424400' },
      scene: 1011,
    },
  );
  const bytes = await portrait({ width: 1500, height: 2000, bytes: 600_000 });
  phone.person.picksFile = () => Promise.resolve({ bytes, name: 'portrait.jpg' });
  await phone.see('某培训学校集体报名');
  await phone.tap('登录');
  await phone.tap('微信一键登录');
  await phone.tap('先绑定手机号');
  await phone.tap('使用微信绑定的手机号');
  await phone.see('单位已经填了您的信息吗？');
  await phone.tap('单位没有填，我自己填');
  await phone.type('姓名', said['name'] ?? '');
  await phone.type('证件号码', numberOf(0));
  await phone.tap('下一步');
  await phone.tap(condition?.text ?? '');
  await phone.tap('下一步');
  await phone.type('从事的职业（选填）', said['jobOccupation'] ?? '');
  await phone.pick('从哪天起（选填）', '2015-03-01');
  await phone.tap('下一步');
  await phone.tap('下一步');
  await phone.tap('从相册选择');
  await phone.see('照片底色符合要求');
  await phone.tap('以上信息是我本人的，真实准确');
  await phone.tap('我知道由单位替我报名，报名条件和费用以通知为准');
  await phone.tap('我同意把以上信息和照片交给某培训学校，只用于这次集体报名');
  await phone.tap('交给单位');
  await phone.tap('我已阅读并同意处理上述个人信息');
  await phone.tap('我单独同意处理敏感个人信息');
  await phone.tap('同意并继续');
  await phone.see('已填好，等单位收进名单');
  expect(phone.verdict()).toEqual([]);

  // the others by the same calls
  const token = tokenIn(link?.path ?? null);
  const people = [];
  for (let nth = 1; nth < MANY; nth += 1) {
    const person = await candidateByPhone(world, phoneOfLine(nth));
    const photoFileId = await uploaded(person, 'photo', ownFile(await portrait(), `weapp-${nth}`));
    const filled = { values: valuesOfLine(nth), photoFileId, truthful: true, noticeRead: true, shares: true } as const;
    await person.api.ok(rosterMembers.fillRosterRow, { params: { token }, body: filled });
    people.push(person);
  }
  const admitted = await agent.api.ok(rosterMembers.admitRosterRows, { params, body: { rowIds: null } });
  expect(admitted.counts).toMatchObject({ total: MANY, waiting: 0, submittable: MANY });

  // two are mended, and confirm anew
  const rows = await rowsIn(agent, roster.id);
  for (const nth of [1, 2]) {
    const row = await agent.api.ok(rosterRows.getRosterRow, { params: { ...params, rowId: rows[nth]?.id ?? '' } });
    const values = { ...row.values, employer: '某分校' };
    await agent.api.ok(rosterRows.changeRosterRow, {
      params: { ...params, rowId: row.id },
      ifMatch: row.version,
      body: { values },
    });
  }
  expect((await agent.api.ok(rosters.getRoster, { params })).counts).toMatchObject({
    submittable: MANY - 2,
    unconfirmed: 2,
  });
  for (const nth of [1, 2]) {
    const id = rows[nth]?.id ?? '';
    const person = people[nth - 1];
    const own = await person?.api.ok(rosterRows.getOwnRosterRow, { params: { id } });
    const words = { version: own?.version ?? 0, truthful: true as const, noticeRead: true as const };
    await person?.api.ok(rosterRows.confirmOwnRosterRow, { params: { id }, body: words });
  }
  await agent.api.ok(rosters.submitRoster, { params, body: { firstReviewed: false } });
  await world.runJobs();
  expect((await agent.api.ok(rosters.getRoster, { params })).counts.state).toEqual({ submitted: MANY });
});
