import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { accounts } from '@jikaotong/shared/contract';
import { patience } from '../support/patience';
import { firstAdministrator, password } from '../support/people';
import { type World, openWorld } from '../support/world';

const minute = 60_000;
const hour = 60 * minute;
const from = (address: string, cookie = '') => ({
  'X-Forwarded-For': address,
  ...(cookie === '' ? {} : { Cookie: cookie }),
});
const owner = from('192.0.2.10');
const elsewhere = from('198.51.100.66');
/** The cookies of an answer, as a browser sends them back. */
const cookiesOf = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

describe('whoever guesses elsewhere', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', env: { BEHIND_PROXY: '1', SMS_MOST_A_DAY: '60' } });
  });
  afterAll(() => world.stop());

  const ask = (phone: string, headers: Record<string, string>) =>
    world.stranger.call(accounts.requestCode, { body: { phone }, headers });
  const enter = (phone: string, code: string, headers: Record<string, string>, keep: 'body' | 'cookie' = 'body') =>
    world.stranger.call(accounts.signInWithPhone, { body: { phone, code, keep }, headers });
  const wrongOf = (right: string) => (right === '000000' ? '111111' : '000000');

  it('does not use up the code of its owner', async () => {
    const phone = '13800000101';
    await ask(phone, owner);
    const right = await world.owner.smsCode(phone);
    const answers = [];
    for (let at = 0; at < 7; at += 1) answers.push((await enter(phone, wrongOf(right), elsewhere)).code);
    expect(answers).toEqual([...Array.from({ length: 5 }, () => 'code-wrong'), 'code-expired', 'code-expired']);
    expect((await enter(phone, right, owner)).code).toBe('ok');
    expect((await enter(phone, right, elsewhere)).code).toBe('code-expired');
  });

  it('finds no more tries in another address of the same home', async () => {
    const phone = '13800000102';
    await ask(phone, owner);
    const wrong = wrongOf(await world.owner.smsCode(phone));
    for (let at = 0; at < 5; at += 1)
      expect((await enter(phone, wrong, from(`2001:db8:1:2::${at + 1}`))).code).toBe('code-wrong');
    expect((await enter(phone, wrong, from('2001:db8:9:9::1'))).code).toBe('code-expired');
  });

  it('is sent no code that would be dead when it comes, while the owner is', async () => {
    const phone = '13800000103';
    for (let sent = 0; sent < 4; sent += 1) {
      await ask(phone, elsewhere);
      const wrong = wrongOf(await world.owner.smsCode(phone));
      for (let tries = 0; tries < 5; tries += 1) await enter(phone, wrong, elsewhere);
      world.clock.passWall(minute);
    }
    expect((await ask(phone, elsewhere)).code).toBe('too-many-requests');
    expect((await ask(phone, owner)).code).toBe('ok');
    const right = await world.owner.smsCode(phone);
    expect((await enter(phone, right, elsewhere)).code).toBe('too-many-requests');
    expect((await enter(phone, right, owner)).code).toBe('ok');
  });

  it('leaves a known browser of the owner its codes when the number has had enough', async () => {
    const phone = '13800000104';
    await ask(phone, owner);
    const came = await enter(phone, await world.owner.smsCode(phone), owner, 'cookie');
    const known = from('203.0.113.5', cookiesOf(came.headers));
    const answers = [];
    for (let at = 0; at < 5; at += 1) {
      world.clock.passWall(minute);
      answers.push((await ask(phone, elsewhere)).code);
    }
    expect(answers).toEqual(['ok', 'ok', 'ok', 'ok', 'too-many-requests']);
    expect((await ask(phone, known)).code).toBe('ok');
    expect((await enter(phone, await world.owner.smsCode(phone), known)).code).toBe('ok');
  });

  it('sends a number five codes an hour and ten a day', async () => {
    const phone = '13800000105';
    world.clock.passWall(25 * hour);
    const hourly = async () => {
      const codes = [];
      for (let at = 0; at < 6; at += 1) {
        codes.push((await ask(phone, from(`198.51.100.${at}`))).code);
        world.clock.passWall(minute);
      }
      world.clock.passWall(hour);
      return codes.filter((code) => code === 'ok').length;
    };
    expect([await hourly(), await hourly(), await hourly()]).toEqual([5, 5, 0]);
    world.clock.passWall(22 * hour);
    expect((await ask(phone, owner)).code).toBe('ok');
  });

  it('spends what the installation may send in a day, and no more', async () => {
    world.clock.passWall(25 * hour);
    const codes = [];
    for (let at = 0; at < 61; at += 1)
      codes.push((await ask(`139000001${String(at).padStart(2, '0')}`, from(`198.51.100.${at}`))).code);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(60);
    expect(codes.at(-1)).toBe('sms-unavailable');
    world.clock.passWall(25 * hour);
  });

  it('begins no wait with a message that the provider did not take', async () => {
    const phone = '13800000106';
    world.sandbox.faults.answers = [{ path: '/', kind: 'server-error', times: 1 }];
    expect((await ask(phone, owner)).code).toBe('sms-unavailable');
    expect((await ask(phone, owner)).code).toBe('ok');
  });

  it(
    'does not lock a name that signs in elsewhere, and a known browser goes on',
    async () => {
      await firstAdministrator(world, 'zhuren');
      const signIn = (given: string, headers: Record<string, string>, keep: 'body' | 'cookie' = 'body') =>
        world.stranger.call(accounts.signInWithPassword, { body: { name: 'zhuren', password: given, keep }, headers });
      const known = from('203.0.113.6', cookiesOf((await signIn(password, owner, 'cookie')).headers));
      for (let at = 0; at < 10; at += 1) expect((await signIn('wrong', elsewhere)).code).toBe('sign-in-failed');
      expect((await signIn(password, elsewhere)).code).toBe('too-many-requests');
      expect((await signIn(password, owner)).code).toBe('ok');

      for (let at = 0; at < 90; at += 1) await signIn('wrong', from(`198.51.${at}.1`));
      expect((await signIn(password, owner)).code).toBe('too-many-requests');
      expect((await signIn(password, known)).code).toBe('ok');
    },
    patience(120_000),
  );
});

