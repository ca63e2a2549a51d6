import { type Condition, type ConditionLeaf, type FactName, leavesOf } from '@jikaotong/shared/notice';

type Conditions = readonly Condition[];

/** The facts that any condition of the offering reads, in the order they are asked; birth date and sex come from the document. */
export function neededFacts(
  notice: { readonly conditions: Conditions },
  offering: { readonly routes: readonly { readonly condition: Condition }[] },
): readonly FactName[] {
  const leaves = [...notice.conditions, ...offering.routes.map(({ condition }) => condition)]
    .flatMap((condition) => leavesOf(condition))
    .flatMap(({ leaf }) => factsOfLeaf(leaf));
  const named = new Set<FactName>(leaves);
  const listed = IN_ORDER.filter((fact) => named.delete(fact));
  return [...listed, ...named];
}

const IN_ORDER: readonly FactName[] = [
  'womanLine',
  'intends',
  'jobs',
  'certificates',
  'diplomas',
  'titles',
  'residence',
];

function factsOfLeaf(leaf: ConditionLeaf): readonly FactName[] {
  switch (leaf.kind) {
    case 'age':
    case 'bornBefore':
      return [];
    case 'withinRetirementAge':
      return ['womanLine'];
    case 'experience':
      if (leaf.since === null) return ['jobs'];
      return ['jobs', leaf.since.kind === 'certificate' ? 'certificates' : 'titles'];
    case 'certificate':
      return ['certificates'];
    case 'diploma':
      return ['diplomas'];
    case 'title':
      return ['titles'];
    case 'residence':
      return ['residence'];
    case 'declared':
      if (leaf.statement === 'intends') return ['intends'];
      // a present job says it too, so the jobs are asked instead
      return leaf.field === null ? [`declared.${leaf.statement}`] : ['jobs'];
  }
}
