import { type TellNeeds, applications, messages, tellings } from '@jikaotong/shared/contract';
import { applicantList, toldList } from '@jikaotong/shared/lists';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handedIn } from '../support/apply';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { candidateByPhone, candidateByWechat } from '../support/people';
import { type World, openWorld } from '../support/world';

const PHONE = '13700000042';

// Staff choose people from the list of all, see what will go out to how many, and send; everybody is told once, in words
// that are true of them, and staff see how it came to each.
describe('telling those whom staff chose', () => {
  let world: World;
  let exam: Examination;
  let owing: Candidate;
  let other: Candidate;
  let returned: Candidate;

  const select = (needs: TellNeeds, which: { ids: string[] } | { match: Record<string, string> }) =>
    exam.officer.api.ok(applicantList.acting.select, { params: exam.params, body: { act: 'tell', which, needs } });
  const preview = (selectionId: string) =>
    exam.officer.api.ok(tellings.previewTelling, { params: { ...exam.params, selectionId } });
  const send = async (selectionId: string) => {
    const params = { ...exam.params, selectionId };
    await exam.officer.api.ok(applicantList.acting.start, { params });
    await world.runJobs();
    return exam.officer.api.ok(applicantList.acting.progress, { params });
  };
  const refused = async (selectionId: string) => {
    const params = { ...exam.params, selectionId };
    const { items } = await exam.officer.api.ok(applicantList.acting.results, { params, query: { state: 'refused' } });
    return items.map(({ row, code }) => [row?.name, code]).toSorted();
  };
  const codesOf = async (one: Candidate) => (await exam.toldTo(one)).map(({ code }) => code);
  const delivered = async () => {
    const { items } = await exam.officer.api.ok(toldList.rows, { params: exam.params, query: {} });
    return Object.fromEntries(items.map(({ name, template, delivery }) => [`${name} ${template}`, delivery]));
  };
  const smsTo = async (phone: string): Promise<string[]> => {
    const box: { text: string; template: string }[] = await (
      await fetch(`${world.sandbox.url}/sandbox/sms?phone=${phone}`)
    ).json();
    return box.filter(({ template }) => template !== 'SMS_900000001').map(({ text }) => text);
  };

  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-15' });
    exam = await openExamination(world);
    await world.moveTo('2026-11-16', '10:00');
    owing = await exam.approved('o-owing', { name: '欠费', order: 1 });
    other = await exam.approved('o-other', { name: '也欠费', order: 2 });
    const person = await candidateByPhone(world, PHONE);
    const who = { name: '退回', order: 3 };
    const { id, version } = await handedIn(person, exam.params.id, who);
    const remarks = [{ field: 'photo' as const, text: '照片不清楚' }];
    await exam.reviewer.api.ok(applications.returnApplication, { params: { id }, body: { version, remarks } });
    returned = { person, id, who };
    await handedIn(await candidateByWechat(world, 'o-waits'), exam.params.id, { name: '待审', order: 4 });
  });
  afterAll(() => world.stop());

  it('shows before anything is sent how many get it, who does not, and how it reads for one of them', async () => {
    const { id, total } = await select({ template: 'pay' }, { match: {} });
    expect(total).toBe(4);
    expect(await preview(id)).toMatchObject({
      total: 4,
      fits: 2,
      unfit: 2,
      told: 0,
      unreachable: 0,
      bySmsOnly: 0,
      sample: {
        name: expect.stringMatching(/欠费/),
        title: '缴费提醒',
        text: '您还没有缴费，缴费到2026年12月4日截止，过期没有缴费，这次报名失效。',
      },
    });
    expect(await codesOf(owing)).not.toContain('payment-reminder');
  });

  it('tells those of whom it is true, and says of each of the others why not', async () => {
    const { id } = await select({ template: 'pay' }, { match: {} });
    expect(await send(id)).toMatchObject({ state: 'done', done: 2, refused: 2 });
    expect(await refused(id)).toEqual(
      [
        ['待审', 'message-unfit'],
        ['退回', 'message-unfit'],
      ].toSorted(),
    );
    expect((await codesOf(owing)).filter((code) => code === 'payment-reminder')).toHaveLength(1);
    expect(await delivered()).toMatchObject({ '欠费 pay': 'sms', '也欠费 pay': 'sms' });
  });

  it('tells nobody the same twice a day, and again the next day', async () => {
    const again = await select({ template: 'pay' }, { ids: [owing.id, other.id] });
    expect(await preview(again.id)).toMatchObject({ fits: 0, told: 2, sample: null });
    expect(await send(again.id)).toMatchObject({ done: 0, refused: 2 });
    expect((await refused(again.id)).map(([, code]) => code)).toEqual(['told-already', 'told-already']);
    expect((await codesOf(owing)).filter((code) => code === 'payment-reminder')).toHaveLength(1);
    await world.moveTo('2026-11-17', '10:00');
    expect(await send((await select({ template: 'pay' }, { ids: [owing.id] })).id)).toMatchObject({ done: 1 });
    expect((await codesOf(owing)).filter((code) => code === 'payment-reminder')).toHaveLength(2);
    // one day to pay by is one matter, and costs one SMS
    const { items } = await exam.officer.api.ok(toldList.rows, { params: exam.params, query: {} });
    expect(items[0]).toMatchObject({ name: '欠费', delivery: 'in-app' });
  });

  it('goes on by SMS by the rules that stand, in words without anybody’s name, and shows when it is read', async () => {
    const { id } = await select({ template: 'mend' }, { match: { silence: 'returned' } });
    expect(await preview(id)).toMatchObject({ total: 1, fits: 1 });
    expect(await send(id)).toMatchObject({ done: 1, refused: 0 });
    await world.runJobs();
    expect(await smsTo(PHONE)).toContain(
      '您的职业技能等级认定报名退回后还没有重新提交，2026年12月4日截止，请登录技考通修改后提交。',
    );
    expect(await delivered()).toMatchObject({ '退回 mend': 'sms' });
    const { items } = await returned.person.api.ok(messages.listMessages, { query: {} });
    expect(items[0]).toMatchObject({ code: 'mend-reminder', applicationId: returned.id });
    await returned.person.api.ok(messages.readMessages, { body: { upTo: items[0]?.id ?? '' } });
    expect(await delivered()).toMatchObject({ '退回 mend': 'read' });
  });

  it('asks anybody to call, about one of a closed list and nothing else', async () => {
    const asked = { template: 'contact' as const, about: 'photo' as const };
    expect(await send((await select(asked, { ids: [returned.id] })).id)).toMatchObject({ done: 1 });
    expect((await exam.toldTo(returned))[0]).toMatchObject({ code: 'contact-asked', data: { about: 'photo' } });
    const body = { act: 'tell', which: { ids: [returned.id] }, needs: { template: 'contact', about: '张三的照片' } };
    expect(
      await exam.officer.api.refused(applicantList.acting.select, { params: exam.params, body: body as never }),
    ).toMatchObject({ code: 'invalid-input' });
  });

  it('tells in words of one’s own, in the app alone, sealed, once a day and without a link', async () => {
    const own = { template: 'own' as const, text: '  王老师提醒：请带好　黑色签字笔。\r\n八点到。 ' };
    const { id } = await select(own, { ids: [returned.id, owing.id] });
    const text = '王老师提醒：请带好 黑色签字笔。\n八点到。';
    expect(await preview(id)).toMatchObject({ fits: 2, sample: { title: '工作人员的通知', text } });
    expect(await send(id)).toMatchObject({ done: 2, refused: 0 });
    await world.runJobs();
    expect((await exam.toldTo(returned))[0]).toMatchObject({ code: 'staff-note', data: { text } });
    expect(await smsTo(PHONE)).toContain('您的职业技能等级认定报名有一条通知，请登录技考通打开查看。');
    expect(await delivered()).toMatchObject({ '退回 own': 'sms' });
    const kept = await world.db.read((h) => h.query("SELECT data FROM message WHERE code = 'staff-note'"));
    const chosen = await world.db.read((h) => h.query('SELECT needs FROM selection'));
    expect(kept).toHaveLength(2);
    expect(JSON.stringify([kept, chosen])).not.toContain('黑色签字笔');
    const again = await select({ template: 'own', text: '另一段话，今天的第二条' }, { ids: [returned.id] });
    expect(await send(again.id)).toMatchObject({ done: 0, refused: 1 });
    for (const words of [
      '请打开 https://a.cn/x',
      '请打开 www．example．com',
      '加群 abc.top 看',
      '四个字啊',
      '长'.repeat(201),
    ]) {
      const needs = { template: 'own' as const, text: words };
      const body = { act: 'tell' as const, which: { ids: [returned.id] }, needs };
      expect(await exam.officer.api.refused(applicantList.acting.select, { params: exam.params, body })).toMatchObject({
        code: 'invalid-input',
      });
    }
  });

  it('is for staff who see the list, and kept in the audit', async () => {
    const body = { act: 'tell' as const, which: { ids: [returned.id] }, needs: { template: 'mend' as const } };
    for (const one of [exam.stranger, exam.publisher])
      expect(await one.api.refused(applicantList.acting.select, { params: exam.params, body })).toMatchObject({
        status: 403,
      });
    const [row] = await world.db.read((h) =>
      h.query<{ n: number }>("SELECT COUNT(*) AS n FROM audit_event WHERE code = 'candidate-told'"),
    );
    expect(Number(row?.n)).toBe(7);
  });
});
