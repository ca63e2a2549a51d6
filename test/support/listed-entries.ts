import { contests } from '@jikaotong/shared/contract';
import { entryList, type ListRow, type SelectionView } from '@jikaotong/shared/lists';
import { C25 } from './contest-entry';
import type { SignedInPerson } from './people';
import type { World } from './world';

/** The stage of a competition that everybody enters: whose list is that of the competition. */
export const entriesOf = async (staff: SignedInPerson, noticeId: string = C25): Promise<{ id: string }> => {
  const { entriesId } = await staff.api.ok(contests.getStaffContest, { params: { id: noticeId } });
  return { id: entriesId };
};

/** The first page of the list as staff ask for it. */
export const listedEntries = async (
  staff: SignedInPerson,
  query: Record<string, string> = {},
): Promise<ListRow<typeof entryList>[]> => {
  const params = await entriesOf(staff);
  return (await staff.api.ok(entryList.rows, { params, query: { limit: '200', ...query } })).items;
};

/** Accepts what was chosen, as the job does it; what became of each row. */
export async function acceptedTogether(
  world: World,
  staff: SignedInPerson,
  frozen: SelectionView,
): Promise<{ view: SelectionView; codes: Record<string, string> }> {
  const params = { ...(await entriesOf(staff)), selectionId: frozen.id };
  await staff.api.ok(entryList.acting.start, { params });
  await world.runJobs();
  const codes: Record<string, string> = {};
  let cursor: string | undefined;
  do {
    const page = await staff.api.ok(entryList.acting.results, {
      params,
      query: cursor === undefined ? {} : { cursor },
    });
    for (const { rowId, state, code } of page.items) codes[rowId] = code ?? state;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return { view: await staff.api.ok(entryList.acting.progress, { params }), codes };
}

/** Does what was chosen of a list of entries, as the job does it; how many of them it was done to. */
export async function actedTogether(
  world: World,
  staff: SignedInPerson,
  stageId: string,
  frozen: SelectionView,
): Promise<SelectionView> {
  const params = { id: stageId, selectionId: frozen.id };
  await staff.api.ok(entryList.acting.start, { params });
  await world.runJobs();
  return staff.api.ok(entryList.acting.progress, { params });
}
