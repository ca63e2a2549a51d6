import { expect, it } from 'vitest';
import { applications } from '@jikaotong/shared/contract';
import { readyDraft } from '../support/apply';
import { openSession } from '../support/open-session';
import { candidateByPhone, firstAdministrator } from '../support/people';
import { openBrowserWorld } from './browser-world';
import type { Phone } from './phone';

const mobile = '13800001111';

/** Reads of this path are answered as things stood when they were asked, but not before they are let go. */
const holdAnswers = async ({ page }: Phone, path: string) => {
  let letGo = (): void => undefined;
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  let asked = (): void => undefined;
  const answered = new Promise<void>((resolve) => (asked = resolve));
  await page.route(`**${path}`, async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const response = await route.fetch();
    asked();
    await gone;
    await route.fulfill({ response });
  });
  return { answered, letGo };
};

it('keeps what was saved last, when an answer that was asked for before comes after it', async () => {
  const { world, candidateOn, goTo } = await openBrowserWorld({ day: '2026-11-23' });
  const sessionId = await openSession(await firstAdministrator(world));
  const person = await candidateByPhone(world, mobile);
  const { id } = await readyDraft(person, sessionId);
  const phone = await candidateOn('旧的回答', mobile);
  await goTo(phone, `packages/apply/identity/index?id=${id}`);
  await phone.sees('草稿已保存');

  const path = `/api/v1/applications/${id}`;
  const old = await holdAnswers(phone, path);
  // back from another app after a minute: what is on screen is asked for anew
  await phone.page.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 60_000;
    window.dispatchEvent(new Event('visibilitychange'));
  });
  await old.answered;
  const saved = () => phone.page.waitForResponse((reply) => reply.request().method() === 'PATCH');
  const [first] = await Promise.all([saved(), phone.type('name', '张建国')]);
  expect(first.status()).toBe(200);
  const late = phone.page.waitForResponse((reply) => reply.url().endsWith(path) && reply.request().method() === 'GET');
  old.letGo();
  await late;
  await phone.rest();
  const [second] = await Promise.all([saved(), phone.type('name', '张建军')]);
  expect(second.status()).toBe(200);
  await phone.sees('草稿已保存');
  const view = await person.api.ok(applications.getApplication, { params: { id } });
  expect(view.candidate.name).toBe('张建军');
  expect(phone.faults()).toEqual([]);
});
