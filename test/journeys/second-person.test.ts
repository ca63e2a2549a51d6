import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodies, orders } from '@jikaotong/shared/contract';
import { staffList } from '@jikaotong/shared/lists';
import { approvedFor } from '../support/apply';
import { eventually } from '../support/eventually';
import { casesOf } from '../support/listed-cases';
import { openSession } from '../support/open-session';
import {
  type SignedInPerson,
  bspia,
  candidateByWechat,
  equipBody,
  firstAdministrator,
  staffMember,
} from '../support/people';
import { type World, openWorld } from '../support/world';
import { payAtCashier } from '../support/pay-at-cashier';

describe('where money goes back by two people', () => {
  let world: World;
  let administrator: SignedInPerson;
  let sessionId: string;
  let people = 0;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', env: { STAFF_SECOND_PERSON: 'required' } });
    administrator = await firstAdministrator(world);
    await equipBody(world, administrator);
    sessionId = await openSession(administrator);
  });
  afterAll(() => world.stop());

  /** A case of money that came twice: in WeChat, and at a cashier that was open before. */
  const paidTwice = async (): Promise<string> => {
    people += 1;
    const reviewer = await staffMember(world, administrator, `shenhe${people}`, ['reviewer']);
    const person = await candidateByWechat(world, `o-twice-${people}`);
    const applicationId = await approvedFor(person, reviewer, sessionId, { order: people });
    const { id } = await person.api.ok(orders.getOrder, { params: { id: applicationId } });
    const start = (method: 'jsapi' | 'h5') => person.api.ok(orders.startPayment, { params: { id }, body: { method } });
    const [{ jsapi }, { cashierUrl }] = [await start('jsapi'), await start('h5')];
    await world.owner.requestPayment(jsapi ?? {});
    await payAtCashier(world, cashierUrl);
    const found = async () => (await casesOf(administrator, 'open')).find(({ orderId }) => orderId === id);
    await eventually(async () => (await found()) !== undefined);
    return (await found())?.id ?? '';
  };
  const refund = (who: SignedInPerson, id: string) =>
    who.api.call(orders.resolveCase, { params: { id }, body: { action: 'refund', note: '多收一笔' } });
  const caseNow = (id: string) => administrator.api.ok(orders.getCase, { params: { id } });

  it('a body with one such person names a deputy first', async () => {
    const id = await paidTwice();
    expect(await refund(administrator, id)).toMatchObject({ status: 409, code: 'deputy-needed' });
    expect(await caseNow(id)).toMatchObject({ state: 'open', refund: null, refundAsked: null });
  });

  it('the first one asks, however often, and the second one sends it', async () => {
    const finance = await staffMember(world, administrator, 'caiwu', ['finance']);
    const id = await paidTwice();
    const asked = await refund(finance, id);
    expect(asked).toMatchObject({ code: 'ok', data: { state: 'open', refund: null } });
    expect(await caseNow(id)).toMatchObject({
      state: 'open',
      refundAsked: { byId: finance.accountId, byName: 'caiwu', note: '多收一笔' },
    });
    expect(await refund(finance, id)).toMatchObject({ status: 409, code: 'second-person-needed' });
    expect(await caseNow(id)).toMatchObject({ state: 'open', refund: null });
    expect(await refund(administrator, id)).toMatchObject({ code: 'ok', data: { state: 'resolved' } });
    expect(await caseNow(id)).toMatchObject({ state: 'resolved', refundAsked: null });
    expect((await caseNow(id)).refund).toMatch(/approved|processing|succeeded/);
  });

  it('one person alone never sends it, however many requests come at once', async () => {
    const id = await paidTwice();
    const answers = await Promise.all(Array.from({ length: 8 }, () => refund(administrator, id)));
    expect(answers.filter(({ code }) => code === 'ok')).toHaveLength(1);
    expect(await caseNow(id)).toMatchObject({ state: 'open', refund: null });
  });

  it('a colleague who has left is no second person', async () => {
    const { items } = await administrator.api.ok(staffList.rows, {
      params: { id: bspia.id },
      query: {},
    });
    const finance = items.find(({ name }) => name === 'caiwu');
    const params = { id: bspia.id, accountId: String(finance?.id) };
    await administrator.api.ok(bodies.updateStaff, { params, body: { disabled: true } });
    expect(await refund(administrator, await paidTwice())).toMatchObject({ code: 'deputy-needed' });
  });
});
