import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Role, accounts, bodies, calendarYears, failedJobs } from '@jikaotong/shared/contract';
import { staffList } from '@jikaotong/shared/lists';
import { type SignedInPerson, bspia, firstAdministrator, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

describe('the operator of the installation', () => {
  let world: World;
  let operator: SignedInPerson;
  let administrator: SignedInPerson;
  const params = { id: bspia.id };
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    operator = await firstAdministrator(world);
    administrator = await staffMember(world, operator, 'guanli', ['administrator']);
  });
  afterAll(() => world.stop());
  const roles = async (): Promise<readonly Role[]> =>
    (await operator.api.ok(accounts.getMe, {})).grants.flatMap((grant) => grant.roles);

  it('sees failed work and adds years of days off; an administrator of a body does neither', async () => {
    const year = { year: 2027, off: [], worked: [], source: '国务院办公厅' };
    for (const { api } of [
      administrator,
      await firstAdministrator(world, 'waidi', { id: 'elsewhere', name: '外地' }),
    ]) {
      expect(await api.refused(failedJobs.listFailedJobs, {})).toMatchObject({ status: 403, code: 'forbidden' });
      expect(await api.refused(calendarYears.addCalendarYear, { body: year })).toMatchObject({ code: 'forbidden' });
    }
    expect(await operator.api.ok(failedJobs.listFailedJobs, {})).toMatchObject({ total: 0 });
  });

  it('is made by nobody over HTTP, and stays one when an administrator changes the other roles', async () => {
    const given = { params, body: { name: 'second', displayName: '二', roles: ['operator'] } };
    // as a client would send it that knows more than ours
    expect(await administrator.api.refused(bodies.inviteStaff, given as never)).toMatchObject({
      code: 'invalid-input',
    });
    const own = { params: { ...params, accountId: operator.accountId } };
    await administrator.api.ok(bodies.updateStaff, { ...own, body: { roles: ['administrator', 'finance'] } });
    expect((await roles()).toSorted()).toEqual(['administrator', 'finance', 'operator']);
  });

  it('cannot be taken over by an administrator', async () => {
    const own = { params: { ...params, accountId: operator.accountId } };
    const { api } = administrator;
    const forbidden = { code: 'forbidden' };
    expect(await api.refused(bodies.reinviteStaff, own)).toMatchObject(forbidden);
    expect(await api.refused(bodies.resetSecondFactor, own)).toMatchObject(forbidden);
    expect(await api.refused(bodies.updateStaff, { ...own, body: { disabled: true } })).toMatchObject(forbidden);
    expect(await api.refused(bodies.removeStaff, own)).toMatchObject(forbidden);
    const { items } = await api.ok(staffList.rows, { params, query: {} });
    expect(items.map(({ name }) => name)).toContain('admin');
  });
});
