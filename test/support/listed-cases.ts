import { type CaseView, orders } from '@jikaotong/shared/contract';
import { moneyCaseList, peopleCaseList } from '@jikaotong/shared/lists';
import type { SignedInPerson } from './people';

/** Every case that somebody's lists show, the oldest first, each as it opens; `state` narrows them. */
export async function casesOf(staff: SignedInPerson, state?: CaseView['state']): Promise<CaseView[]> {
  const query = { limit: '200', ...(state && { state }) };
  const found = [];
  for (const { bodyId, roles } of staff.session.account.grants)
    for (const list of [peopleCaseList, moneyCaseList])
      if (list.who.some((role) => roles.includes(role)))
        found.push(...(await staff.api.ok(list.rows, { params: { id: bodyId }, query })).items);
  const cases = [];
  for (const { id } of found) cases.push(await staff.api.ok(orders.getCase, { params: { id } }));
  return cases.toSorted((a, b) => a.openedAt - b.openedAt);
}
