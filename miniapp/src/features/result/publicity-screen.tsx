import { type ReplyOf, results } from '@jikaotong/shared/contract';
import { isLocalDate } from '@jikaotong/shared/kernel';
import { fullDayWords, offeringWords, outcomeWord, subjectWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call, open, openTab, usePages } from '../../platform';
import {
  BigButton,
  Cell,
  Chips,
  Empty,
  Group,
  Heading,
  Loaded,
  Page,
  SearchField,
  Source,
  SpanLine,
  Tag,
} from '../../ui';
import { useToday } from '../demonstration';
import { offeringName } from '../notice';
import { subjectWords } from './subject-words';
import './result.scss';

type Publicity = ReplyOf<typeof results.getPublicity>;

/** The list is public for its days only; who sat the exam finds their own marks as before. */
function Over({ closedOn }: { closedOn: unknown }) {
  const until = typeof closedOn === 'string' && isLocalDate(closedOn) ? `到${fullDayWords(closedOn)}，` : '';
  return (
    <Empty title="公示已经结束" action="看我的报名和成绩" onAction={() => openTab('/pages/mine/index')}>
      {`名单公示${until}现在不再公开。考生登录后随时可以查自己的成绩。`}
    </Empty>
  );
}

/** The public list of a session while its publicity runs: masked names and ticket numbers. */
export function PublicityScreen({ sessionId }: { sessionId: string }) {
  const today = useToday();
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const [offering, setOffering] = useState<string | null>(null);
  const answer = usePages([results.getPublicity.name, sessionId, q, offering ?? ''], (cursor) =>
    call(results.getPublicity, {
      params: { id: sessionId },
      query: { ...(cursor && { cursor }), ...(q !== '' && { q }), ...(offering !== null && { offering }) },
    }),
  );
  const word = typed.trim();
  // what a search finds says the same of the publicity
  const [known, setKnown] = useState<Publicity | null>(null);
  if (answer.state === 'ready' && answer.data.first !== known) setKnown(answer.data.first);
  const first = answer.state === 'ready' ? answer.data.first : known;
  const [one, ...others] = answer.state === 'ready' ? answer.data.items : [];
  const ticket = q !== '' && one && others.length === 0 ? { ticket: one.ticketNumber } : {};
  const isOver = answer.state === 'refused' && answer.refusal.code === 'too-late';
  return (
    <Page
      action={
        first && !isOver ? (
          <BigButton
            id="object"
            text="对名单提出异议"
            tone="plain"
            onTap={() => open('/packages/exam/objection/index', { session: sessionId, ...ticket })}
          />
        ) : undefined
      }
    >
      <Heading title="成绩公示">
        {first ? (
          <>
            <Source of={first.source}>
              <SpanLine opens={first.opens} closes={first.closes} today={today} />
            </Source>
            {first.shows === 'passed' ? <View>名单只列合格的考生；其他考生请登录查自己的成绩。</View> : null}
          </>
        ) : null}
      </Heading>
      {first ? (
        <Group>
          <SearchField
            id="publicity-search"
            label="全名，或准考证号后几位"
            value={typed}
            maxlength={40}
            onChange={(text) => {
              setTyped(text);
              if (text.trim() === '') setQ('');
            }}
          />
          {word !== '' && word !== q ? (
            <View className="result__go">
              <BigButton id="publicity-search-go" text="查找" tone="plain" onTap={() => setQ(word)} />
            </View>
          ) : null}
        </Group>
      ) : null}
      {isOver ? <Over closedOn={answer.refusal.data['closedOn']} /> : null}
      {isOver ? null : (
        <Loaded answer={answer}>
          {({ items, more, busy }) => (
            <>
              {first && first.offerings.length > 1 ? (
                <Chips
                  id="publicity-offering"
                  label="申报项目"
                  options={[
                    { key: '', text: '全部' },
                    ...first.offerings.map((one) => ({ key: one.offering.code, text: offeringWords(one.offering) })),
                  ]}
                  value={offering ?? ''}
                  onChoose={(key) => setOffering(key === '' ? null : key)}
                />
              ) : null}
              {items.length === 0 ? (
                <Empty title={q === '' ? '名单里没有人' : '没有找到'}>
                  {q === '' ? null : '请填全名，或准考证号的后四位以上。'}
                </Empty>
              ) : null}
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
                      item.pending ? (
                        <Tag text={outcomeWord('pending')} tone="info" />
                      ) : (
                        <Tag
                          text={outcomeWord(item.passed ? 'passed' : 'failed')}
                          tone={item.passed ? 'go' : 'quiet'}
                        />
                      )
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
      )}
      <Group>
        <Cell
          id="see-objection-answer"
          title="查询异议答复"
          onTap={() => open('/packages/exam/objection-answer/index')}
        />
      </Group>
    </Page>
  );
}
