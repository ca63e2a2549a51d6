import type { ConductRule } from '../../notice';

/** How a breach is dealt with, from the notice to the appeal; where a notice prints nothing, what is assumed. */
export type Procedure = NonNullable<ConductRule['procedure']>;

const assumed = (text: string) => ({ assumed: text });

/** What holds where a notice says nothing; staff confirm it with the notice. */
const ASSUMED: Procedure = {
  statementDays: { value: 5, source: assumed('通知没有印陈述申辩的期限：自告知之日起5个自然日') },
  appealDays: { value: 15, source: assumed('通知没有印申诉的期限：自送达之日起15个自然日') },
  banFrom: { value: 'decided', source: assumed('通知没有印不得参加评价从哪一天起算：从作出处理决定之日起') },
  banScope: { value: 'body', source: assumed('通知没有印不得参加评价的范围：本机构组织的评价') },
};

/** The procedure of a notice. */
export const procedureOf = ({ conduct }: { readonly conduct: ConductRule | null }): Procedure =>
  conduct?.procedure ?? ASSUMED;
