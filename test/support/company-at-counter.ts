import { type RosterView, rosterRows, rosters } from '@jikaotong/shared/contract';
import { colleagueOf } from './counter';
import { openSession } from './open-session';
import { type SignedInPerson, candidateByPhone, firstAdministrator } from './people';
import { installerRow, openRoster, photosOf } from './rosters';
import { approvedUnit, unitCode } from './units';
import type { World } from './world';

export type Company = {
  readonly administrator: SignedInPerson;
  /** Signs in as `chuangkou`. */
  readonly clerk: SignedInPerson;
  /** Signs in by the phone 13900000001. */
  readonly agent: SignedInPerson;
  readonly roster: RosterView;
};

/** A company with so many installers, at most eight, rows and photos whole and nothing handed in, in a world that stands at 2026-11-23. */
export async function companyAtCounter(world: World, many: number): Promise<Company> {
  const administrator = await firstAdministrator(world);
  const sessionId = await openSession(administrator);
  const clerk = await colleagueOf(world, administrator, 'bspia', 'chuangkou', ['reviewer']);
  const agent = await candidateByPhone(world, '13900000001');
  const unit = await approvedUnit(agent, clerk, { name: '北京甲安防有限公司', code: unitCode(1) });
  const roster = await openRoster(agent, unit, sessionId);
  const params = { id: roster.id };
  const orders = Array.from({ length: many }, (_, order) => order);
  for (const order of orders) {
    const values = { ...installerRow(order), name: `学员${'甲乙丙丁戊己庚辛'.charAt(order)}` };
    await agent.api.ok(rosterRows.addRosterRow, { params, body: { values } });
  }
  const zip = { bytes: await photosOf(orders), name: '照片.zip' };
  await agent.api.ok(rosters.uploadRosterPhotos, { params, file: zip });
  await world.runJobs();
  return { administrator, clerk, agent, roster };
}
