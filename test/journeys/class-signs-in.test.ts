import { accounts } from '@jikaotong/shared/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type World, openWorld } from '../support/world';

const CLASS = 60;
const everybody = Array.from({ length: CLASS }, (_, seat) => seat);

/** With the limits that a real server has; all of the class come by the one address of their school. */
describe('a class of 60 behind one address', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', limits: 'real' });
  });
  afterAll(() => world.stop());

  it('signs in by phone at once, and goes on', async () => {
    const signIn = async (seat: number) => {
      const phone = `138001${String(seat).padStart(5, '0')}`;
      await world.stranger.ok(accounts.requestCode, { body: { phone } });
      const code = await world.owner.smsCode(phone);
      return world.stranger.ok(accounts.signInWithPhone, { body: { phone, code, keep: 'body' } });
    };
    const signedIn = await Promise.all(everybody.map(signIn));
    const renewed = await Promise.all(
      signedIn.map(({ refreshToken }) =>
        world.stranger.ok(accounts.refreshSignIn, { body: { refreshToken: refreshToken ?? '' } }),
      ),
    );
    expect(new Set(renewed.map(({ account }) => account.id)).size).toBe(CLASS);
  });

  it('signs in by WeChat at once', async () => {
    const signIn = async (seat: number) => {
      const code = await world.owner.loginCode(`o-class-${seat}`);
      return world.stranger.ok(accounts.signInWithWechat, { body: { code, keep: 'body' } });
    };
    const signedIn = await Promise.all(everybody.map(signIn));
    expect(new Set(signedIn.map(({ account }) => account.id)).size).toBe(CLASS);
  });
});
