import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applications,
  certificates,
  importedRecords as imported,
  orders,
  results,
  retakes,
  sittings,
} from '@jikaotong/shared/contract';
import { importedList } from '@jikaotong/shared/lists';
import { citizenNumber } from '../builders/citizen-number';
import { actOn } from '../support/act-on';
import { approvedFor } from '../support/apply';
import { failedInOctober } from '../support/failed-in-october';
import { fillRows } from '../support/fill-rows';
import { handInRetake } from '../support/imported-retake';
import { issueCertificates } from '../support/issue-certificates';
import { examinationMarked } from '../support/marking';
import { type SignedInPerson, bspia, candidateByWechat, equipBody, staffMember } from '../support/people';
import { sendSheet, sheetItems } from '../support/send-sheet';
import { type World, openWorld } from '../support/world';

const numberOf = (order: number) => citizenNumber({ birthDate: '1990-05-01', sex: 'male', order });
const BEFORE = {
  证件类型: '居民身份证',
  报考项目: '安全防范系统安装维护员 五级/初级工',
  合格科目: '理论知识',
  考试结束日期: '2026-03-01',
  成绩公布日期: '2026-03-06',
  来源: '2026年春季台账',
};
/** Passed theory before the system: kept through the exam day, only until the day before, practical only, not agreed to yet. */
const EARLIER = [
  { name: '王建国', order: 11, row: {} },
  { name: '钱末日', order: 12, row: { 保留到: '2026-12-12' } },
  { name: '赵前日', order: 13, row: { 保留到: '2026-12-11' } },
  { name: '孙实操', order: 14, row: { 合格科目: '操作技能' } },
] as const;
const UNCONFIRMED = { name: '冯待核', order: 15, row: {} } as const;
const AGAIN = { name: '周再来', order: 16, row: {} } as const;
const ticketOf = (order: number) => `20260300${order}`;

