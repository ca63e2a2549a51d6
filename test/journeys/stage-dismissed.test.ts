import { contestEntries, orders, stagePublication, stageRankings } from '@jikaotong/shared/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesOf } from '../support/listed-cases';
import { entriesOf } from '../support/listed-entries';
import { type SignedInPerson, staffMember } from '../support/people';
import {
  type StageStaff,
  confirmAll,
  deskOf,
  entered,
  key,
  keyAll,
  note,
  previewOf,
  publish,
  stageStaff,
  freezeRoster,
} from '../support/stage';
import { type World, openWorld } from '../support/world';

/** Ten, each worse than the one before; 30 % are three. */
const MARKS = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [at + 1, ['80', String(95 - at)] as const]));

describe('a disqualification by mistake, corrected', () => {
  let world: World;
  let staff: StageStaff;
  let reviewer: SignedInPerson;
  let people: SignedInPerson[];
  let id: string;
  let next: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
    staff = await stageStaff(world);
    reviewer = await staffMember(world, staff.administrator, 'shenhe', ['reviewer']);
    people = await entered(world, staff, 10);
    ({ id } = await entriesOf(staff.administrator));
    await freezeRoster(staff.administrator, id);
    await keyAll(staff.marker, id, MARKS);
    await confirmAll(staff.second, id);
    next = (await deskOf(staff.marker, id)).stages[1]?.id ?? '';
    await publish(staff.publisher, id);
    await freezeRoster(staff.administrator, next);
  });
  afterAll(() => world.stop());

  const admit = (number: number) =>
    staff.publisher.api.call(stagePublication.admitInstead, {
      params: { id },
      body: { number, reason: '取消资格系登记错误' },
    });
  const stand = async (number: number, standing: 'present' | 'disqualified', reason: string) => {
    await note(staff.marker, id, { number, standing, reason, witness: '裁判长' });
    await confirmAll(staff.second, id);
    await publish(staff.publisher, id, reason);
  };
  const reached = async (number: number) => {
    const person = people[number - 1] ?? staff.administrator;
    const [entry] = (await person.api.ok(contestEntries.listMyEntries, {})).items;
    const { items } = await person.api.ok(stageRankings.listMyStages, { params: { id: entry?.id ?? '' } });
    return items.map((one) => one.reached);
  };
  const casesNow = async () => (await casesOf(reviewer, 'open')).filter(({ kind }) => kind === 'passed-over');
  const decide = async (caseId: string) =>
    reviewer.api.ok(orders.resolveCase, { params: { id: caseId }, body: { action: 'note', note: '经研究，不予补录' } });
  const correct = async (number: number, mark: string, reason: string) => {
    await key(staff.marker, id, { number, part: 'skill', mark, reason });
    await confirmAll(staff.second, id);
    await publish(staff.publisher, id, reason);
  };

  it('lets nobody count as let in who was dismissed, and offers the free place to the one it was taken from', async () => {
    await stand(2, 'disqualified', '2号违规，取消资格');
    expect(await deskOf(staff.marker, next)).toMatchObject({ standings: { unnoted: 2, withdrawn: 1 } });
    await stand(2, 'present', '2号取消资格系登记错误');
    expect(await previewOf(staff.publisher, id)).toMatchObject({
      ask: 'replacement',
      passedOver: [{ number: 2 }],
      replacements: [{ number: 2, free: 1 }],
      admitted: [],
    });
    expect((await admit(2)).code).toBe('ok');
    expect(await previewOf(staff.publisher, id)).toMatchObject({
      passedOver: [],
      replacements: [],
      admitted: [{ number: 2, on: '2025-07-10' }],
    });
    // under the number of before
    expect(await deskOf(staff.marker, next)).toMatchObject({ entrants: 3, standings: { unnoted: 3 } });
    expect((await reached(2)).slice(0, 2)).toEqual(['yes', 'yes']);
  });

  it('is a case for staff where the next stage has begun meanwhile', async () => {
    await stand(3, 'disqualified', '3号违规，取消资格');
    await key(staff.marker, next, { number: 1, part: 'skill', mark: '90' });
    expect(await casesNow()).toEqual([]);
    await stand(3, 'present', '3号取消资格系登记错误');
    expect(await previewOf(staff.publisher, id)).toMatchObject({ ask: 'case', admitted: [{ number: 2 }] });
    expect(await casesNow()).toHaveLength(1);
  });

  it('is not asked again of staff who have decided it, until something changes for that person', async () => {
    const [first] = await casesNow();
    await decide(first?.id ?? '');
    await correct(9, '20', '9号技能成绩登记有误');
    expect(await casesNow()).toEqual([]);
    await correct(3, '92.5', '3号技能成绩登记有误');
    const again = await casesNow();
    expect(again).toMatchObject([{ entryId: first?.entryId }]);
    expect(again[0]?.id).not.toBe(first?.id);
  });
});
