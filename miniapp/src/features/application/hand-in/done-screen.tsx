import { applications } from '@jikaotong/shared/contract';
import { spanOf } from '@jikaotong/shared/rules/progress';
import { dayAndDistanceWords, progressSentence, stageWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { openTab, useAnswer } from '../../../platform';
import { BigButton, Cell, Group, Heading, Loaded, Page } from '../../../ui';
import { useToday } from '../../demonstration';
import '../application.scss';

/** Handed in: what was received and what happens next, with its days. */
export function DoneScreen({ id }: { id: string }) {
  const answer = useAnswer(applications.getApplication, { params: { id } });
  const today = useToday();
  return (
    <Page action={<BigButton id="see-mine" text="查看我的报名" onTap={() => openTab('/pages/mine/index')} />}>
      <Loaded answer={answer}>
        {({ progress, sessionName, windows, examStart }) => {
          const payment = spanOf(windows, 'payment').closes;
          const ticket = spanOf(windows, 'ticket').opens;
          return (
            <>
              <View className="done-mark">✓</View>
              <Heading title="报名已提交">{progressSentence(progress)}</Heading>
              <Group title="接下来">
                <Cell title={stageWord(progress.stage)} note="通过或需要修改时，会在“消息”里通知您" />
                {payment ? <Cell title="通过后缴费" note={`${dayAndDistanceWords(payment, today)}截止`} /> : null}
                {ticket ? <Cell title="领取准考证" note={`${dayAndDistanceWords(ticket, today)}起`} /> : null}
                <Cell title="参加考试" note={dayAndDistanceWords(examStart, today)} />
              </Group>
              <Group>
                <Cell title="报名批次" value={sessionName} />
              </Group>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
