import type { ApplicationView } from '@jikaotong/shared/contract';
import { stageSentence } from '@jikaotong/shared/words';

/** Whether its pages may still be written on. */
export const isWritable = ({ state }: Pick<ApplicationView, 'state'>): boolean =>
  state === 'draft' || state === 'returned';

/** Why an application cannot be handed in today; `closed`: its time is over, so writing on leads nowhere. */
export type SubmitBar = {
  readonly code: ApplicationView['progress']['blocked'][number]['code'];
  readonly data: ApplicationView['progress']['blocked'][number]['data'];
  readonly closed: boolean;
  readonly title: string;
};

/**
 * What the progress rule says against handing in; null while nothing does.
 * The server's verdict and not this phone's clock, which may be wrong, decides.
 */
export function submitBarOf({ progress }: Pick<ApplicationView, 'progress'>): SubmitBar | null {
  const bar = progress.blocked.find(({ action }) => action === 'submit');
  if (!bar) return null;
  const { code, data } = bar;
  return { code, data, closed: code === 'too-late', title: stageSentence(progress.stage) };
}
