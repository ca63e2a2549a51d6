import { applications } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { spanOf } from '@jikaotong/shared/rules/progress';
import {
  closingWords,
  dayAndDistanceWords,
  openingWords,
  dayWords,
  progressSentence,
  stageWord,
} from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { openTab, useAnswer } from '../../../platform';
import { BigButton, Cell, Group, Heading, Loaded, Page } from '../../../ui';
import { useToday } from '../../demonstration';
import { HelpLineOf } from '../../notice';
import '../application.scss';

/** Handed in: what was received and what happens next, with its days. */
export function DoneScreen({ id }: { id: string }) {
  const answer = useAnswer(applications.getApplication, { params: { id } });
  const today = useToday();
  return (
    <Page action={<BigButton id="see-mine" text="查看我的报名" onTap={() => openTab('/pages/mine/index')} />}>
      <Loaded answer={answer}>
        {({ progress, sessionName, windows, examStart, noticeId }) => {
          const payment = spanOf(windows, 'payment').closes;
          const ticket = spanOf(windows, 'ticket').opens;
          return (
            <>
              <View className="done-mark">✓</View>
              <Heading title="报名已提交">{progressSentence(progress)}</Heading>
              <Group title="接下来">
                <Cell
                  title={stageWord(progress.stage)}
                  note={reviewWords(spanOf(windows, 'application').closes, today)}
                />
                {payment ? <Cell title="通过后缴费" note={closingWords(payment, today)} /> : null}
                {ticket ? <Cell title="领取准考证" note={openingWords(ticket, today)} /> : null}
                <Cell title="参加考试" note={dayAndDistanceWords(examStart, today)} />
              </Group>
              <Group>
                <Cell title="报名批次" value={sessionName} />
              </Group>
              <HelpLineOf noticeId={noticeId} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** What is known of how long it takes: nobody is reviewed later than people pay, and after the last day one may ask. */
const reviewWords = (closes: LocalDate | null, today: LocalDate): string =>
  `审核由工作人员逐份进行，通过或需要修改时，会在“消息”里通知您${
    closes ? `；到${dayWords(closes, today)}报名截止还没有消息，请打电话问` : ''
  }`;
