import type { NoticeDraftView } from '@jikaotong/shared/contract';

const someone = ({ drafts, submitted, entries }: NoticeDraftView['affected']): boolean =>
  drafts + submitted + entries > 0;

/** Whom publishing told, in words; of a new notice nobody could be. */
export const toldWords = (affected: NoticeDraftView['affected']): string =>
  someone(affected) ? `已通知：${affectedWords(affected)}。` : '没有人受影响，没有发消息。';

/** Whom publishing tells, in words. */
export const affectedWords = (affected: NoticeDraftView['affected']): string => {
  const { drafts, submitted, entries } = affected;
  return !someone(affected)
    ? '没有人受影响，不发消息'
    : [
        drafts > 0 ? `未提交的报名 ${drafts} 份` : '',
        submitted > 0 ? `已提交的报名 ${submitted} 份` : '',
        entries > 0 ? `竞赛报名 ${entries} 份` : '',
      ]
        .filter((part) => part !== '')
        .join('，');
};
