import { awards } from '@jikaotong/shared/contract';
import type { AwardBoardView } from '@jikaotong/shared/contract';
import { addDays } from '@jikaotong/shared/kernel';
import type { SignedInPerson } from './people';
import { type StageStaff, confirmAll, keyAll, note, publish, freezeRoster } from './stage';
import type { World } from './world';

export type KeyedMarks = Readonly<Record<number, readonly [theory: string, skill: string]>>;

/** A name of its own for each of a hundred entrants: 选手甲子 … */
export const nameOf = (number: number) =>
  `选手${'甲乙丙丁戊己庚辛壬癸'.charAt(Math.floor(number / 10))}${'子丑寅卯辰巳午未申酉'.charAt(number % 10)}`;

/** Freezes the roster of a stage, keys every mark in, has a second person confirm them and publishes the ranks. */
export async function keyedStage(
  staff: StageStaff,
  id: string,
  given: { readonly marks: KeyedMarks; readonly absent?: readonly number[] },
): Promise<void> {
  await freezeRoster(staff.administrator, id);
  await keyAll(staff.marker, id, given.marks);
  for (const number of given.absent ?? []) await note(staff.marker, id, { number, standing: 'absent' });
  await confirmAll(staff.second, id);
  await publish(staff.publisher, id);
}

export const awardBoardOf = (by: SignedInPerson, noticeId: string): Promise<AwardBoardView> =>
  by.api.ok(awards.getAwardBoard, { params: { id: noticeId } });

/** Who gets what, by the codes of the notice, awards without anybody left out. */
export const awardedIn = ({ awards: all }: AwardBoardView): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    all.flatMap(({ code, lines }) => (lines.length === 0 ? [] : [[code, lines.map(({ name }) => name).toSorted()]])),
  );

/** One proposes the awards as they stand, another locks them once nobody may protest any more. */
export async function lockedByTwo(
  world: World,
  noticeId: string,
  { proposes, locks }: { readonly proposes: SignedInPerson; readonly locks: SignedInPerson },
): Promise<AwardBoardView> {
  const params = { id: noticeId };
  const { turn } = await awardBoardOf(proposes, noticeId);
  const proposed = await proposes.api.ok(awards.proposeAwards, { params, body: { turn } });
  const { window } = proposed.protests;
  if (window) await world.moveTo(addDays(window.until, 1));
  return locks.api.ok(awards.lockAwards, { params, body: { turn: proposed.turn, agrees: true } });
}
