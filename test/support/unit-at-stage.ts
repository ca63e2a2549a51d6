import { contestGroups } from '@jikaotong/shared/contract';
import { entryList } from '@jikaotong/shared/lists';
import { acceptedTogether, entriesOf, listedEntries } from './listed-entries';
import { entrantLine, openGroup, packageOf, sendPackage } from './packages';
import { type SignedInPerson, candidateByPhone, staffMember } from './people';
import { approvedUnit } from './units';
import type { World } from './world';

export const AGENTS_PHONE = '13900000001';
export const UNIT = '北京甲安防有限公司';

/** A unit enters so many for C25, and whoever waits for a decision is accepted. */
export async function unitAtStage(world: World, administrator: SignedInPerson, many: number) {
  const reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
  const agent = await candidateByPhone(world, AGENTS_PHONE);
  const unit = await approvedUnit(agent, reviewer, { name: UNIT });
  const group = await openGroup(agent, unit.id);
  const template = await agent.api.file(contestGroups.downloadPackageTemplate, { params: { id: group.id } });
  const lines = Array.from({ length: many }, (_, at) => entrantLine(20 + at));
  const bytes = await packageOf(template, lines);
  await sendPackage(world, agent, { id: group.id, title: `甲安防+${many}`, bytes });
  const waiting = await listedEntries(administrator, { state: 'submitted' });
  if (waiting.length > 0) {
    const params = await entriesOf(administrator);
    const body = { act: 'accept' as const, which: { ids: waiting.map(({ id }) => id) } };
    const chosen = await administrator.api.ok(entryList.acting.select, { params, body });
    await acceptedTogether(world, administrator, chosen);
  }
  return { agent, unit, group, names: lines.map((line) => line['姓名'] ?? '') };
}
