import { type PersonalDataView, personalData } from '@jikaotong/shared/contract';
import { type Answer, useAnswer, useOnShow } from '../../platform';

/** What is held, asked for again whenever the page comes to the front: one withdraws or pays elsewhere and comes back. */
export function usePersonalData(): Answer<PersonalDataView> {
  const answer = useAnswer(personalData.getPersonalData, {});
  useOnShow(() => {
    if (answer.state === 'ready') answer.refresh();
  });
  return answer;
}
