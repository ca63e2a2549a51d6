import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts, bodies } from '@jikaotong/shared/contract';
import { staffList } from '@jikaotong/shared/lists';
import {
  bspia,
  candidateByPhone,
  candidateByWechat,
  equipBody,
  firstAdministrator,
  staffMember,
} from '../support/people';
import { type World, openWorld } from '../support/world';

describe('who comes in', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
  });
  afterAll(() => world.stop());

  it('one person in WeChat is one account, however often they sign in', async () => {
    const first = await candidateByWechat(world, 'o-wang');
    const again = await candidateByWechat(world, 'o-wang');
    expect(again.accountId).toBe(first.accountId);
    expect((await candidateByWechat(world, 'o-li')).accountId).not.toBe(first.accountId);
  });

  it('a phone and the code that the SMS brought, once', async () => {
    const person = await candidateByPhone(world, '13800000001');
    expect(await person.api.ok(accounts.getMe, {})).toMatchObject({ kind: 'candidate', phoneMasked: '138****0001' });
    const body = { phone: '13800000001', code: await world.owner.smsCode('13800000001'), keep: 'body' as const };
    expect(await world.stranger.refused(accounts.signInWithPhone, { body })).toMatchObject({ code: 'code-expired' });
  });

  it('the first administrator invites colleagues, who see only what their roles allow', async () => {
    const administrator = await firstAdministrator(world);
    await equipBody(world, administrator);
    const reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    const params = { id: bspia.id };
    const { items } = await administrator.api.ok(staffList.rows, { params, query: {} });
    expect(items.map(({ name, state }) => [name, state])).toEqual([
      ['admin', 'active'],
      ['shenhe', 'active'],
    ]);
    expect(await reviewer.api.refused(bodies.getStaffBody, { params })).toMatchObject({
      code: 'forbidden',
      status: 403,
    });
    expect(await world.stranger.refused(accounts.getMe, {})).toMatchObject({ code: 'not-signed-in', status: 401 });
  });
});
