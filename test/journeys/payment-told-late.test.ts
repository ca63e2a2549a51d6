import { generateKeyPairSync } from 'node:crypto';
import { bodies, orders } from '@jikaotong/shared/contract';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { approvedFor } from '../support/apply';
import { eventually } from '../support/eventually';
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

describe('a payment that WeChat tells otherwise than usual', () => {
  let world: World;
  let sessionId: string;
  let administrator: SignedInPerson;
  let reviewer: SignedInPerson;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    administrator = await firstAdministrator(world);
    await equipBody(world, administrator);
    sessionId = await openSession(administrator);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
  });
  afterAll(() => world.stop());
  afterEach(() => world.sandbox.resetFaults());

  /** A candidate who has begun to pay. */
  const payer = async (openid: string, place: number) => {
    const person = await candidateByWechat(world, openid);
    const applicationId = await approvedFor(person, reviewer, sessionId, { order: place });
    const orderNow = () => person.api.ok(orders.getOrder, { params: { id: applicationId } });
    const params = { id: (await orderNow()).id };
    const { jsapi } = await person.api.ok(orders.startPayment, { params, body: { method: 'jsapi' } });
    return { orderNow, pay: () => world.owner.requestPayment(jsapi ?? {}) };
  };

  it('is believed by either key while the platform changes its key', async () => {
    const merchant = world.sandbox.secrets.merchants[0];
    if (!merchant) throw new Error('the sandbox has no merchant');
    const { mchid, serial, privateKeyPem, apiV3Key } = merchant;
    const next = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    const keys = {
      mchid,
      serial,
      privateKeyPem,
      apiV3Key,
      platformKeyId: 'PUB_KEY_ID_NEXT',
      platformKeyPem: next.export({ type: 'spki', format: 'pem' }).toString(),
    };
    await administrator.api.ok(bodies.setMerchant, { params: { id: bspia.id }, body: keys });
    const one = await payer('o-changeover', 1);
    await one.pay();
    await eventually(async () => (await one.orderNow()).state === 'settled');
    expect((await one.orderNow()).attempts).toMatchObject([{ state: 'succeeded' }]);
    await equipBody(world, administrator);
  });

  it('is asked about while it can be paid, when it comes late and its notification is lost', async () => {
    const late = await payer('o-late', 2);
    await world.moveTo('2026-11-23', '12:10');
    world.sandbox.faults.notifyDrop = true;
    await late.pay();
    expect((await late.orderNow()).state).toBe('open');
    await world.moveTo('2026-11-23', '13:10');
    expect((await late.orderNow()).state).toBe('settled');
  });
});
