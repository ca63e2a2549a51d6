import type { Clause } from '../../kernel';
import type { NodePath, Offering } from '../../notice';
import type { ChangeData, ChangeGroup, ChangeUnit } from './notice-change';

/** A part of one version, to be held against the part of the same name of another. */
export type NoticePart = {
  readonly group: ChangeGroup;
  readonly unit: ChangeUnit;
  /** Tells units of a kind apart, whatever their place in a list. */
  readonly name: string;
  readonly path: NodePath;
  /** What it says; null counts as not there. */
  readonly node: unknown;
  readonly offerings: readonly string[] | null;
  readonly data: ChangeData;
  readonly text: string | number | null;
  readonly source: Clause | null;
};

type Given = Pick<NoticePart, 'node' | 'path'> &
  Partial<Pick<NoticePart, 'name' | 'offerings' | 'data' | 'text' | 'source'>>;

/** A unit of a kind; it concerns everybody unless told otherwise, and its source is looked for in the node. */
export const noticePartOf = (group: ChangeGroup, unit: ChangeUnit, given: Given): NoticePart => ({
  group,
  unit,
  name: given.name ?? '',
  path: given.path,
  node: given.node,
  offerings: given.offerings ?? null,
  data: given.data ?? {},
  text: given.text ?? null,
  source: given.source ?? sourceIn(given.node),
});

/** What names an offering in a sentence; one that the notice does not have is its code. */
export const namedOffering = (code: string, offering: Offering | undefined): ChangeData => ({
  offering: code,
  occupation: offering?.occupation ?? code,
  workType: offering?.workType ?? null,
  level: offering?.level ?? null,
});

function sourceIn(node: unknown): Clause | null {
  if (typeof node !== 'object' || node === null || !('source' in node)) return null;
  const { source } = node;
  return isClause(source) ? source : null;
}

const isClause = (source: unknown): source is Clause =>
  typeof source === 'object' && source !== null && ('clause' in source || 'standard' in source || 'assumed' in source);
