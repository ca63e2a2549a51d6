import { readFileSync } from 'node:fs';
import { parseNotice } from '@jikaotong/shared/notice-file';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { migrations } from '../../migrations';
import { type Db, newId } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { addBodyIfAbsent } from '../bodies';
import { loadNotice, publishVersion } from '../notices';
import { addEvent } from '../sessions';
import { ensureStages } from './stage.repository';

const seed = new URL('../../../../shared/notices/bspia-2025-competition-monitor-operator.yaml', import.meta.url);
const read = parseNotice(readFileSync(seed, 'utf8'), null);
if (!read.ok) throw new Error('the seed does not parse');
const notice = read.value;
const MANY = proveCount(10);
const servers = Array.from({ length: MANY }, (_, at) => at);

// An entrant stands in the first stage's event: were there two, half of the entrants would be in no list of the other.
describe(`${MANY} servers that start at once`, () => {
  let db: Db;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx((h) => publishVersion(h, { notice, rawText: '原文', base: 0, nowMs: 0 }));
    await db.tx((h) => addBodyIfAbsent(h, { ...notice.body, nowMs: 0 }));
  });
  afterEach(() => db.close());

  const eventCount = async () => {
    const [row] = await db.read((h) => h.query<{ n: number | string }>('SELECT COUNT(*) AS n FROM event'));
    return Number(row?.n);
  };

  // The control: nothing keeps two events apart but the stage that they are of.
  it('would make an event each if they only looked first', async () => {
    const seen = await Promise.all(servers.map(eventCount));
    const version = await db.read((h) => loadNotice(h, notice.id));
    const of = { noticeVersionId: version.id, noticeVersion: version.version, firstDay: null, lastDay: null };
    const event = { kind: 'stage', bodyId: notice.body.id, noticeId: notice.id, state: 'published', ...of } as const;
    await Promise.all(seen.map((n) => (n === 0 ? db.tx((h) => addEvent(h, { ...event, id: newId() })) : undefined)));
    expect(await eventCount()).toBe(MANY);
  });

  it('make one event for each stage', async () => {
    const version = await db.read((h) => loadNotice(h, notice.id));
    await Promise.all(servers.map(() => db.tx((h) => ensureStages(h, version))));
    const stages = await db.read((h) =>
      h.query<{ stage: string }>('SELECT s.stage AS stage FROM contest_stage s JOIN event e ON e.id = s.id'),
    );
    expect(stages.map(({ stage }) => stage).toSorted()).toEqual(['final', 'preliminary', 'semi-final']);
    expect(await eventCount()).toBe(3);
  });
});
