import type { ApplicationSummary } from '@jikaotong/shared/contract';
import { remarkFieldWord } from '@jikaotong/shared/words';
import { openSteps, stepTitle } from '../draft/steps';
import { useDraft } from '../draft/use-draft';

/** What a draft still lacks, or a reviewer wants changed, in words; null while it is not known, or nothing is written any more. */
export function useLacking({ id, state }: Pick<ApplicationSummary, 'id' | 'state'>): readonly string[] | null {
  const isOpen = state === 'draft' || state === 'returned';
  const draft = useDraft(id, { enabled: isOpen });
  if (!isOpen || draft.state !== 'ready') return null;
  const { application, notice, on } = draft.data;
  if (application.state === 'returned') return application.remarks.map(({ field }) => remarkFieldWord(field));
  return openSteps(application, notice, on).map((step) => stepTitle[step]);
}
