import { applications } from '@jikaotong/shared/contract';
import { describe, expect, it } from 'vitest';
import { partlyRead } from './partly-read';
import { replyOf } from './reply';

const endpoint = applications.listMyApplications;
const application = (id: string, stage: string, more: object = {}) => ({
  id,
  noticeId: 'n1',
  noticeTitle: '通知',
  noticeVersion: 1,
  bodyId: 'b1',
  sessionId: 's1',
  sessionName: '12月批次',
  examStart: '2026-12-19',
  offering: { code: 'a-4', occupation: '安全防范系统安装维护员', workType: null, level: 4 },
  paidByUnit: false,
  retake: null,
  retakeScheme: null,
  state: 'submitted',
  progress: { stage, next: [], blocked: [] },
  createdAt: 1,
  submittedAt: 2,
  ...more,
});

function read(items: readonly object[]) {
  const data = { items, next: null };
  const reply = replyOf(endpoint, { status: 200, envelope: { code: 'ok', data, requestId: 'r1' } });
  const again = () => undefined;
  return partlyRead(
    endpoint,
    reply.ok
      ? { state: 'ready', data: reply.data, refresh: again }
      : { state: 'refused', refusal: reply, retry: again },
  );
}

describe('a list on a phone that is older than the server', () => {
  it('sets the one row of an unknown stage apart and reads the others', () => {
    const unknown = application('a2', 'from-the-future');
    expect(read([application('a1', 'in-review'), unknown, application('a3', 'withdrawn')])).toMatchObject({
      state: 'ready',
      data: { page: { items: [{ id: 'a1' }, { id: 'a3' }], next: null }, newer: [unknown] },
    });
  });

  it('has nothing apart where every code is known', () => {
    expect(read([application('a1', 'in-review')])).toMatchObject({ state: 'ready', data: { newer: [] } });
  });

  it('stays refused as a whole where a row is broken', () => {
    const rows = [application('a1', 'from-the-future'), application('a2', 'in-review', { sessionName: 7 })];
    expect(read(rows)).toMatchObject({ state: 'refused', refusal: { code: 'internal' } });
  });

  it('stays refused as a whole where a code beside the rows is unknown to it', () => {
    const refusal = { ok: false, code: 'newer-version', data: {}, requestId: 'r1' } as const;
    const answer = { state: 'refused', refusal, retry: () => undefined } as const;
    expect(partlyRead(endpoint, answer)).toBe(answer);
  });
});