describe('a pass of before the system, up to the certificate', () => {
  let world: World;
  let stage: Awaited<ReturnType<typeof failedInOctober>>;
  let li: SignedInPerson;
  let zhou: SignedInPerson;
  let passed: string;
  let retake: string;
  let charged: string[];
  const anew = new Map<string, { person: SignedInPerson; id: string; number: string }>();
  const one = (name: string) => {
    const found = anew.get(name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const pay = async (person: SignedInPerson, id: string) => {
    const order = await person.api.ok(orders.getOrder, { params: { id } });
    const cash = { method: 'cash' as const, amountFen: order.totalFen, paidOn: world.today() };
    await stage.finance.api.ok(orders.recordReceipt, { params: { id: order.id }, body: cash });
    return order;
  };

  beforeAll(async () => {
    world = await openWorld({ day: '2026-09-10' });
    li = await candidateByWechat(world, 'o-li');
    stage = await failedInOctober(world, li);
    await equipBody(world, stage.administrator);
    const clerk = await staffMember(world, stage.administrator, 'daoru', ['publisher']);
    const other = await staffMember(world, stage.administrator, 'hedui', ['publisher']);
    await world.moveTo('2026-10-22');
    await stage.publish(stage.october);
    const bring = async (people: readonly { name: string; order: number; row: Readonly<Record<string, string>> }[]) => {
      const template = await clerk.api.file(imported.downloadImportTemplate, {
        params: { id: bspia.id, kind: 'pass' },
      });
      const rows = people.map(({ name, order, row }) => ({
        ...BEFORE,
        姓名: name,
        证件号码: numberOf(order),
        准考证号: ticketOf(order),
        ...row,
      }));
      const sent = await sendSheet(world, clerk, {
        endpoints: imported.passesSheet,
        id: bspia.id,
        bytes: await fillRows(template, rows),
      });
      if (sent.applied !== people.length) throw new Error(`${sent.applied} of ${people.length} were taken`);
    };
    await bring([...EARLIER, AGAIN]);
    const choice = { act: 'confirm', which: { match: {} } } as const;
    await actOn(world, other, { list: importedList, id: bspia.id, choice });
    await bring([UNCONFIRMED]);
    await world.moveTo('2026-11-16');

    // who kept a pass here, and those of before, apply for everything anew: B26 gives nothing up for that
    const again = await approvedFor(li, stage.reviewer, stage.december, { name: '李明' });
    await pay(li, again);
    const people = [{ name: '李明', person: li, id: again }];
    for (const { name, order } of [...EARLIER, UNCONFIRMED]) {
      const person = await candidateByWechat(world, `o-${order}`);
      const id = await approvedFor(person, stage.reviewer, stage.december, { name, documentNumber: numberOf(order) });
      await pay(person, id);
      people.push({ name, person, id });
    }
    zhou = await candidateByWechat(world, 'o-zhou');
    const claim = { name: AGAIN.name, documentType: 'resident-id' as const, documentNumber: numberOf(AGAIN.order) };
    const { retakeId } = await zhou.api.ok(imported.claimPasses, {
      body: { ...claim, ticketNumber: ticketOf(AGAIN.order) },
    });
    passed = retakeId;
    const begun = await zhou.api.ok(retakes.beginRetake, {
      params: { id: retakeId },
      body: { sessionId: stage.december, offeringCode: 'installer-5' },
    });
    retake = begun.id;
    const { version } = await handInRetake(zhou, retake);
    await stage.reviewer.api.ok(applications.approveApplication, { params: { id: retake }, body: { version } });
    await world.moveTo('2026-12-01');
    charged = (await pay(zhou, retake)).lines.map(({ item }) => item);
    await world.moveTo('2026-12-12', '20:00');
    for (const { name, person, id } of people) {
      const { number } = await person.api.ok(sittings.getTicket, { params: { id } });
      anew.set(name, { person, id, number });
    }
  });
  afterAll(() => world.stop());

  it('exempts only who keeps it through the exam, and stops the whole sheet at every other cell', async () => {
    const exempt = Object.fromEntries([...anew.values()].map(({ number }) => [number, { 理论知识: '免考' }]));
    const sent = await examinationMarked(world, stage.marker, stage.december, exempt);
    expect(sent).toMatchObject({ state: 'refused', applied: 0 });
    const sheet = { endpoints: results.scoreSheet, id: stage.december, importId: sent.id };
    const problems = await sheetItems(stage.marker, sheet);
    expect(problems.map(({ code }) => code)).toEqual(problems.map(() => 'no-kept-pass'));
    expect(problems.map(({ cell }) => cell).every((cell) => /^D\d+$/.test(cell ?? ''))).toBe(true);
    expect(problems).toHaveLength(3);
    for (const name of ['赵前日', '孙实操', '冯待核']) {
      const keyed = await stage.marker.api.refused(results.keyMark, {
        params: { id: stage.december },
        body: { ticketNumber: one(name).number, subject: 'theory', mark: '免考', version: 0 },
      });
      expect([name, keyed.code, keyed.data]).toEqual([name, 'mark-refused', { code: 'no-kept-pass', value: '' }]);
    }
  });

  it('passes who is exempt and passes the rest, and whoever takes only the rest again', async () => {
    const { number } = await zhou.api.ok(sittings.getTicket, { params: { id: retake } });
    const exempt = ['李明', '王建国', '钱末日'].map((name) => [one(name).number, { 理论知识: '免考', 操作技能: 77 }]);
    const sat = ['赵前日', '孙实操', '冯待核'].map((name) => [one(name).number, { 理论知识: 59, 操作技能: 80 }]);
    const marks = Object.fromEntries([...exempt, ...sat, [number, { 操作技能: 66 }]]);
    expect(await examinationMarked(world, stage.marker, stage.december, marks)).toMatchObject({
      state: 'done',
      applied: 13,
    });
    await world.moveTo('2026-12-18');
    await stage.publish(stage.december);
    const resultOf = (person: SignedInPerson, id: string) => person.api.ok(results.getResult, { params: { id } });
    const kept = { subject: 'theory', points: null, passed: true };
    for (const name of ['李明', '王建国', '钱末日']) {
      const { person, id } = one(name);
      expect(await resultOf(person, id)).toMatchObject({
        outcome: 'passed',
        subjects: [kept, { subject: 'skill', points: '77', passed: true }],
      });
    }
    expect(charged).toEqual(['skill', 'material']);
    expect(await resultOf(zhou, retake)).toMatchObject({
      outcome: 'passed',
      subjects: [kept, { subject: 'skill', points: '66', passed: true }],
    });
    expect((await resultOf(one('赵前日').person, one('赵前日').id)).outcome).toBe('failed');
  });

  it('ends in the certificate, and the pass of before is used', async () => {
    await world.moveTo('2026-12-30');
    expect(await issueCertificates(stage.publisher.api, stage.december)).toMatchObject({ issued: 4 });
    const certified = [zhou, ...['李明', '王建国', '钱末日'].map((name) => one(name).person)];
    const ids = [retake, ...['李明', '王建国', '钱末日'].map((name) => one(name).id)];
    const names = await Promise.all(
      certified.map(
        async (person, at) =>
          (await person.api.ok(certificates.getCertificate, { params: { id: ids[at] ?? '' } })).name,
      ),
    );
    expect(names).toEqual(['周再来', '李明', '王建国', '钱末日']);
    expect(await zhou.api.ok(retakes.getRetake, { params: { id: passed } })).toMatchObject({
      no: 'retake-not-needed',
      chances: { used: 1, left: 0 },
    });
  });
});
