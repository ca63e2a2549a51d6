import { rosterRows } from '@jikaotong/shared/contract';
import { candidateByPhone } from './people';
import { lineOf, numberOf } from './rosters';
import type { World } from './world';

/** Members of `lineOf` claim their rows with their own phones and confirm what stands there. */
export async function membersConfirm(world: World, orders: readonly number[]): Promise<void> {
  for (const order of orders) {
    const line = lineOf(order);
    const member = await candidateByPhone(world, line['手机号'] ?? '');
    const claim = { name: line['姓名'] ?? '', documentType: 'resident-id' as const, documentNumber: numberOf(order) };
    const { applicationId: id } = await member.api.ok(rosterRows.claimRosterRow, { body: claim });
    if (id === null) throw new Error('the claim found no application');
    const { version } = await member.api.ok(rosterRows.getOwnRosterRow, { params: { id } });
    const body = { version, truthful: true as const, noticeRead: true as const };
    await member.api.ok(rosterRows.confirmOwnRosterRow, { params: { id }, body });
  }
}
