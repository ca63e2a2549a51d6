import { applications, calendars, counter, messages, orders, slips } from '@jikaotong/shared/contract';
import { orderList } from '@jikaotong/shared/lists';
import { futureInstaller } from '../../builders/facts';
import { handIn, identityOf, uploaded } from '../../support/apply';
import { confirmed, tickAll } from '../../support/counter';
import type { SignedInPerson } from '../../support/people';
import type { World } from '../../support/world';
import type { Callers } from '../callers';
import type { Candidate, Candidates } from './candidates';
import { lightPortrait } from './draft';
import { casesOf } from '../../support/listed-cases';
import type { Staff } from './staff';

type Given = { world: World; callers: Callers; staff: Staff; of: Candidates };

const B26 = { id: 'bspia-2026-certification' };

/** December's session while people apply: an application in every state before an exam, and what goes wrong with money. */
export const applyForDecember = async (given: Given, sessionId: string): Promise<void> => {
  const { callers, staff, of } = given;
  const { reviewer, finance } = staff;
  const empty = await callers.byPhone('dec-empty', '13900000001');
  await empty.api.ok(applications.createApplication, { body: { sessionId, offeringCode: 'installer-5' } });
  const part = await callers.byPhone('dec-part', '13900000002');
  const begun = await part.api.ok(applications.createApplication, {
    body: { sessionId, offeringCode: 'installer-5', facts: futureInstaller() },
  });
  await part.api.ok(applications.saveApplication, {
    params: { id: begun.id },
    ifMatch: begun.version,
    body: { candidate: { name: '高半', phone: '13900000002' } },
  });
  await of.draft('dec-ready', sessionId, { name: '顾备', order: 2 });
  await of.submitted('dec-submitted', sessionId, { name: '韩交', order: 3 });
  await of.sendBack(await of.submitted('dec-returned', sessionId, { name: '郝回', order: 4 }));
  const again = await of.submitted('dec-resubmitted', sessionId, { name: '侯再', order: 5 });
  await of.sendBack(again);
  const photoFileId = await uploaded(again.person, 'photo', await lightPortrait());
  const { version } = await again.person.api.ok(applications.getApplication, { params: { id: again.id } });
  await again.person.api.ok(applications.saveApplication, {
    params: { id: again.id },
    ifMatch: version,
    body: { photoFileId },
  });
  await handIn(again.person, again.id);
  await of.approved('dec-unpaid', sessionId, { name: '胡欠', order: 6 });
  await of.claim(await of.approved('dec-claimed', sessionId, { name: '黄转', order: 7 }));
  const refused = await of.approved('dec-claim-refused', sessionId, { name: '霍拒', order: 8 });
  const [receipt] = (await of.claim(refused)).receipts;
  await finance.api.ok(orders.refuseTransfer, { params: { id: receipt?.id ?? '' }, body: { reason: '查无此款' } });
  await of.startWechat(await of.approved('dec-at-cashier', sessionId, { name: '贾付', order: 9 }));
  await of.paid('dec-paid-cash', sessionId, { name: '江现', order: 10 });
  await of.paidByWechat('dec-paid-wechat', sessionId, { name: '姜微', order: 11 });
  const twice = await of.approved('dec-paid-twice', sessionId, { name: '孔双', order: 12 });
  await of.claim(twice);
  await of.payWechat(twice);
  await of.reject(await of.submitted('dec-rejected', sessionId, { name: '雷否', order: 13 }));
  await of.withdraw(await of.submitted('dec-withdrawn', sessionId, { name: '黎退', order: 14 }));
  await of.submitted('dec-twin', sessionId, { name: '王芳', order: 15 });
  await of.submitted('dec-twin-2', sessionId, { name: '王芳', order: 15 });
  await resolveTwins(of, reviewer, [
    await of.submitted('dec-held', sessionId, { name: '王方', order: 16 }),
    await of.submitted('dec-held-2', sessionId, { name: '王方', order: 16 }),
  ]);
  await walkIns(given, sessionId);
};

/** Staff look into one document in two accounts, and let the second go on. */
const resolveTwins = async (of: Candidates, reviewer: SignedInPerson, [one, two]: readonly [Candidate, Candidate]) => {
  const items = await casesOf(reviewer, 'open');
  const found = items.find(({ applicationId, otherApplicationId }) =>
    [applicationId, otherApplicationId].includes(two.id),
  );
  const body = { action: 'note' as const, note: '电话核实，第二个账号为本人' };
  await reviewer.api.ok(orders.resolveCase, { params: { id: found?.id ?? '' }, body });
  await of.reject(one);
  await of.approve(two);
};

/** Entered by a clerk: confirmed and unclaimed, claimed and paid, given up. */
const walkIns = async ({ world, callers, staff }: Given, sessionId: string) => {
  const { reviewer, finance } = staff;
  const enter = async (who: { name: string; order: number; phone: string }) => {
    const view = await reviewer.api.ok(counter.enterWalkIn, {
      body: { sessionId, offeringCode: 'installer-5', consents: true },
    });
    const params = { id: view.application.id };
    const photoFileId = await uploaded(reviewer, 'photo', await lightPortrait());
    const body = { candidate: identityOf(who), facts: futureInstaller(), route: '1', photoFileId };
    const filled = await reviewer.api.ok(counter.saveAtCounter, { params, ifMatch: view.application.version, body });
    return (await confirmed(reviewer, await tickAll(reviewer, filled))).application;
  };
  const master = { name: '陈师傅', order: 21, phone: '13700002222' };
  const claimed = await enter(master);
  const params = { id: claimed.id };
  await reviewer.api.ok(applications.approveApplication, { params, body: { version: claimed.version } });
  const owed = { params: { id: 'bspia' }, query: { standing: 'open', q: master.name } };
  const [order] = (await finance.api.ok(orderList.rows, owed)).items;
  const cash = { method: 'cash' as const, amountFen: order?.totalFen ?? 0, paidOn: world.today() };
  await finance.api.ok(orders.recordReceipt, { params: { id: order?.id ?? '' }, body: cash });
  const person = await callers.byPhone('dec-walk-in', master.phone);
  const { documentType, documentNumber } = identityOf(master);
  await person.api.ok(slips.claimWalkIn, { body: { name: master.name, documentType, documentNumber } });
  await enter({ name: '周师傅', order: 22, phone: '13700004444' });
  const dropped = await enter({ name: '吴师傅', order: 23, phone: '13700005555' });
  await reviewer.api.ok(counter.dropWalkIn, { params: { id: dropped.id } });
};

/** Two read their calendar as a feed: one follows, one applies. */
export const follow = async ({ world, callers, of }: Given, sessionId: string): Promise<void> => {
  const feed = async (name: string, { api }: SignedInPerson) => {
    const { path } = await api.ok(calendars.makeCalendarFeed, {});
    callers.knows(name, (path ?? '').replace('/api/v1', ''));
  };
  const follower = await callers.byPhone('follower', '13900000003');
  await follower.api.ok(calendars.setFollowing, { params: B26, body: { followed: true } });
  await feed('follower', follower);
  await world.owner.allowMessages('o-dec-reader', ['tmpl-submitted']);
  const reader = await of.submitted('dec-reader', sessionId, { name: '李读', order: 17 });
  await feed('dec-reader', reader.person);
  const [newest] = (await reader.person.api.ok(messages.listMessages, { query: {} })).items;
  await reader.person.api.ok(messages.readMessages, { body: { upTo: newest?.id ?? '' } });
};
