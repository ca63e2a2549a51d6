import { staffEntries, stagePublication } from '@jikaotong/shared/contract';
import type { StageCode } from '@jikaotong/shared/notice';
import { stageEventOf } from '../../bff/src/features/contests';
import { stageEntrantRecord } from '../../bff/src/features/stages/stage.record';
import { type Score, parseScore } from '@jikaotong/shared/kernel';
import { C25 } from './contest-entry';
import { type Planted, firstEntrant, plantEntrants } from './entrants';
import type { SignedInPerson } from './people';
import { type StageStaff, previewOf, publish, freezeRoster } from './stage';
import type { World } from './world';

/** The unit that entrants wrote in two ways. */
export const JIA = '北京甲安防有限公司';
export const JIA_ALSO = '北京市甲安防有限责任公司';

const company = (unit: string): Planted => ({ unit, unitType: 'company', coach: null, unionCard: true });
const many = (count: number, one: Planted): Planted[] => Array.from({ length: count }, () => one);

/**
 * 412 from 37 units, the best first. The first one entered here and belongs to 甲 (six who wrote it so, four otherwise);
 * the next nine are of 第1公司, the fourth of all without a union card; 乙 has nine, 丙 eleven, a school ten; 29 more
 * companies have twelve, three have four.
 */
export const PLANTED: readonly Planted[] = [
  ...many(9, company('第1公司')).map((one, at) => ({ ...one, unionCard: at !== 2 })),
  ...many(5, company(JIA)),
  ...many(4, company(JIA_ALSO)),
  ...many(3, company('第1公司')),
  ...many(9, company('乙公司')),
  ...many(11, { ...company('丙事业单位'), unitType: 'institution' }),
  ...many(10, { ...company('丁学校'), unitType: 'school' }),
  ...Array.from({ length: 29 }, (_, at) => many(12, company(`第${at + 2}公司`))).flat(),
  ...Array.from({ length: 3 }, (_, at) => many(4, company(`小公司${at + 1}`))).flat(),
];

/** Everybody entered and accepted, the best first, and registration is over. */
export async function enteredCompetition(world: World, staff: StageStaff, person?: SignedInPerson) {
  const who = { openid: 'o-first', order: 900, unit: JIA };
  const first = await firstEntrant(world, person ? { ...who, person } : who);
  await acceptEntry(staff, first.id);
  const ids = [first.id, ...(await plantEntrants(world, first.id, PLANTED))];
  return { first, ids };
}

export async function acceptEntry({ administrator }: StageStaff, id: string): Promise<void> {
  const { version } = await administrator.api.ok(staffEntries.getStaffEntry, { params: { id } });
  const body = { verdict: 'accepted' as const, version };
  await administrator.api.ok(staffEntries.decideEntry, { params: { id }, body });
}

const score = (points: string): Score => {
  const read = parseScore(points);
  if (!read.ok) throw new Error(`${points} is no score`);
  return read.value;
};

/** Marks a stage so that each is a tenth of a point behind the one before, the last `absent` did not come; then publishes. */
export async function rankedStage(
  world: World,
  staff: StageStaff,
  given: {
    readonly stage: StageCode;
    readonly ids: readonly string[];
    readonly absent?: number;
    readonly tied?: boolean;
  },
): Promise<string> {
  const { stage, ids, absent = 0, tied = false } = given;
  const id = await world.db.read((h) => stageEventOf(h, C25, stage));
  const params = { id };
  await freezeRoster(staff.administrator, params.id);
  await world.db.tx(async (h) => {
    for (const [place, candidateId] of ids.entries()) {
      const isAbsent = place >= ids.length - absent;
      // a full tie of the second and the third, where it is asked for
      const behind = tied && place === 2 ? 1 : place;
      const marks = isAbsent
        ? { theory: null, skill: null }
        : { theory: score('80'), skill: score(`${99 - behind / 10}`) };
      const standing = isAbsent ? 'absent' : 'present';
      await h.repo(stageEntrantRecord).update({ stageId: id, candidateId }, { ...marks, standing });
    }
  });
  if (tied) {
    const { ties, turn } = await previewOf(staff.publisher, id);
    const order = ties[0]?.entrants.map(({ number }) => number) ?? [];
    const body = { order, jury: '评委组三人', reason: '加试一题', turn };
    await staff.publisher.api.ok(stagePublication.decideTie, { params, body });
  }
  await publish(staff.publisher, id);
  return id;
}
