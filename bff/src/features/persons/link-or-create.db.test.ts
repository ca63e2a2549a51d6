import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDate } from '@jikaotong/shared/kernel';
import { personTables } from '../../migrations/0030-persons';
import { sealedPersons } from '../../migrations/20261129-102912-sealed-persons';
import { sealedPersonsClearGone } from '../../migrations/20261129-102913-sealed-persons-clear-gone';
import { cryptoOf } from '../../platform/crypto';
import { type Db, type Handle, insert, newId } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { personDocumentRecord, personRecord } from './person.record';
import { type Presented, findPersonByDocument, linkOrCreate } from './person.repository';

const key = (id: string) => ({ id, bytes: randomBytes(32) });
const crypto = cryptoOf({
  piiKeys: [key('a')],
  piiIndexKey: randomBytes(32),
  jwtKeys: [key('a')],
  ticketKeys: [key('a')],
});
const nowMs = Date.UTC(2026, 10, 23, 1);
const wang: Presented = {
  documentType: 'resident-id',
  documentNumber: '11010519491231002X',
  name: '王建国',
  birthDate: localDate('1949-12-31'),
  sex: 'female',
};

describe('linking a person', () => {
  let db: Db;
  beforeEach(async () => {
    db = await openThrowawayDb(
      [personRecord, personDocumentRecord],
      [personTables, sealedPersons, sealedPersonsClearGone],
    );
  });
  afterEach(() => db.close());
  const link = (presented: Presented) => db.tx((h) => linkOrCreate(h, crypto, presented, nowMs));
  const people = () => db.read((h) => h.repo(personRecord).count());

  it('makes a person for a new document and finds the person again by it', async () => {
    const made = await link(wang);
    expect(made).toMatchObject({ created: true, differs: [] });
    expect(await link(wang)).toEqual({ personId: made.personId, created: false, differs: [] });
    // the card of Beijing carries the citizen number
    const card = { ...wang, documentType: 'beijing-social-security-card' as const };
    expect((await link(card)).personId).toBe(made.personId);
    expect(await people()).toBe(1);
  });

  it('says what the register says otherwise and changes nothing', async () => {
    await link(wang);
    const other = await link({ ...wang, name: '王建囯', birthDate: localDate('1949-12-30'), sex: 'male' });
    expect(other.differs).toEqual(['name', 'birthDate', 'sex']);
    expect(await db.read((h) => findPersonByDocument(h, crypto, wang))).toMatchObject({ name: '王建国' });
  });

  it('keeps the number sealed and tells documents of two kinds apart', async () => {
    await link({ ...wang, documentType: 'passport', documentNumber: 'E12345678' });
    await link({ ...wang, documentType: 'taiwan-travel-permit', documentNumber: '12345678' });
    const rows = await db.read((h) => h.repo(personDocumentRecord).find());
    expect(rows).toHaveLength(2);
    expect(rows.some((row) => row.number.includes('12345678'))).toBe(false);
    expect(await people()).toBe(2);
  });

  it('makes one person when many ask at once, while its unguarded twin makes more', async () => {
    const many = Array.from({ length: proveCount(20) }, (_, place) => place);
    const linked = await Promise.all(many.map(() => link(wang)));
    expect(new Set(linked.map(({ personId }) => personId)).size).toBe(1);
    expect(linked.filter(({ created }) => created)).toHaveLength(1);
    expect(await people()).toBe(1);

    const li = { ...wang, documentNumber: '440524188001010014' };
    // everybody looks before anybody makes: the order that a guard must survive, not one met by luck
    const looks = await Promise.all(many.map(() => db.read((h) => findPersonByDocument(h, crypto, li))));
    await Promise.all(looks.filter((found) => !found).map(() => make(li)));
    expect(await people()).toBeGreaterThan(2);
  });

  /** What anybody would write first, after a look in another turn: no unique key in the way. */
  async function make(presented: Presented): Promise<void> {
    await db.tx((h: Handle) =>
      insert(h, personRecord, {
        id: newId(),
        name: presented.name,
        details: Buffer.from('sealed'),
        createdAt: nowMs,
      }),
    );
  }
});
