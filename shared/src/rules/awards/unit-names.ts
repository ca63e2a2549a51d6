import { tidyLine } from '../../kernel';
import type { UnitKind } from '../../notice';
import { byName } from '../ranking';

/** What a unit's written name is compared by: without blanks, brackets and marks, 责任 of 有限责任公司, 市 of 北京市. */
export const unitNameKey = (name: string): string =>
  tidyLine(name.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s()（）[\]【】·.,，。、'"“”‘’-]/gu, '')
    .replace(/有限责任公司/gu, '有限公司')
    .replace(/^北京市/u, '北京');

/** A unit as entrants wrote it, and how many did so. */
export type WrittenUnit = { readonly name: string; readonly kind: UnitKind | null; readonly entrants: number };

/** Names that look like one unit, the most written first: a proposal that staff confirm or not. */
export function proposedJoins(written: readonly WrittenUnit[]): readonly (readonly WrittenUnit[])[] {
  const alike = new Map<string, WrittenUnit[]>();
  for (const one of written) alike.set(unitNameKey(one.name), [...(alike.get(unitNameKey(one.name)) ?? []), one]);
  return [...alike.values()]
    .filter((names) => names.length > 1)
    .map((names) => names.toSorted((a, b) => b.entrants - a.entrants || byName(a.name, b.name)))
    .toSorted(([a], [b]) => byName(a?.name ?? '', b?.name ?? ''));
}
