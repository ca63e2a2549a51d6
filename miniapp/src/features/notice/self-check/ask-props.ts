import type { Facts } from '@jikaotong/shared/notice';
import type { AskedNotice, AskedOffering } from './asked';

export type AskProps = {
  notice: AskedNotice;
  offering: AskedOffering;
  /** Where the question is asked for several offerings at once: all of them. */
  offerings?: readonly AskedOffering[] | undefined;
  facts: Facts;
  /** Where somebody works now, as told in the identity step. */
  employer?: string | null;
  /** The facts that this answer adds. */
  onAnswer: (answer: Partial<Facts>) => void;
  /** 不确定: the fact stays unknown. */
  onUnsure: () => void;
};
