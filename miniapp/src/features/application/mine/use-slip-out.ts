import { type ApplicationSummary, slips } from '@jikaotong/shared/contract';
import { useAnswer } from '../../../platform';
import { type SlipOut, slipOutOf } from './slip-out';

/** The slip of a draft, if one is out. */
export function useSlipOut({ id, progress }: Pick<ApplicationSummary, 'id' | 'progress'>): SlipOut | null {
  const answer = useAnswer(slips.getSlip, { params: { id } }, { enabled: progress.stage === 'draft' });
  return answer.state === 'ready' && progress.stage === 'draft' ? slipOutOf(answer.data) : null;
}
