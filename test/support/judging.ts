import {
  type BodyOf,
  type JudgeList,
  type JudgingView,
  judgePhones,
  judging,
  stageDraws,
} from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { C25 } from './contest-entry';
import { firstEntrant, plantEntrants } from './entrants';
import { entriesOf } from './listed-entries';
import { type SignedInPerson, candidateByPhone, staffMember } from './people';
import { type StageStaff, stageStaff, freezeRoster } from './stage';
import { acceptEntry } from './competition';
import type { World } from './world';

export type JudgedStage = StageStaff & {
  readonly officer: SignedInPerson;
  readonly world: World;
  readonly id: string;
  readonly at: { readonly id: string; readonly part: 'skill' };
};

/** Of the fifth entrant: its coach judges. */
export const COACH = '王教练';
/** Of the second entrant: a judge is of it. */
export const OWN_UNIT = '北京甲安防有限公司';

/**
 * So many entrants of C25, drawn into heats of two (or so many) on the 28th, their roster frozen; it is the 28th. The second one is of
 * the unit of a judge, the fifth one has a coach who judges.
 */
export async function judgedStage(world: World, many: number, stations = 2): Promise<JudgedStage> {
  const staff = await stageStaff(world);
  const officer = await staffMember(world, staff.administrator, 'kaowu', ['exam-officer']);
  const first = await firstEntrant(world, { openid: 'o-first', order: 900 });
  await acceptEntry(staff, first.id);
  const others = Array.from({ length: many - 1 }, (_, at) => ({
    unit: at === 0 ? '北京市甲安防有限责任公司' : '乙公司',
    unitType: 'company' as const,
    coach: at === 3 ? COACH : null,
    unionCard: true,
  }));
  await plantEntrants(world, first.id, others);
  await world.moveTo('2025-07-26');
  const { id } = await entriesOf(staff.administrator);
  await freezeRoster(staff.administrator, id);
  const hours = { day: localDate('2025-07-28'), startsAt: timeOfDay('08:00'), endsAt: timeOfDay('18:00') };
  await officer.api.ok(stageDraws.drawStage, {
    params: { id: C25, stage: 'preliminary' },
    body: { stations, minutes: 40, gapMinutes: 10, blocks: [hours], papers: [] },
  });
  await world.moveTo('2025-07-28');
  return { ...staff, officer, world, id, at: { id, part: 'skill' } };
}

type Sheet = BodyOf<typeof judging.defineMarkingSheet>;
export const SHEET: Sheet = {
  seen: 0,
  items: [
    { name: '设备安装', maximum: 6000, step: 50 },
    { name: '安全文明', maximum: 4000, step: 100 },
  ],
  rule: { kind: 'mean' },
  spread: 1000,
  definedAs: 'jury',
  said: '裁判组：赵一、钱二',
  short: false,
};

export const viewOf = ({ marker, at }: JudgedStage): Promise<JudgingView> =>
  marker.api.ok(judging.getJudging, { params: at });

/** What whoever locks has seen. */
export const lockBody = ({ turn, outliers, notBegun }: JudgingView): BodyOf<typeof judging.lockMarks> => ({
  turn,
  seen: { outliers, notBegun },
});

/** A judge who came in by the link. */
export type Judging = { readonly person: SignedInPerson; readonly judgeId: string };

export async function judgeOf(
  { world, officer, at }: JudgedStage,
  who: { name: string; phone: string; unit?: string; heats?: number[] },
): Promise<Judging> {
  const { name, phone, unit = '市职业技能鉴定中心', heats = null } = who;
  const body = { name, phone, unit, heats, stations: null };
  const { linkPath } = await officer.api.ok(judging.assignJudge, { params: at, body });
  const person = await candidateByPhone(world, phone);
  const token = new URL(`http://h${(linkPath ?? '').replace('/#', '')}`).searchParams.get('token') ?? '';
  const { judgeId } = await person.api.ok(judgePhones.joinJudging, { params: { token } });
  return { person, judgeId };
}

export const listOf = ({ person, judgeId }: Judging): Promise<JudgeList> =>
  person.api.ok(judgePhones.getJudgeList, { params: { id: judgeId } });

let nonces = 0;
/** One mark as a phone writes it down. */
export const actOf = (placeId: string, marks: readonly number[], more: Readonly<Record<string, unknown>> = {}) => ({
  nonce: `nonce-${String((nonces += 1)).padStart(6, '0')}`,
  atMs: Date.now(),
  placeId,
  run: 1,
  sheetVersion: 1,
  base: 0,
  marks: [...marks],
  reason: null,
  ...more,
});

export const send = ({ person, judgeId }: Judging, ...acts: readonly (Record<string, unknown> & { nonce: string })[]) =>
  person.api.ok(judgePhones.sendJudgeMarks, {
    params: { id: judgeId },
    body: { sentAtMs: Date.now(), waiting: 0, acts: [...acts] },
  });

/** Everybody on the judge's list gets these marks. */
export async function markAll(judge: Judging, marks: readonly number[]): Promise<void> {
  const { numbers } = await listOf(judge);
  await send(judge, ...numbers.map(({ placeId, run }) => actOf(placeId, marks, { run })));
}

export async function holdKey({ administrator, officer, at }: JudgedStage): Promise<JudgingView> {
  const body = { first: administrator.accountId, second: officer.accountId };
  return officer.api.ok(judging.holdMarkingKey, { params: at, body });
}
