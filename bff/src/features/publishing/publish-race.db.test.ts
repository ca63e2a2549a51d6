import { readFileSync } from 'node:fs';
import { parseNotice } from '@jikaotong/shared/notice-file';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { migrations } from '../../migrations';
import { type Db, newId } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { addBodyIfAbsent } from '../bodies';
import { findNotice, publishVersion } from '../notices';
import { advanceTold, replaceOpenDraft } from './draft.repository';

const read = parseNotice(
  readFileSync(new URL('../../../../shared/notices/bspia-2026-certification.yaml', import.meta.url), 'utf8'),
  null,
);
if (!read.ok) throw new Error('the seed does not parse');
const notice = read.value;
const MANY = proveCount(20);
const publishers = Array.from({ length: MANY }, (_, at) => at);
const given = (base: number) => ({ notice, rawText: '原文', base, nowMs: 0 });

// Two publishers must never both be told that theirs is version 2: one of the files would be lost without a word.
describe(`${MANY} publishers of one notice at once`, () => {
  let db: Db;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx((h) => publishVersion(h, given(0)));
    await db.tx((h) => addBodyIfAbsent(h, { ...notice.body, nowMs: 0 }));
  });
  afterEach(() => db.close());

  const running = () => db.read(async (h) => (await findNotice(h, notice.id))?.version);

  // The control: without the guards each looks, finds version 1, and goes on.
  it('would all publish if each looked first and wrote afterwards', async () => {
    const seen = await Promise.all(publishers.map(running));
    const published = await Promise.all(
      seen.map((version) =>
        db.tx((h) =>
          h
            .run('UPDATE notice SET current_version = ? WHERE id = ?', [Number(version) + 1, notice.id])
            .then(() => version),
        ),
      ),
    );
    expect(published.filter((version) => version === 1).length).toBeGreaterThan(1);
  });

  it('make one version, and the others are told', async () => {
    const ids = await Promise.all(
      publishers.map((at) => db.tx((h) => publishVersion(h, { ...given(1), rawText: `原文${at}` }))),
    );
    expect(ids.filter((id) => id !== null)).toHaveLength(1);
    expect(await running()).toBe(2);
    const rows = await db.read((h) => h.query<{ n: number }>('SELECT COUNT(*) AS n FROM notice_version'));
    expect(Number(rows[0]?.n)).toBe(2);
  });

  it('make one first version of a new notice', async () => {
    const fresh = { ...given(0), notice: { ...notice, id: 'fresh' } };
    const ids = await Promise.all(publishers.map(() => db.tx((h) => publishVersion(h, fresh))));
    expect(ids.filter((id) => id !== null)).toHaveLength(1);
  });

  it('leave one open draft, whoever imports', async () => {
    const draft = (at: number) => ({
      noticeId: notice.id,
      bodyId: 'bspia',
      title: '通知',
      baseVersion: 1,
      content: {},
      rawText: '原文',
      sha256: String(at),
      importedBy: newId(),
      importedAt: 0,
    });
    const ids = await Promise.all(publishers.map((at) => db.tx((h) => replaceOpenDraft(h, draft(at)))));
    const open = await db.read((h) => h.query<{ id: string }>(`SELECT id FROM notice_draft WHERE state = 'open'`));
    expect(open).toHaveLength(1);
    expect(ids).toContain(open[0]?.id);
  });

  it('tell each batch once, however many run the job', async () => {
    const id = await db.tx((h) =>
      replaceOpenDraft(h, {
        noticeId: notice.id,
        bodyId: 'bspia',
        title: '通知',
        baseVersion: 1,
        content: {},
        rawText: '',
        sha256: '',
        importedBy: newId(),
        importedAt: 0,
      }),
    );
    await db.tx((h) => h.run(`UPDATE notice_draft SET told = 'a:' WHERE id = ?`, [id]));
    const moved = await Promise.all(publishers.map(() => db.tx((h) => advanceTold(h, id ?? '', 'a:', 'e:'))));
    expect(moved.filter(Boolean)).toHaveLength(1);
  });
});
