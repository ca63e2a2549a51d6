import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDate } from '@jikaotong/shared/kernel';
import { records } from '../../app';
import { addNotice } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, newId } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import type { StoredWindow } from './session';
import { addSession, changeSession, findSession, replaceOfferings, replaceWindows } from './session.repository';

const exam = (day: string): StoredWindow => ({
  kind: 'exam',
  opens: localDate(day),
  closes: localDate(day),
  source: { assumed: 'a test' },
});

// Offerings and windows are remembered by revision: whoever reads must never be told what was, or what was taken back.
describe('a session that is read, changed and read again', () => {
  let db: Db;
  const id = newId();
  const read = () => db.read((h) => findSession(h, id));
  const days = async () => (await read())?.windows.map(({ opens }) => opens);

  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx(async (h) => {
      await addNotice(h, { kind: 'certification' });
      await addSession(h, aSession(id), ['installer-5']);
      await replaceWindows(h, id, [exam('2026-12-12')]);
    });
  });
  afterEach(() => db.close());

  it('shows each change of windows, offerings and row', async () => {
    expect(await days()).toEqual(['2026-12-12']);
    await db.tx((h) => replaceWindows(h, id, [exam('2026-12-19')]));
    expect(await days()).toEqual(['2026-12-19']);
    await db.tx((h) => replaceOfferings(h, id, ['installer-3', 'security-manager-3']));
    expect((await read())?.offeringCodes).toEqual(['installer-3', 'security-manager-3']);
    await db.tx((h) => changeSession(h, id, { state: 'cancelled' }));
    expect(await read()).toMatchObject({ state: 'cancelled', offeringCodes: ['installer-3', 'security-manager-3'] });
    await db.tx((h) => replaceWindows(h, id, []));
    expect(await days()).toEqual([]);
  });

  it('forgets what was read inside a transaction that was rolled back', async () => {
    const failing = db.tx(async (h) => {
      await replaceWindows(h, id, [exam('2026-12-26')]);
      expect((await findSession(h, id))?.windows).toMatchObject([{ opens: '2026-12-26' }]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await days()).toEqual(['2026-12-12']);
    await db.tx((h) => replaceWindows(h, id, [exam('2026-12-13')]));
    expect(await days()).toEqual(['2026-12-13']);
  });
});

const aSession = (id: string) => ({
  id,
  bodyId: 'bspia',
  noticeId: 'n',
  noticeVersionId: 'v',
  noticeVersion: 1,
  name: '2026年12月批次',
  state: 'published' as const,
  examStart: localDate('2026-12-12'),
  examEnd: localDate('2026-12-12'),
  year: 2026,
  number: 1,
  applicationOpens: null,
  applicationCloses: null,
  paymentOpens: null,
  resultsWithin: null,
  paymentCloses: null,
  placesFrozen: false,
  windowsConfirmedAt: null,
  calendarYears: null,
  publishedAt: null,
  resultsPublishedOn: null,
  createdAt: 0,
});
