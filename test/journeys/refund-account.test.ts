import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages, orders, sessionChanges } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { moneyCaseList } from '@jikaotong/shared/lists';
import { actOn } from '../support/act-on';
import { type Candidate, type Story, openStory, reason, september } from '../support/changed-session';
import { openSession } from '../support/open-session';
import { colleagueOf, firstOfShqbxh, shqbxh } from '../support/counter';
import { bspia } from '../support/people';
import { readWorkbook } from '../support/read-workbook';

const choiceUntil = localDate('2026-09-12');
const account = { holder: '王小明', bank: '工商银行北京丰台支行', number: '6222021234567890123' };
const masked = {
  holder: '王小明',
  bank: account.bank,
  numberMasked: '6222***********0123',
  on: localDate('2026-09-13'),
};

describe('where money goes back to that came by hand', () => {
  let story: Story;
  let onPhone: Candidate;
  let called: Candidate;
  let silent: Candidate;
  let online: Candidate;
  beforeAll(async () => {
    story = await openStory();
    const sessionId = await openSession(story.administrator, september);
    onPhone = await story.paid(sessionId);
    called = await story.paid(sessionId);
    silent = await story.paid(sessionId);
    online = await story.paidByWechat(sessionId);
    const { revision } = await story.preview(sessionId);
    await story.officer.api.ok(sessionChanges.cancelSession, {
      params: { id: sessionId },
      body: { revision, reason, choiceUntil },
    });
  });
  afterAll(() => story.world.stop());

  const give = async (by: Candidate, of: Candidate, number = account.number) =>
    by.person.api.call(orders.giveRefundAccount, {
      params: { id: (await story.orderOf(of)).id },
      body: { ...account, number },
    });
  const caseOf = async (one: Candidate) => (await story.cases(story.finance, one))[0]?.id ?? '';
  const note = async (one: Candidate, by = story.finance) =>
    by.api.call(orders.noteRefundAccount, {
      params: { id: await caseOf(one) },
      body: { ...account, number: '6217 0011 2233 4455' },
    });
  const bankList = async () => {
    const answer = await story.finance.api.call(orders.downloadRefundList, {
      params: { id: bspia.id },
      query: { reason: '交银行' },
    });
    return (await readWorkbook(answer.bytes)).filter((row) => row.includes('280.00'));
  };
  const kept = () =>
    story.world.db.read((h) =>
      h.query<{ n: number | string }>('SELECT COUNT(*) AS n FROM pay_return WHERE number IS NOT NULL'),
    );

  it('is asked of nobody while nothing goes back, nor of whom WeChat pays back', async () => {
    expect(await give(onPhone, onPhone)).toMatchObject({ code: 'wrong-state', data: { state: 'nothing-by-hand' } });
    await story.world.moveTo('2026-09-13');
    expect(await give(online, online)).toMatchObject({ code: 'wrong-state' });
    expect((await story.orderOf(online)).dueByHand).toBeNull();
    expect((await story.orderOf(onPhone)).dueByHand).toEqual({ totalFen: 28_000, account: null });
  });

  it('is asked for in a message, also of whoever says nothing', async () => {
    const asked = async ({ person }: Candidate) =>
      (await person.api.ok(messages.listMessages, { query: {} })).items.filter(
        ({ code }) => code === 'refund-account-asked',
      );
    expect(await asked(silent)).toMatchObject([{ data: { totalFen: 28_000 } }]);
    expect(await asked(online)).toEqual([]);
  });

  it('is told by the payer alone, and shown masked', async () => {
    expect((await give(silent, onPhone)).status).toBe(404);
    expect((await give(onPhone, onPhone, '6222-0212')).code).toBe('invalid-input');
    expect((await give(onPhone, onPhone, '6222 0200 0000 0000 000')).code).toBe('ok');
    expect((await give(onPhone, onPhone)).code).toBe('ok');
    expect((await story.orderOf(onPhone)).dueByHand?.account).toEqual(masked);
    expect(await story.finance.api.ok(orders.getCase, { params: { id: await caseOf(onPhone) } })).toMatchObject({
      isByHand: true,
      account: masked,
    });
  });

  it('is noted by finance as the payer tells by phone, and by nobody else', async () => {
    expect((await note(called, story.reviewer)).status).toBe(403);
    const elsewhere = await colleagueOf(story.world, await firstOfShqbxh(story.world), shqbxh.id, 'caiwu2', [
      'finance',
    ]);
    expect((await note(called, elsewhere)).status).toBe(404);
    expect((await note(called)).data).toMatchObject({ account: { numberMasked: '6217********4455' } });
    expect((await story.orderOf(called)).dueByHand?.account?.numberMasked).toBe('6217********4455');
  });

  it('is what was said last, where two say it at once', async () => {
    const said = await Promise.all([give(onPhone, onPhone), give(onPhone, onPhone, '6222 0200 0000 0000 000')]);
    expect(said.map(({ code }) => code)).toEqual(['ok', 'ok']);
    const { dueByHand } = await story.orderOf(onPhone);
    expect([masked.numberMasked, '6222***********0000']).toContain(dueByHand?.account?.numberMasked);
    expect((await give(onPhone, onPhone)).data).toMatchObject({ dueByHand: { account: masked } });
  });

  it('stands whole in the list for the bank, with room where nobody has told', async () => {
    const rows = await bankList();
    expect(rows).toHaveLength(3);
    expect(rows.filter((row) => row.includes(account.number) && row.includes(account.bank))).toHaveLength(1);
    expect(rows.filter((row) => row.includes('6217001122334455'))).toHaveLength(1);
  });

  it('is erased once the money is back', async () => {
    expect(Number((await kept())[0]?.n)).toBe(2);
    const choice = { act: 'refund' as const, which: { match: { state: 'open' } }, needs: { note: '已退' } };
    await actOn(story.world, story.finance, { list: moneyCaseList, id: bspia.id, choice });
    expect((await story.orderOf(onPhone)).dueByHand).toBeNull();
    expect(Number((await kept())[0]?.n)).toBe(0);
    expect((await give(onPhone, onPhone)).code).toBe('wrong-state');
  });
});
