import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { patience } from '../support/patience';
import { projectFolder } from '../support/project-folder';
import { type Leaf, leafReads } from './leaf-reads';

/** What only the check holds against the rest, and refuses in words where it does not agree. */
const HELD_BY_CHECK: Readonly<Record<string, string>> = {
  'FeeRowSchema fees.rows[].totalFen':
    'a row whose items do not add up to it is refused (fee-sum-differs); the items are charged',
};

/** The control: a key that nothing reads, by a name that other keys have too. */
const PLANTED = 'LinkSchema links[].name';

let leaves: readonly Leaf[] = [];

describe('every leaf of the language of notices', () => {
  // once for all of them, for the compiler reads the whole project
  beforeAll(() => {
    const file = 'shared/src/notice/desk.ts';
    const written = 'LinkSchema = z.strictObject({';
    const text = readFileSync(path.join(projectFolder, file), 'utf8');
    leaves = leafReads(new Map([[file, text.replace(written, `${written} name: text,`)]]));
  }, patience(120_000));

  it('is read by what acts on notices, or held by the check; a planted one is found', () => {
    const unread = leaves.filter(({ readIn }) => readIn.length === 0).map((leaf) => leaf.path);
    expect([...new Set(unread)].toSorted()).toEqual([...Object.keys(HELD_BY_CHECK), PLANTED].toSorted());
  });

  it.each([
    ['NoticeSchema referenceDay', 'bff/src/features/session-changes/'],
    ['OccupationFieldSchema offerings[].routes[].condition.field.own', 'shared/src/rules/eligibility/fields.ts'],
    ['CounterSchema counters[].weekdays', 'shared/src/rules/'],
    ['LinkSchema links[].label', 'miniapp/src/features/notice/'],
  ])('is found where it is read: %s', (leaf, place) => {
    const found = leaves.find((one) => one.path === leaf);
    expect(found?.readIn.filter((file) => file.startsWith(place))).not.toEqual([]);
  });
});
