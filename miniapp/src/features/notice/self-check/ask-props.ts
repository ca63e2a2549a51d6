import type { Facts, Notice, Offering } from '@jikaotong/shared/notice';

export type AskProps = {
  notice: Notice;
  offering: Offering;
  facts: Facts;
  /** The facts that this answer adds. */
  onAnswer: (answer: Partial<Facts>) => void;
  /** 不确定: the fact stays unknown. */
  onUnsure: () => void;
};
