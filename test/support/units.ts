import { type UnitView, units } from '@jikaotong/shared/contract';
import { portrait } from '../builders/photos';
import { uploaded } from './apply';
import type { SignedInPerson } from './people';

type Told = Partial<Pick<UnitView, 'bodyId' | 'name' | 'kind' | 'code' | 'address' | 'contactName' | 'contactPhone'>>;

/** A code whose check character is right: one of 31^4, by a number. */
export function unitCode(nth: number): string {
  const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const head = `91110105MA${String(nth).padStart(7, '0')}`;
  let weight = 1;
  let sum = 0;
  for (const letter of head) {
    sum += letters.indexOf(letter) * weight;
    weight = (weight * 3) % 31;
  }
  return head + letters.charAt((31 - (sum % 31)) % 31);
}

/** What an agent fills in, with a proof of the agent's own. */
export const unitTold = async (agent: SignedInPerson, told: Told = {}) => ({
  bodyId: 'bspia',
  name: '北京甲安防有限公司',
  kind: 'company' as const,
  code: unitCode(1),
  address: '北京市朝阳区某路1号',
  contactName: '周经理',
  contactPhone: '13900000001',
  ...told,
  proofFileId: await uploaded(agent, 'document', await portrait()),
});

export const registered = async (agent: SignedInPerson, told: Told = {}): Promise<UnitView> =>
  agent.api.ok(units.registerUnit, { body: await unitTold(agent, told) });

/** A unit that staff have approved. */
export async function approvedUnit(
  agent: SignedInPerson,
  reviewer: SignedInPerson,
  told: Told = {},
): Promise<UnitView> {
  const { id, version } = await registered(agent, told);
  await reviewer.api.ok(units.approveUnit, { params: { id }, body: { version } });
  return agent.api.ok(units.getUnit, { params: { id } });
}

/** The token in the path of a one-time link. */
export const tokenIn = (linkPath: string | null): string =>
  new URLSearchParams(linkPath?.split('?')[1]).get('token') ?? '';
