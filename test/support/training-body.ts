import type { RosterView, UnitView } from '@jikaotong/shared/contract';
import { colleagueOf } from './counter';
import { type SignedInPerson, candidateByPhone, equipBody, firstAdministrator } from './people';
import { planSession } from './plan-session';
import { lineOf, openRoster } from './rosters';
import { approvedUnit, unitCode } from './units';
import { type World, openWorld } from './world';

export const cecc = { id: 'cecc', name: '中国电子商会' } as const;

export type TrainingBody = {
  readonly world: World;
  readonly administrator: SignedInPerson;
  readonly reviewer: SignedInPerson;
  readonly agent: SignedInPerson;
  readonly unit: UnitView;
  readonly sessionId: string;
  readonly roster: RosterView;
};

/** A training body with an empty roster of E24's September, whose window to apply has opened today. */
export const openTrainingBody = async (): Promise<TrainingBody> =>
  trainingBodyIn(await openWorld({ day: '2024-08-12' }));

/** The same in a world that stands at that day. */
export async function trainingBodyIn(world: World, codes?: readonly string[]): Promise<TrainingBody> {
  const { administrator, reviewer, sessionId } = await groupSessionIn(world, codes);
  const agent = await candidateByPhone(world, '13900000001');
  const told = { bodyId: cecc.id, name: '某培训学校', kind: 'training-body' as const, code: unitCode(1) };
  const unit = await approvedUnit(agent, reviewer, told);
  return { world, administrator, reviewer, agent, unit, sessionId, roster: await openRoster(agent, unit, sessionId) };
}

/** E24's September alone, to which no unit has come yet. */
export async function groupSessionIn(
  world: World,
  codes: readonly string[] = ['blockchain-4'],
): Promise<Pick<TrainingBody, 'administrator' | 'reviewer' | 'sessionId'>> {
  const administrator = await firstAdministrator(world, 'cecc-admin', cecc);
  await equipBody(world, administrator, cecc);
  const reviewer = await colleagueOf(world, administrator, cecc.id, 'shenhe', ['reviewer']);
  const sessionId = await planSession(administrator, {
    noticeId: 'cecc-2024-certification',
    name: '2024年9月批次',
    examOn: '2024-09-21',
    offerings: Object.fromEntries(codes.map((code) => [code, ['theory', 'skill'] as const])),
    opens: '2024-08-12',
    closes: '2024-08-25',
    payBy: '2024-09-01',
  });
  return { administrator, reviewer, sessionId };
}

/** What a person of `lineOf` says, in the keys of a row; without the phone, as a member fills it in. */
export function valuesOfLine(order: number, change: Readonly<Record<string, string>> = {}): Record<string, string> {
  const line = lineOf(order);
  return {
    name: line['姓名'] ?? '',
    documentType: line['证件类型'] ?? '',
    documentNumber: line['证件号码'] ?? '',
    offering: line['申报项目'] ?? '',
    route: line['申报条件（第几条）'] ?? '',
    jobOccupation: line['从事的职业'] ?? '',
    jobFrom: line['从哪天起'] ?? '',
    ...change,
  };
}

export const phoneOfLine = (order: number): string => lineOf(order)['手机号'] ?? '';
