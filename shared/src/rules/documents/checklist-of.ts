import type { Clause } from '../../kernel';
import type { DocumentLeaf, DocumentTree } from '../../notice';
import { type Provision, provisionsOf } from './provision';

/** What a candidate attached for one paper; a generated letter that was chosen has neither files nor number. */
export type Attached = { readonly document: string; readonly fileCount: number; readonly number: string | null };

export type ChecklistItem = {
  readonly document: string;
  /** The paper in the notice's own words. */
  readonly printed: string;
  readonly source: Clause;
  readonly provisions: readonly Provision[];
  readonly provided: boolean;
};

/** One line to tick: any one alternative, each of which needs all its papers (「或」 between, 「和」 within). */
export type ChecklistGroup = {
  readonly alternatives: readonly (readonly ChecklistItem[])[];
  readonly complete: boolean;
};

export type Checklist = {
  readonly complete: boolean;
  readonly groups: readonly ChecklistGroup[];
  /** For each group that is not complete: what each alternative still lacks, by document code. */
  readonly missing: readonly (readonly (readonly string[])[])[];
};

/**
 * The papers of the chosen route and of everybody, held against what was attached. A letter we generate counts by
 * itself, except where it is one of several alternatives: then the candidate has to choose it.
 */
export function checklistOf(input: {
  everybody: readonly DocumentLeaf[];
  route: DocumentTree | null;
  attached: readonly Attached[];
}): Checklist {
  const trees: readonly DocumentTree[] = [...(input.route ? conjuncts(input.route) : []), ...input.everybody];
  const groups = trees.map((tree): ChecklistGroup => {
    const ways = waysOf(tree);
    const alternatives = ways.map((way) => way.map((leaf) => itemOf(leaf, ways.length > 1, input.attached)));
    return { alternatives, complete: alternatives.some((items) => items.every((item) => item.provided)) };
  });
  const open = groups.filter((group) => !group.complete);
  return { complete: open.length === 0, groups, missing: open.map(lackingOf) };
}

const conjuncts = (tree: DocumentTree): readonly DocumentTree[] =>
  tree.kind === 'allOf' ? tree.of.flatMap(conjuncts) : [tree];

/** Every set of papers that satisfies the tree. */
function waysOf(tree: DocumentTree): readonly (readonly DocumentLeaf[])[] {
  switch (tree.kind) {
    case 'document':
      return [[tree]];
    case 'anyOf':
      return tree.of.flatMap(waysOf);
    case 'allOf':
      return tree.of.reduce<readonly (readonly DocumentLeaf[])[]>(
        (ways, part) => ways.flatMap((way) => waysOf(part).map((more) => [...way, ...more])),
        [[]],
      );
  }
}

function itemOf(leaf: DocumentLeaf, isChoice: boolean, attached: readonly Attached[]): ChecklistItem {
  const provisions = provisionsOf(leaf.document);
  const given = attached.find((paper) => paper.document === leaf.document);
  const provided = provisions.some((provision) => {
    switch (provision) {
      case 'generated':
        return !isChoice || given !== undefined;
      case 'upload':
        return (given?.fileCount ?? 0) > 0;
      case 'number':
        return (given?.number ?? '').trim() !== '';
    }
  });
  return { document: leaf.document, printed: leaf.printed, source: leaf.source, provisions, provided };
}

const lackingOf = (group: ChecklistGroup): readonly (readonly string[])[] =>
  group.alternatives.map((items) => items.filter((item) => !item.provided).map((item) => item.document));
