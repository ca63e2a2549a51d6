import type { SlipView } from '@jikaotong/shared/contract';
import type { NextStep } from '../next-step';

/** What a draft whose slip is out says instead of being a draft: where it goes, and until when. */
export type SlipOut = { readonly tag: string; readonly now: string; readonly next: NextStep };

/** Null where no slip waits: the draft is one. */
export function slipOutOf({ applicationId: id, state, counter: days }: SlipView): SlipOut | null {
  if (state !== 'waiting') return null;
  return {
    tag: '待到窗口办理',
    now: `现场报名单已生成，还没有报名：请带报名单和原件，到${days.address}办理，窗口确认后才算报名`,
    next: {
      id: 'show-slip',
      text: '出示现场报名单',
      until: days.lastDay,
      path: '/packages/apply/slip/index',
      params: { id },
    },
  };
}