describe('a class behind one address', () => {
  it('signs in at once', async () => {
    const world = await openWorld({ day: '2026-11-23', limits: 'real' });
    const phones = Array.from({ length: 45 }, (_, at) => `137000000${String(at).padStart(2, '0')}`);
    const codes = await Promise.all(
      phones.map(async (phone) => {
        const asked = await world.stranger.call(accounts.requestCode, { body: { phone } });
        if (asked.code !== 'ok') return asked.code;
        const body = { phone, code: await world.owner.smsCode(phone), keep: 'body' as const };
        return (await world.stranger.call(accounts.signInWithPhone, { body })).code;
      }),
    );
    await world.stop();
    expect(codes.filter((code) => code !== 'ok')).toEqual([]);
  });
});

describe('a machine that goes through numbers', () => {
  it(
    'is held up at its address, a whole /64 of them, while others go on, and the operator is told in time',
    async () => {
      let log = '';
      const listening = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
        log += Buffer.from(chunk).toString();
        return true;
      });
      // four fifths of 150 are what one address may have sent in an hour
      const env = { BEHIND_PROXY: '1', SMS_MOST_A_DAY: '150', LOG_LEVEL: 'error' };
      const world = await openWorld({ day: '2026-11-23', env });
      const ask = async (at: number, address: string) => {
        const body = { phone: `136000${String(at).padStart(5, '0')}` };
        return (await world.stranger.call(accounts.requestCode, { body, headers: from(address) })).code;
      };
      const codes: string[] = [];
      for (let at = 0; at < 122; at += 1) codes.push(await ask(at, `2001:db8:7:7::${at.toString(16)}`));
      const others = [await ask(900, '2001:db8:7:8::1'), await ask(901, '192.0.2.77')];
      await world.stop();
      listening.mockRestore();
      expect(codes.slice(0, 120).filter((code) => code !== 'ok')).toEqual([]);
      expect(codes.slice(120)).toEqual(['too-many-requests', 'too-many-requests']);
      expect(others).toEqual(['ok', 'ok']);
      expect(log.match(/sign-in codes of a day run out/g)).toHaveLength(1);
    },
    patience(60_000),
  );
});
