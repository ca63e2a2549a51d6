import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, messages } from '@jikaotong/shared/contract';
import { reviewList } from '@jikaotong/shared/lists';
import { handedIn } from '../support/apply';
import { openSession } from '../support/open-session';
import { type SignedInPerson, candidateByWechat, firstAdministrator, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

const template = 'tmpl-approved';

describe('what a candidate is told', () => {
  let world: World;
  let wang: SignedInPerson;
  let reviewer: SignedInPerson;
  let sessionId: string;
  beforeAll(async () => {
    const env = { WECHAT_MESSAGE_TEMPLATES: `application-approved=${template}/phrase1:kind/date2:payBy/thing3:next` };
    world = await openWorld({ day: '2026-11-23', env });
    const administrator = await firstAdministrator(world);
    sessionId = await openSession(administrator);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    wang = await candidateByWechat(world, 'o-wang');
    await handedIn(wang, sessionId);
  });
  afterAll(() => world.stop());
  const delivered = async (): Promise<unknown> => {
    await world.runJobs();
    return (await fetch(`${world.sandbox.url}/sandbox/messages?openid=o-wang`)).json();
  };

  it('stands in the app, newest first, until it is read', async () => {
    const { items, unread, next } = await wang.api.ok(messages.listMessages, { query: {} });
    expect(items.map(({ code, readAt }) => [code, readAt])).toEqual([['application-submitted', null]]);
    expect([unread, next]).toEqual([1, null]);
    const [first] = items;
    if (!first) throw new Error('no message');
    const li = await candidateByWechat(world, 'o-li');
    await li.api.ok(messages.readMessages, { body: { upTo: first.id } });
    expect((await wang.api.ok(messages.listMessages, { query: {} })).unread).toBe(1);
    await wang.api.ok(messages.readMessages, { body: { upTo: first.id } });
    expect(await wang.api.ok(messages.listMessages, { query: {} })).toMatchObject({
      unread: 0,
      items: [{ code: first.code }],
    });
  });

  it('goes through WeChat where there is a template and a grant, and needs neither', async () => {
    expect(await delivered()).toEqual([]);
    const { items } = await reviewer.api.ok(reviewList.rows, {
      params: { id: sessionId },
      query: { state: 'submitted' },
    });
    const [application] = items;
    if (!application) throw new Error('nothing to review');
    const review = await reviewer.api.ok(applications.getReview, { params: { id: application.id } });
    await reviewer.api.ok(applications.approveApplication, {
      params: { id: application.id },
      body: { version: review.version },
    });
    const told = await wang.api.ok(messages.listMessages, { query: {} });
    expect(told.items[0]).toMatchObject({
      code: 'application-approved',
      applicationId: application.id,
      data: { payBy: '2026-12-04' },
    });
    await world.owner.allowMessages('o-wang', [template]);
    // each field whole, and the tap leads to the very application
    expect(await delivered()).toMatchObject([
      {
        templateId: template,
        page: `packages/apply/detail/index?id=${application.id}`,
        data: { phrase1: '审核通过', date2: '2026年12月4日', thing3: '请按时缴费' },
      },
    ]);
  });

  it('is cut into pages', async () => {
    const first = await wang.api.ok(messages.listMessages, { query: { limit: 1 } });
    const second = await wang.api.ok(messages.listMessages, { query: { limit: 1, cursor: first.next ?? '' } });
    expect([...first.items, ...second.items].map(({ code }) => code)).toEqual([
      'application-approved',
      'application-submitted',
    ]);
    expect(await wang.api.refused(messages.listMessages, { query: { cursor: 'made-up' } })).toMatchObject({
      code: 'invalid-input',
    });
  });
});
