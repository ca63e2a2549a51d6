import type { ApplicationSummary } from '@jikaotong/shared/contract';
import { subjectWord } from '@jikaotong/shared/words';

/** `补考操作技能`; null: everything is taken anew. */
export const retakeWords = ({ retake }: Pick<ApplicationSummary, 'retake'>): string | null =>
  retake === null ? null : `补考${retake.map((subject) => subjectWord(subject)).join('、')}`;
