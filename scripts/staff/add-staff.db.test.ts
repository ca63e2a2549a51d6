import { records } from '@jikaotong/bff/app';
import { findStaff, grantsOf } from '@jikaotong/bff/features/accounts';
import { isStartRefused } from '@jikaotong/bff/platform/config';
import { type Db } from '@jikaotong/bff/platform/db';
import { openThrowawayDb } from '../../bff/src/platform/db/throwaway';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findInvited } from '../../bff/src/features/accounts/staff.repository';
import { migrations } from '../../bff/src/migrations';
import { inviteStaff } from './add-staff';
import { readOptions } from './options';

describe('npm run staff for a name that is there already', () => {
  let db: Db;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
  });
  afterEach(() => db.close());

  const add = async (...words: string[]) => {
    const options = readOptions(['add', 'wang', ...words]);
    if (!options.ok) throw new Error(options.error);
    return db.tx((h) => inviteStaff(h, options.value, 0, 0));
  };
  const grants = () =>
    db.read(async (h) => {
      const account = await findStaff(h, 'wang');
      const rows = account ? await grantsOf(h, account.id) : [];
      return Object.fromEntries(rows.map(({ bodyId, roles }) => [bodyId, [...roles]]));
    });
  const works = (path: string) =>
    db.read(async (h) => (await findInvited(h, path.split('token=')[1] ?? '', 0)) !== null);

  it('changes nothing and says why, unless the same account is meant', async () => {
    const first = await add('--body', 'bspia', '--role', 'reviewer');
    expect(first.changed).toEqual([]);
    for (const words of [
      ['--body', 'cecc'],
      ['--body', 'bspia'],
      ['--body', 'bspia', '--forget-second-factor'],
    ]) {
      const refused: unknown = await add(...words).catch((error: unknown) => error);
      expect(isStartRefused(refused) && refused.message).toMatch(/bspia \(reviewer\).*--existing/);
    }
    expect(await grants()).toEqual({ bspia: ['reviewer'] });
    expect(await works(first.path)).toBe(true);

    const second = await add('--body', 'cecc', '--existing');
    expect(second.changed[0]).toMatch(/bspia \(reviewer\)\. Now: .*cecc \(administrator\)/);
    expect(await grants()).toEqual({ bspia: ['reviewer'], cecc: ['administrator'] });
    expect([await works(first.path), await works(second.path)]).toEqual([false, true]);
  });
});
