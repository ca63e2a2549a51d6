import { rosterRows, rosters } from '@jikaotong/shared/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Company, companyAtCounter } from '../support/company-at-counter';
import { installerRow, rowsIn } from '../support/rosters';
import { type World, openWorld } from '../support/world';

let world: World;
let company: Company;
const params = () => ({ id: company.roster.id });
beforeAll(async () => {
  world = await openWorld({ day: '2026-11-23' });
  company = await companyAtCounter(world, 1);
});
afterAll(() => world.stop());

const add = (order: number, change: Record<string, string>) =>
  company.agent.api.ok(rosterRows.addRosterRow, {
    params: params(),
    body: { values: { ...installerRow(order), name: `学员${'甲乙丙丁'.charAt(order)}`, ...change } },
  });
const feeNow = async () => (await company.agent.api.ok(rosters.getRoster, { params: params() })).feeFen;

it('asks for a yes or no that a row leaves empty, and takes it for neither', async () => {
  const unsaid = await add(1, { 'declared.intends': '' });
  expect(unsaid).toMatchObject({ standing: 'incomplete', values: { 'declared.intends': '' } });
  expect(unsaid.reasons.join()).not.toBe('');
  const no = await add(2, { 'declared.intends': '否' });
  expect(no).toMatchObject({ standing: 'ineligible', values: { 'declared.intends': '否' } });
});

it('counts nobody into the fees who cannot apply as the row stands', async () => {
  const rows = await rowsIn(company.agent, company.roster.id);
  const fees = rows.filter(({ standing }) => standing !== 'ineligible').map(({ feeFen }) => feeFen);
  expect(fees).toHaveLength(2);
  expect(await feeNow()).toBe(fees.reduce((sum, one) => sum + one, 0));
});
