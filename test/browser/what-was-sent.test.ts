import { expect, it } from 'vitest';
import { applications } from '@jikaotong/shared/contract';
import { handedIn, identityOf } from '../support/apply';
import { openSession } from '../support/open-session';
import { candidateByPhone, firstAdministrator, staffMember } from '../support/people';
import { openBrowserWorld } from './browser-world';

const mobile = '13800001111';

it('shows the candidate everything that was sent, and the signed form, once it is approved, in large type too', async () => {
  const { world, candidateOn, goTo } = await openBrowserWorld({ day: '2026-11-23' });
  const administrator = await firstAdministrator(world);
  const sessionId = await openSession(administrator);
  const reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
  const { id, version } = await handedIn(await candidateByPhone(world, mobile), sessionId);
  await reviewer.api.ok(applications.approveApplication, { params: { id }, body: { version } });

  const phone = await candidateOn('提交的内容', mobile);
  await goTo(phone, `packages/apply/detail/index?id=${id}`);
  await phone.tap('see-sent');
  await phone.sees('1101**********');
  await phone.look('我提交的内容');
  await phone.tap('show-numbers');
  await phone.sees(identityOf().documentNumber);
  await phone.sees(mobile);
  const form = await phone.download('form-application-form');
  expect(form.bytes.subarray(0, 5).toString()).toBe('%PDF-');

  await goTo(phone, 'pages/me/index');
  await phone.tap('large-type');
  await goTo(phone, `packages/apply/sent/index?id=${id}`);
  await phone.sees('签名');
  await phone.look('我提交的内容大字');
  expect(phone.faults()).toEqual([]);
});
