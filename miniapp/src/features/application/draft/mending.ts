import type { ApplicationView } from '@jikaotong/shared/contract';

type Field = ApplicationView['changedFields'][number];

/** `changed`: the server sees another value; `same`: its page was saved again with what stood there; `waiting`: not yet. */
export function mendState<Step extends string>(
  of: { readonly field: Field; readonly step: Step },
  given: { readonly changedFields: readonly Field[]; readonly resaved: ReadonlySet<Step> },
): 'changed' | 'same' | 'waiting' {
  if (given.changedFields.includes(of.field)) return 'changed';
  return given.resaved.has(of.step) ? 'same' : 'waiting';
}
