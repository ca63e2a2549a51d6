import { demonstration } from '@jikaotong/shared/contract';
import { type LocalDate, dayAt } from '@jikaotong/shared/kernel';
import { useState } from 'react';
import { useAnswer } from '../../platform';

/** The business day of the installation: the demonstration's clock where there is one, else today in Beijing. */
export function useToday(): LocalDate {
  const answer = useAnswer(demonstration.getDemonstration, {});
  const [wallDay] = useState(() => dayAt(Date.now()));
  return answer.state === 'ready' ? answer.data.day : wallDay;
}
