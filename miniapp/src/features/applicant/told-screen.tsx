import { type ToldDelivery, sessions } from '@jikaotong/shared/contract';
import { type ListRow, toldList } from '@jikaotong/shared/lists';
import { tellTemplateWord, toldDeliveryWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useAnswer } from '../../platform';
import { Tag, type Tone } from '../../ui';
import { useToday } from '../demonstration';
import { ListView } from '../list';
import { momentWords } from '../staff';

type Row = ListRow<typeof toldList>;

const TONES: Readonly<Record<ToldDelivery, Tone>> = {
  read: 'go',
  wechat: 'info',
  sms: 'info',
  'in-app': 'quiet',
  unclaimed: 'warn',
};

/** What staff told the candidates of a session, and how it came to each. */
export function ToldScreen({ sessionId }: { sessionId: string }) {
  const today = useToday();
  const session = useAnswer(sessions.getStaffSession, { params: { id: sessionId } });
  const cardOf = ({ name, template, delivery, at, by }: Row) => ({
    title: name,
    note: (
      <>
        <View>{tellTemplateWord(template)}</View>
        <View>{`${momentWords(at, today)}　${by}`}</View>
      </>
    ),
    value: <Tag text={toldDeliveryWord(delivery)} tone={TONES[delivery]} />,
  });
  return (
    <ListView
      key={sessionId}
      list={toldList}
      id={sessionId}
      unit="条"
      about={session.state === 'ready' ? session.data.name : null}
      empty={{ title: '还没有发过消息', text: '在考生总名单里选人，就可以发消息提醒。' }}
      card={cardOf}
      tones={{ delivery: TONES }}
      elementId={({ id }) => `told-${id}`}
    />
  );
}
