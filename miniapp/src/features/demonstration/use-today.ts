import { demonstration } from '@jikaotong/shared/contract';
import { type LocalDate, type TimeOfDay, dayAt, timeAt } from '@jikaotong/shared/kernel';
import { useState } from 'react';
import { useAnswer } from '../../platform';

/** The business day of the installation: the demonstration's clock where there is one, else today in Beijing. */
export function useToday(): LocalDate {
  const answer = useAnswer(demonstration.getDemonstration, {});
  const [wallDay] = useState(() => dayAt(Date.now()));
  return answer.state === 'ready' ? answer.data.day : wallDay;
}

/** The same with the time of day in Beijing, as of when the screen was opened or its clock last asked. */
export function useNow(): { day: LocalDate; time: TimeOfDay } {
  const answer = useAnswer(demonstration.getDemonstration, {});
  const [wall] = useState(() => Date.now());
  return answer.state === 'ready' ? answer.data : { day: dayAt(wall), time: timeAt(wall) };
}
