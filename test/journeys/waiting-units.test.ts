import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages, units } from '@jikaotong/shared/contract';
import { colleagueOf } from '../support/counter';
import { type SignedInPerson, candidateByPhone, firstAdministrator, staffMember } from '../support/people';
import { registered, unitCode } from '../support/units';
import { type World, openWorld } from '../support/world';

const cecc = { id: 'cecc', name: '中国电子商会' } as const;

describe('units that wait for staff', () => {
  let world: World;
  let reviewer: SignedInPerson;
  let agent: SignedInPerson;
  const waiting = async () => reviewer.api.ok(units.listWaitingUnits, {});
  const names = async () => (await waiting()).items.map(({ name, dueOn, overdue }) => ({ name, dueOn, overdue }));
  const told = async () =>
    (await agent.api.ok(messages.listMessages, { query: { limit: 50 } })).items.map(({ code, data }) => ({
      code,
      data,
    }));
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    reviewer = await staffMember(world, await firstAdministrator(world), 'shenhe', ['reviewer']);
    agent = await candidateByPhone(world, '13900000001');
  });
  afterAll(() => world.stop());

  it('are a duty with a day, what is overdue first, of one’s own body alone', async () => {
    expect(await waiting()).toEqual({ total: 0, items: [] });
    await registered(agent, { name: '北京甲公司', code: unitCode(1) });
    await world.moveTo('2026-11-25');
    await registered(agent, { name: '北京乙公司', code: unitCode(2) });
    expect(await names()).toEqual([
      { name: '北京甲公司', dueOn: '2026-11-26', overdue: false },
      { name: '北京乙公司', dueOn: '2026-11-28', overdue: false },
    ]);
    await world.moveTo('2026-11-27');
    expect((await names())[0]).toMatchObject({ name: '北京甲公司', overdue: true });
    const elsewhere = await firstAdministrator(world, 'cecc-admin', cecc);
    const other = await colleagueOf(world, elsewhere, cecc.id, 'cecc-shenhe', ['reviewer']);
    expect((await other.api.ok(units.listWaitingUnits, {})).total).toBe(0);
  });

  it('and tell their agents what was decided and why, by field', async () => {
    const [first, second] = (await waiting()).items;
    const seen = (id: string) => reviewer.api.ok(units.getStaffUnit, { params: { id } });
    const params = { id: first?.id ?? '' };
    const remarks = [
      { field: 'name' as const, text: '与营业执照不一致' },
      { field: 'proof' as const, text: '看不清' },
    ];
    await reviewer.api.ok(units.returnUnit, { params, body: { version: (await seen(params.id)).version, remarks } });
    expect((await told())[0]).toEqual({
      code: 'unit-decided',
      data: {
        unitName: '北京甲公司',
        unitId: params.id,
        decision: 'returned',
        reason: '单位名称：与营业执照不一致；证明材料：看不清',
      },
    });
    expect((await waiting()).total).toBe(1);
    // what is handed in again waits from that day on
    const { version } = await agent.api.ok(units.getUnit, { params });
    await agent.api.ok(units.changeUnit, { params, ifMatch: version, body: { name: '北京甲安防公司' } });
    expect(await names()).toMatchObject([{ name: '北京乙公司' }, { name: '北京甲安防公司', dueOn: '2026-11-30' }]);
    const body = { version: (await seen(params.id)).version };
    await reviewer.api.ok(units.approveUnit, { params, body });
    const out = { params: { id: second?.id ?? '' }, body: { version: 1, reason: '不是本市单位' } };
    await reviewer.api.ok(units.rejectUnit, {
      ...out,
      body: { ...out.body, version: (await seen(out.params.id)).version },
    });
    expect((await told()).slice(0, 2).map(({ data }) => data)).toMatchObject([
      { decision: 'rejected', reason: '不是本市单位' },
      { decision: 'approved', reason: null },
    ]);
    expect(await waiting()).toEqual({ total: 0, items: [] });
  });
});
