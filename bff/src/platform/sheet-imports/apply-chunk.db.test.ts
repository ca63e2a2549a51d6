import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '../../migrations';
import { type Db, type Handle, id, insert, newId, record, text } from '../db';
import { fixedCrypto } from '../db/fixed-crypto.testing';
import { openThrowawayDb } from '../db/throwaway';
import { type ApplyItems, applyChunk } from './apply-chunk';
import { prepareImport } from './prepare-import';
import {
  beginApplying,
  changeImportIf,
  findImport,
  insertImport,
  nextWaiting,
  queueItems,
} from './sheet-import.repository';
import { sheetImportRecord, sheetItemRecord } from './sheet-import.record';

/** What applying does here: a row each, and nothing in the table that would notice a second one. */
const effectRecord = record('sheet_effect', { id: id(), itemKey: text(120) });
const effectTable = {
  name: '29990101-sheet-effect',
  up: (schema: Parameters<(typeof migrations)[number]['up']>[0]) =>
    schema.table('sheet_effect', { id: id(), itemKey: text(120) }),
};
const ROWS = 1_000;
const KILLED_AT = 7;
const ports = { crypto: fixedCrypto() };

type Work = { readonly h: Handle; readonly ports: typeof ports };

describe('a sheet of a thousand rows whose job is killed', () => {
  let db: Db;
  let importId: string;
  beforeEach(async () => {
    db = await openThrowawayDb([sheetImportRecord, sheetItemRecord, effectRecord], [...migrations, effectTable]);
    const changes = Array.from({ length: ROWS }, (_, at) => ({
      kind: 'added' as const,
      key: `row ${at}`,
      row: at + 2,
      label: `第 ${at} 人`,
      changes: [],
      payload: at,
    }));
    const whose = { sheet: 'test', subjectId: 's', accountId: newId(), fileId: null, basis: null };
    const read = {
      rows: ROWS,
      ignored: [],
      problems: [],
      leavesOut: false,
      compared: { changes, same: 0, problems: [] },
    };
    const { run, items } = await prepareImport({ ports, now: { ms: Date.UTC(2026, 11, 12) } }, whose, read);
    importId = run.id;
    await db.tx(async (h) => {
      await insertImport(h, run, items);
      await beginApplying(h, run, await queueItems(h, run.id, ['added', 'changed']));
    });
  });
  afterEach(() => db.close());

  const effect: ApplyItems<Work> = async ({ h }, _, items) => {
    await insert(
      h,
      effectRecord,
      items.map(({ item }) => ({ id: newId(), itemKey: item.itemKey })),
    );
    return new Map();
  };
  const chunk = (apply: ApplyItems<Work>) => db.tx((h) => applyChunk({ h, ports }, importId, apply));
  /** How many rows stand there, and how many of them are different. */
  const applied = async () => {
    const rows = await db.read((h) => h.repo(effectRecord).find());
    return [rows.length, new Set(rows.map(({ itemKey }) => itemKey)).size];
  };

  it('goes on where it was, whether it died before or after a chunk was kept', async () => {
    for (let at = 0; at < KILLED_AT; at += 1) await chunk(effect);
    const dies: ApplyItems<Work> = async (...given) => {
      await effect(...given);
      throw new Error('killed');
    };
    await expect(chunk(dies)).rejects.toThrow('killed');
    expect(await applied()).toEqual([140, 140]);
    while (await chunk(effect));
    expect(await applied()).toEqual([ROWS, ROWS]);
    const run = await db.read((h) => findImport(h, { id: importId, sheet: 'test', subjectId: 's' }));
    expect([run?.applied, run?.refused, run?.total]).toEqual([ROWS, 0, ROWS]);
  });

  it('is applied once by two jobs at once', async () => {
    const both = async () => {
      while (await chunk(effect));
    };
    await Promise.all([both(), both()]);
    expect(await applied()).toEqual([ROWS, ROWS]);
  });

  it('is doubled by a twin that does not note what it applied (the control)', async () => {
    const everything = await db.read((h) => nextWaiting(h, importId, ROWS));
    const twin = async (chunks: number) => {
      for (let at = 0; at < chunks; at += 1)
        await db.tx((h) =>
          insert(
            h,
            effectRecord,
            everything.slice(at * 50, at * 50 + 50).map(({ itemKey }) => ({ id: newId(), itemKey })),
          ),
        );
    };
    await twin(KILLED_AT);
    await twin(ROWS / 50);
    expect(await applied()).toEqual([1_350, ROWS]);
  });

  it('stops between two chunks when somebody cancels', async () => {
    await chunk(effect);
    await db.tx((h) => changeImportIf(h, { id: importId, state: 'applying' }, { state: 'cancelled', liveKey: null }));
    expect(await chunk(effect)).toBe(false);
    expect(await applied()).toEqual([20, 20]);
  });
});
