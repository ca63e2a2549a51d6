import type { Acts, Choice, Columns, Filters, List, SelectionView } from '@jikaotong/shared/lists';
import type { SignedInPerson } from './people';
import type { World } from './world';

/** Freezes a choice, starts it, lets the job run and tells how it went. */
export async function actOn<C extends Columns, F extends Filters, A extends Acts>(
  world: World,
  person: SignedInPerson,
  on: { list: List<C, F, A>; id: string; choice: NoInfer<Choice<F, A>> },
): Promise<SelectionView>;
export async function actOn(
  world: World,
  { api }: SignedInPerson,
  { list, id, choice }: { list: List; id: string; choice: Choice<Filters, Acts> },
): Promise<SelectionView> {
  const { acting } = list;
  const frozen = await api.ok(acting.select, { params: { id }, body: choice });
  const params = { id, selectionId: frozen.id };
  await api.ok(acting.start, { params });
  await world.runJobs();
  return api.ok(acting.progress, { params });
}
