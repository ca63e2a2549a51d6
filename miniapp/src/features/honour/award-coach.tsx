import { coachContacts } from '@jikaotong/shared/contract';
import { fullDayWords } from '@jikaotong/shared/words';
import { useState } from 'react';
import { useAnswer } from '../../platform';
import { Cell } from '../../ui';
import { CoachSheet } from './coach-sheet';

/** How the coach of a locked award can be reached, as staff see it and note it for whoever told them. */
export function AwardCoach({ awardId }: { awardId: string }) {
  const answer = useAnswer(coachContacts.getAwardCoach, { params: { id: awardId } });
  const [asking, setAsking] = useState(false);
  if (answer.state !== 'ready') return null;
  const { coach, contact } = answer.data;
  return (
    <>
      <Cell
        id={`coach-of-${coach}`}
        title={`${coach}的手机号`}
        note={
          contact ? `${fullDayWords(contact.agreedOn)}征得教练同意` : '选手还没有填写；教练告知并同意的，可以在这里登记'
        }
        value={contact ? contact.phoneMasked : '待填写'}
        onTap={() => setAsking(true)}
      />
      {asking ? <CoachSheet coach={coach} of={{ awardId }} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
