import { applications, counter, orders, slips } from '@jikaotong/shared/contract';
import { type Applicant, identityOf } from '../../support/apply';
import { colleagueOf, confirmed, guardOf2025, openS25August, prefilled, shqbxh, tickAll } from '../../support/counter';
import type { World } from '../../support/world';
import type { Callers } from '../callers';

/** June 2025: S25's counter sees slips confirmed, waiting and sent back, and a walk-in whom nobody claims. */
export const standAtCounter = async (world: World, callers: Callers): Promise<void> => {
  const administrator = await callers.administrator('hu-admin', shqbxh);
  const sessionId = await openS25August(administrator);
  const clerk = await colleagueOf(world, administrator, shqbxh.id, 'hu-chuangkou', ['reviewer']);
  const cashier = await colleagueOf(world, administrator, shqbxh.id, 'hu-caiwu', ['finance']);
  for (const name of ['hu-chuangkou', 'hu-caiwu']) callers.noteStaff(name);

  const withSlip = async (name: string, who: Applicant) => {
    const person = await callers.byWechat(name);
    const { id } = await prefilled(person, sessionId, who);
    const { code } = await person.api.ok(slips.createSlip, { params: { id } });
    return { person, id, code: code ?? '' };
  };
  const confirmedAt = async (name: string, who: Applicant) => {
    const one = await withSlip(name, who);
    const seen = await clerk.api.ok(counter.openSlip, { params: { code: one.code } });
    const { version } = (await confirmed(clerk, await tickAll(clerk, seen))).application;
    return { ...one, version };
  };
  const approved = async (name: string, who: Applicant) => {
    const { person, id, version } = await confirmedAt(name, who);
    await clerk.api.ok(applications.approveApplication, { params: { id }, body: { version } });
    return person.api.ok(orders.getOrder, { params: { id } });
  };
  const waiting = await withSlip('s25-slip-waits', { name: '赵六', order: 401 });
  callers.knows('hu-chuangkou', `/staff/counter/slips/${waiting.code}`);
  const back = await withSlip('s25-slip-back', { name: '孙七', order: 402 });
  await clerk.api.ok(counter.sendSlipBack, { params: { id: back.id }, body: { note: '请带毕业证原件' } });
  await confirmedAt('s25-submitted', { name: '周八', order: 403 });
  await approved('s25-unpaid', { name: '吴九', order: 404 });
  const { id, totalFen } = await approved('s25-paid', { name: '郑十', order: 405 });
  const received = { method: 'transfer' as const, amountFen: totalFen, paidOn: world.today() };
  await cashier.api.ok(orders.recordReceipt, { params: { id }, body: received });

  const walkIn = await clerk.api.ok(counter.enterWalkIn, {
    body: { sessionId, offeringCode: 'security-manager-3', consents: true },
  });
  await clerk.api.ok(counter.saveAtCounter, {
    params: { id: walkIn.application.id },
    ifMatch: walkIn.application.version,
    body: { candidate: identityOf({ name: '王十一', order: 406 }), facts: guardOf2025(), route: '3-1' },
  });
};
