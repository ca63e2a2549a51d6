import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { patience } from '../support/patience';
import { projectFolder } from '../support/project-folder';
import { type Leaf, leafReads } from './leaf-reads';

/** What the language knows and nothing acts on yet, each with the reason; shown at least as part of the printed text. */
const NOT_READ_YET: Readonly<Record<string, string>> = {
  'RouteSchema offerings[].routes[].nationalCode': 'kept to compare a notice with the national standard, in tests only',
  'MajorFieldSchema offerings[].routes[].condition.field.own':
    'a major that no list names is a question to staff, whatever this says',
  'FeeRowSchema fees.rows[].totalFen': 'the check refuses a row whose items do not add up to it; the items are charged',
  'ChannelSchema ticket.channels[].kind': 'a channel is shown by its name and opened by its address',
  'AwardSchema contest.awards[].gives': 'an award is shown by its printed name; none is handled by what it gives',
  'AwardSchema contest.awards[].remind': 'the giver is not reminded yet',
  'ContestSchema contest.rankingGroups': 'all entrants are ranked together until entries say their group',
  'ContestSchema contest.rankingGroups[].code': 'as the list of ranking groups',
  'ContestSchema contest.rankingGroups[].name': 'as the list of ranking groups',
  'MarkingSchema contest.marking.rounding': 'only one way of rounding is in the language',
  'ContestSchema contest.papersFiledWith': 'filing of papers happens outside this system',
  'BreachTierSchema conduct.tiers[].cancels': 'staff decide from the printed text of a tier',
  'BreachTierSchema conduct.tiers[].ban': 'staff decide from the printed text of a tier',
  'BreachTierSchema conduct.tiers[].ban.kind': 'staff decide from the printed text of a tier',
  'BreachTierSchema conduct.tiers[].ban.light': 'staff decide from the printed text of a tier',
  'BreachTierSchema conduct.tiers[].ban.serious': 'staff decide from the printed text of a tier',
  'BreachSchema conduct.tiers[].breaches[].afterWarning': 'staff decide from the printed text of a breach',
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

  it('is read by what acts on notices, or named with its reason; a planted one is found', () => {
    const unread = leaves.filter(({ readIn }) => readIn.length === 0).map((leaf) => leaf.path);
    expect([...new Set(unread)].toSorted()).toEqual([...Object.keys(NOT_READ_YET), PLANTED].toSorted());
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
