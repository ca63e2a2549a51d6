import { coachContacts } from '@jikaotong/shared/contract';
import { fullDayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAnswer } from '../../platform';
import { BigButton, Cell, Group } from '../../ui';
import { CoachSheet } from './coach-sheet';

/** Where an award goes to one's coach: how the coach can be reached, with the coach's consent. */
export function OwnCoach({ entryId }: { entryId: string }) {
  const answer = useAnswer(coachContacts.getCoachContact, { params: { id: entryId } });
  const [asking, setAsking] = useState(false);
  if (answer.state !== 'ready' || answer.data.asked === null) return null;
  const { coach, award, giver, contact } = answer.data.asked;
  return (
    <Group
      title={`您的教练${coach}获得${award}`}
      foot={`${giver ?? '颁发单位'}要联系教练领奖。请先征得教练同意，再填写手机号；手机号加密保存，只用于颁奖。`}
    >
      {contact ? (
        <Cell
          id="coach-contact"
          title={`教练手机号 ${contact.phoneMasked}`}
          note={`${fullDayWords(contact.agreedOn)}征得教练同意`}
          value="修改"
          onTap={() => setAsking(true)}
        />
      ) : (
        <View className="honour__source">
          <BigButton id="coach-contact" text="填写教练手机号" onTap={() => setAsking(true)} />
        </View>
      )}
      {asking ? <CoachSheet coach={coach} of={{ entryId }} onClose={() => setAsking(false)} /> : null}
    </Group>
  );
}
