import { results } from '@jikaotong/shared/contract';
import { outcomeWord, subjectWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { call, usePages } from '../../platform';
import { BigButton, Cell, Empty, Group, Heading, Loaded, Page, Source, SpanLine, Tag } from '../../ui';
import { useToday } from '../demonstration';
import { offeringName } from '../notice';
import { subjectWords } from './subject-words';
import './result.scss';

/** The public list of a session while its publicity runs: masked names and ticket numbers. */
export function PublicityScreen({ sessionId }: { sessionId: string }) {
  const today = useToday();
  const answer = usePages([results.getPublicity.name, sessionId], (cursor) =>
    call(results.getPublicity, { params: { id: sessionId }, query: cursor ? { cursor } : {} }),
  );
  return (
    <Page>
      <Loaded answer={answer}>
        {({ items, first, more, busy }) => (
          <>
            <Heading title="成绩公示">
              <Source of={first.source}>
                <SpanLine opens={first.opens} closes={first.closes} today={today} />
              </Source>
            </Heading>
            {items.length === 0 ? <Empty title="名单里没有人" /> : null}
            <Group>
              {items.map((item) => (
                <Cell
                  key={item.ticketNumber}
                  title={`${item.nameMasked} ${item.ticketNumber}`}
                  note={
                    <>
                      <View>{offeringName(item.offering)}</View>
                      {item.subjects.map((subject) => (
                        <View key={subject.subject}>
                          {subjectWord(subject.subject)} {subjectWords(subject)}
                        </View>
                      ))}
                    </>
                  }
                  value={
                    <Tag text={outcomeWord(item.passed ? 'passed' : 'failed')} tone={item.passed ? 'go' : 'quiet'} />
                  }
                />
              ))}
            </Group>
            {more ? (
              <View className="result__go">
                <BigButton id="more-publicity" text="显示更多" tone="plain" busy={busy} onTap={more} />
              </View>
            ) : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}
