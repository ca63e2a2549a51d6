import { type BodyOf, contests, registrations, sessions, sittings, stages } from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { nameOf } from './contest-story';
import { entriesOf } from './listed-entries';
import type { SignedInPerson } from './people';
import { numberOf } from './rosters';
import { sendSheet } from './send-sheet';
import { theoryIn } from './stage-day';
import type { World } from './world';

export const C24 = 'bspia-2024-competition-installer';
export const C24_DAY = '2024-06-15';

/** The export of the government's site, of so many; `phones` by position, and the last one by a passport. */
export const listedCsv = (many: number, phones: Readonly<Record<number, string>>): Buffer =>
  Buffer.from(
    [
      '姓名,证件类型,证件号码,手机号,单位,报名编号',
      ...Array.from({ length: many }, (_, at) => {
        const order = at + 1;
        const [type, number] = order === many ? ['护照', 'E12345678'] : ['居民身份证', numberOf(order)];
        return [nameOf(order), type, number, phones[order] ?? '', '北京甲安防有限公司', `JS${order}`].join(',');
      }),
    ].join('\r\n'),
  );

/** The list is taken in, the preliminary announced, with one room; nobody is seated yet. The stage as a parameter. */
export async function listedStage(
  world: World,
  by: SignedInPerson,
  many: number,
  phones: Readonly<Record<number, string>> = {},
): Promise<{ id: string }> {
  await sendSheet(world, by, { endpoints: registrations.listSheet, id: C24, bytes: listedCsv(many, phones) });
  const params = await entriesOf(by, C24);
  await world.moveTo('2024-06-03');
  await by.api.ok(contests.announceStage, {
    params: { id: C24, stage: 'preliminary' },
    body: { day: localDate(C24_DAY), startsAt: timeOfDay('08:30'), place: '亦庄实训基地' },
  });
  await by.api.ok(stages.openStageDay, { params });
  const { sites, papers } = theoryIn(C24_DAY, many);
  const body: BodyOf<typeof sessions.setSessionPlaces> = {
    sites,
    papers: papers.map((paper) => ({ ...paper, offeringCode: 'installer' })),
  };
  await by.api.ok(sessions.setSessionPlaces, { params, body });
  await by.api.ok(sittings.seatSession, { params });
  return params;
}

/** Notes the own registration, so that the place on the list is found. */
export const claimListed = (person: SignedInPerson, order: number) =>
  person.api.ok(registrations.noteRegistration, {
    params: { id: C24 },
    body: {
      way: 'individual',
      state: 'submitted',
      reference: null,
      registeredOn: null,
      name: nameOf(order),
      documentType: 'resident-id',
      documentNumber: numberOf(order),
    },
  });
