import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accounts, applications, counter, messages } from '@jikaotong/shared/contract';
import { futureInstaller } from '../builders/facts';
import { portrait } from '../builders/photos';
import { type Applicant, approvedFor, identityOf, uploaded } from '../support/apply';
import { confirmed, tickAll } from '../support/counter';
import { openSession } from '../support/open-session';
import {
  type SignedInPerson,
  bspia,
  candidateByPhone,
  candidateByWechat,
  firstAdministrator,
  staffMember,
} from '../support/people';
import { type World, openWorld } from '../support/world';

const template = 'tmpl-approved';
const approved = '您的职业技能等级认定报名已通过审核，请在2026年12月4日前（含当日）登录技考通缴费，过期报名失效。';

describe('what must not be missed, by SMS', () => {
  let world: World;
  let administrator: SignedInPerson;
  let reviewer: SignedInPerson;
  let sessionId: string;
  let order = 0;
  beforeAll(async () => {
    const env = { WECHAT_MESSAGE_TEMPLATES: `application-approved=${template}/phrase1:kind/date2:payBy/thing3:next` };
    world = await openWorld({ day: '2026-11-23', env });
    administrator = await firstAdministrator(world);
    sessionId = await openSession(administrator);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
  });
  afterAll(() => world.stop());

  const approve = (person: SignedInPerson, who: Applicant = {}) =>
    approvedFor(person, reviewer, sessionId, { order: (order += 2), ...who });
  /** The SMS to a phone but for codes, each as it is read. */
  const smsTo = async (phone: string): Promise<string[]> => {
    await world.runJobs();
    const box: { text: string; template: string }[] = await (
      await fetch(`${world.sandbox.url}/sandbox/sms?phone=${phone}`)
    ).json();
    return box.filter(({ template: code }) => code !== 'SMS_900000001').map(({ text }) => text);
  };
  const setBody = (isOn: boolean, mostAMonth = 2_000) =>
    administrator.api.ok(messages.setBodyTextMessages, { params: { id: bspia.id }, body: { isOn, mostAMonth } });
  const bodyNow = () => administrator.api.ok(messages.getBodyTextMessages, { params: { id: bspia.id } });
  const bound = async (openid: string, phone: string) => {
    const person = await candidateByWechat(world, openid);
    await person.api.ok(accounts.provePhone, { body: { wechatCode: await world.owner.phoneCode(phone) } });
    return person;
  };
  afterEach(() => setBody(true));

  it('reaches whoever came by phone, whole, once, and is counted for the body', async () => {
    const phone = '13800000101';
    const wang = await candidateByPhone(world, phone);
    await approve(wang);
    expect(await smsTo(phone)).toEqual([approved]);
    expect(await smsTo(phone)).toHaveLength(1);
    expect(await bodyNow()).toEqual({
      isOn: true,
      mostAMonth: 2_000,
      partFen: 5,
      months: [{ month: '2026-11', sent: 1, parts: 1, fen: 5, heldBack: 0 }],
    });
  });

  it('goes out only where WeChat did not take it: without a grant it does', async () => {
    const allowing = await bound('o-allows', '13800000102');
    await world.owner.allowMessages('o-allows', [template]);
    await approve(allowing);
    expect(await smsTo('13800000102')).toEqual([]);
    expect(await (await fetch(`${world.sandbox.url}/sandbox/messages?openid=o-allows`)).json()).toHaveLength(1);

    const refusing = await bound('o-refuses', '13800000103');
    await approve(refusing);
    expect(await smsTo('13800000103')).toEqual([approved]);
  });

  it('is not sent to whoever has read it, or wants none; codes come all the same', async () => {
    const phone = '13800000104';
    const quiet = await candidateByPhone(world, phone);
    expect(await quiet.api.ok(messages.getOwnTextMessages, {})).toEqual({ isOn: true, phoneMasked: '138****0104' });
    expect(await quiet.api.ok(messages.setOwnTextMessages, { body: { isOn: false } })).toMatchObject({ isOn: false });
    await approve(quiet);
    expect(await smsTo(phone)).toEqual([]);
    world.clock.passWall(60_000);
    expect((await candidateByPhone(world, phone)).accountId).toBe(quiet.accountId);

    const reader = await candidateByPhone(world, '13800000105');
    await approve(reader);
    const [newest] = (await reader.api.ok(messages.listMessages, { query: {} })).items;
    await reader.api.ok(messages.readMessages, { body: { upTo: newest?.id ?? '' } });
    expect(await smsTo('13800000105')).toEqual([]);
  });

  it('reaches the phone of the enrolment where the account has none, unless none is wanted', async () => {
    const only = await candidateByWechat(world, 'o-only');
    await approve(only, { phone: '13800000111' });
    expect(await smsTo('13800000111')).toEqual([approved]);
    const quiet = await candidateByWechat(world, 'o-quiet');
    await quiet.api.ok(messages.setOwnTextMessages, { body: { isOn: false } });
    await approve(quiet, { phone: '13800000112' });
    expect(await smsTo('13800000112')).toEqual([]);
  });

  it('reaches somebody who was entered at the counter and has no account', async () => {
    const body = { sessionId, offeringCode: 'installer-5', consents: true } as const;
    const { application } = await reviewer.api.ok(counter.enterWalkIn, { body });
    const filled = await reviewer.api.ok(counter.saveAtCounter, {
      params: { id: application.id },
      ifMatch: application.version,
      body: {
        candidate: identityOf({ order: (order += 2), phone: '13800000113' }),
        facts: futureInstaller(),
        route: '1',
        photoFileId: await uploaded(reviewer, 'photo', await portrait()),
      },
    });
    const { id, version } = (await confirmed(reviewer, await tickAll(reviewer, filled))).application;
    await reviewer.api.ok(applications.approveApplication, { params: { id }, body: { version } });
    expect(await smsTo('13800000113')).toEqual([approved]);
    expect(await smsTo('13800000113')).toHaveLength(1);
  });

  it('is turned off by the body, and stops at the end of the month’s number, which the body sees', async () => {
    await setBody(false);
    await approve(await candidateByPhone(world, '13800000106'));
    expect(await smsTo('13800000106')).toEqual([]);

    const spent = (await bodyNow()).months[0]?.parts ?? 0;
    await setBody(true, spent + 1);
    await approve(await candidateByPhone(world, '13800000107'));
    await approve(await candidateByPhone(world, '13800000108'));
    expect([...(await smsTo('13800000107')), ...(await smsTo('13800000108'))]).toEqual([approved]);
    expect((await bodyNow()).months).toMatchObject([{ month: '2026-11', parts: spent + 1, heldBack: 1 }]);
  });

  it('is shown to those who pay, and changed by the administrator alone', async () => {
    const finance = await staffMember(world, administrator, 'caiwu', ['finance']);
    const params = { id: bspia.id };
    expect(await finance.api.ok(messages.getBodyTextMessages, { params })).toMatchObject({ isOn: true });
    const body = { isOn: false, mostAMonth: 0 };
    expect(await finance.api.refused(messages.setBodyTextMessages, { params, body })).toMatchObject({
      code: 'forbidden',
    });
    const elsewhere = { params: { id: 'cecc' }, body };
    expect(await administrator.api.refused(messages.setBodyTextMessages, elsewhere)).toMatchObject({
      code: 'not-found',
    });
    expect(await reviewer.api.refused(messages.getBodyTextMessages, { params })).toMatchObject({ code: 'forbidden' });
  });

  it('waits at night for the morning', async () => {
    const phone = '13800000109';
    const late = await candidateByPhone(world, phone);
    await world.moveTo('2026-11-23', '21:00');
    await approve(late);
    expect(await smsTo(phone)).toEqual([]);
    await world.moveTo('2026-11-24', '07:59');
    expect(await smsTo(phone)).toEqual([]);
    await world.moveTo('2026-11-24', '08:00');
    expect(await smsTo(phone)).toEqual([approved]);
  });
});
