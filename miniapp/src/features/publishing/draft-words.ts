import type { NoticeDraftView } from '@jikaotong/shared/contract';

/** Whom publishing tells, in words. */
export const affectedWords = ({ drafts, submitted, entries }: NoticeDraftView['affected']): string =>
  drafts + submitted + entries === 0
    ? '没有人受影响，不发消息'
    : [
        drafts > 0 ? `未提交的申报 ${drafts} 份` : '',
        submitted > 0 ? `已提交的申报 ${submitted} 份` : '',
        entries > 0 ? `竞赛报名 ${entries} 份` : '',
      ]
        .filter((part) => part !== '')
        .join('，');
