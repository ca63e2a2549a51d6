import { describe, expect, it } from 'vitest';
import { notices, orders } from '@jikaotong/shared/contract';
import { replyOf } from './reply';

const notice = {
  language: 2,
  id: 'cecc-2028-certification',
  title: { value: '关于开展2028年职业技能等级认定的通知', source: { clause: '标题', quote: '关于' } },
  body: { id: 'cecc', name: '中国电子商会' },
  offerings: [
    {
      code: 'a-4',
      occupation: '区块链应用操作员',
      workType: null,
      level: 4,
      months: [3],
      routes: [{ condition: { kind: 'new' } }],
    },
  ],
  somethingNew: true,
};
const answered = (given: object) =>
  replyOf(notices.getNotice, {
    status: 200,
    envelope: { code: 'ok', data: { notice: given, version: 1, publishedAt: 1, sessions: [] }, requestId: 'r1' },
  });

describe('a notice on a phone that is older than its language', () => {
  it('is told from a broken answer, with what can be read of it', () => {
    expect(answered(notice)).toEqual({
      ok: false,
      code: 'newer-language',
      data: {
        language: 2,
        id: 'cecc-2028-certification',
        title: { value: '关于开展2028年职业技能等级认定的通知' },
        body: { name: '中国电子商会' },
        offerings: [{ code: 'a-4', occupation: '区块链应用操作员', workType: null, level: 4, months: [3] }],
      },
      requestId: null,
    });
  });

  it('is not guessed at: this language or none, and what does not fit stays broken', () => {
    expect(answered({ ...notice, language: 1 })).toMatchObject({ code: 'internal', requestId: 'r1' });
    expect(answered({ ...notice, language: undefined })).toMatchObject({ code: 'internal' });
    expect(answered({ ...notice, offerings: 'none' })).toMatchObject({ code: 'internal' });
  });
});

describe('an answer of a server that is newer than this phone', () => {
  const order = {
    id: 'o1',
    number: '261123-0042-8',
    applicationId: 'a1',
    state: 'open',
    offering: { code: 'a-4', occupation: '安全防范系统安装维护员', workType: null, level: 4 },
    offerings: [{ code: 'a-4', occupation: '安全防范系统安装维护员', workType: null, level: 4 }],
    unitName: null,
    people: 1,
    noticeId: 'n1',
    noticeTitle: '通知',
    lines: [{ item: 'theory', fen: 100, source: { assumed: 'a test' } }],
    totalFen: 100,
    payBy: null,
    settledAt: null,
    payee: null,
    methods: ['wechat'],
    attempts: [],
    receipts: [],
    refunds: [],
    dueByHand: null,
  };
  const read = (data: unknown) =>
    replyOf(orders.getOrder, { status: 200, envelope: { code: 'ok', data, requestId: 'r1' } });

  it('is read where every code is known', () => expect(read(order).ok).toBe(true));

  it.each([
    ['a fee item', { lines: [{ item: 'from-the-future', fen: 100, source: { assumed: 'a test' } }] }],
    ['a way to pay', { methods: ['wechat', 'from-the-future'] }],
    ['a state', { state: 'from-the-future' }],
  ])('asks for a newer build at %s of the future', (_, change) => {
    expect(read({ ...order, ...change })).toMatchObject({ ok: false, code: 'newer-version', requestId: 'r1' });
  });

  it.each([
    ['a number for a title', { noticeTitle: 7 }],
    ['a number for a code', { state: 7 }],
    ['a new code beside something broken', { state: 'from-the-future', totalFen: null }],
  ])('is a fault with %s', (_, change) => {
    expect(read({ ...order, ...change })).toMatchObject({ ok: false, code: 'internal' });
  });
});
