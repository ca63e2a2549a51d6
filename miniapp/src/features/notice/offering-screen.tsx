import { notices } from '@jikaotong/shared/contract';
import { type Condition, type Notice, type Offering, leavesOf, offeringOf } from '@jikaotong/shared/notice';
import { feeOf } from '@jikaotong/shared/rules/fees';
import { feeItemWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open, useAnswer } from '../../platform';
import { BigButton, Cell, Empty, Group, Heading, Money, Page, Source, Loaded } from '../../ui';
import { useToday } from '../demonstration';
import { monthsWords, offeringName } from './offering-name';
import { hasEnded, takesEntries } from './open-now';
import { Originals } from './originals';
import { Papers } from './papers';
import { printedWords, routeWords } from './printed-words';
import { RelatedLists } from './related-lists';
import './offering-screen.scss';

/** One offering: who may apply and with which papers, what is examined, what it costs; each with its clause. */
export function OfferingScreen({ noticeId, code }: { noticeId: string; code: string }) {
  const answer = useAnswer(notices.getNotice, { params: { id: noticeId } });
  const check = () => open('/packages/notice/self-check/index', { notice: noticeId, offering: code });
  const today = useToday();
  const isOpen = answer.state === 'ready' && takesEntries({ ...answer.data, today }, code);
  const isOver = answer.state === 'ready' && hasEnded({ ...answer.data, today });
  return (
    <Page
      action={
        isOver ? undefined : <BigButton id="self-check" text={isOpen ? '我要报名' : '看看我能不能报'} onTap={check} />
      }
    >
      <Loaded answer={answer}>
        {({ notice }) => {
          const offering = offeringOf(notice, code);
          return (
            <Originals notice={noticeId}>
              {offering ? <OfferingBody notice={notice} offering={offering} /> : <Empty title="通知里没有这个项目" />}
            </Originals>
          );
        }}
      </Loaded>
    </Page>
  );
}

function OfferingBody({ notice, offering }: { notice: Notice; offering: Offering }) {
  return (
    <>
      <Heading title={offeringName(offering)} />
      {offering.months ? (
        <Group>
          <Row of={offering.source}>认定月份：{monthsWords(offering.months)}</Row>
        </Group>
      ) : null}
      {notice.conditions.length > 0 ? (
        <Group title={offering.routes.length > 0 ? '每个人都要符合' : '申报条件'}>
          {leavesIn(notice.conditions).map((leaf, index) => (
            <Row key={index} of={leaf.source}>
              {printedWords(leaf.source)}
            </Row>
          ))}
        </Group>
      ) : null}
      {offering.routes.length > 0 ? (
        <Group title={offering.routes.length > 1 ? '申报条件（符合任意一条即可）' : '申报条件'}>
          {offering.routes.map((route) => (
            <View key={route.code} className="condition">
              <RouteWords offering={offering} route={route} />
              {route.documents ? (
                <>
                  <View className="condition__papers">需要</View>
                  <Papers tree={route.documents} />
                </>
              ) : null}
              <RelatedLists notice={notice} conditions={[route.condition]} id={`route-${route.code}`} />
            </View>
          ))}
        </Group>
      ) : null}
      <Group title="考试科目">
        {offering.subjects.map((subject) => (
          <Row key={subject.code} of={subject.source}>
            {[subject.name, subject.method].filter(Boolean).join('：')}
            {subject.announcedLater?.value ? '（时间另行通知）' : ''}
          </Row>
        ))}
      </Group>
      <Fees notice={notice} offering={offering} />
      {offering.standard ? (
        <Group title="职业标准">
          <Row of={offering.standard.source}>{offering.standard.value}</Row>
        </Group>
      ) : null}
    </>
  );
}

/** The printed condition; where the notice prints none, what it says in plain words, why it stands here, and its standard. */
function RouteWords({ offering, route }: { offering: Offering; route: Offering['routes'][number] }) {
  const { source, condition } = route;
  const standard = leavesIn([condition]).find((leaf) => 'standard' in leaf.source)?.source;
  return (
    <>
      <Source of={source}>{routeWords(offering, { route: route.code, source })}</Source>
      {'assumed' in source && standard ? (
        <Source of={standard}>
          <View className="condition__papers">国家标准的原文</View>
        </Source>
      ) : null}
    </>
  );
}

const leavesIn = (conditions: readonly Condition[]) =>
  conditions.flatMap((condition) => leavesOf(condition)).map(({ leaf }) => leaf);

function Fees({ notice, offering }: { notice: Notice; offering: Offering }) {
  const fee = feeOf(notice, offering.code);
  const row = notice.fees?.rows.find(({ offerings }) => offerings.includes(offering.code));
  if (!fee.ok || !row || !notice.fees) return null;
  const { year } = notice.fees;
  return (
    <Group
      title="收费标准"
      foot={year.value === notice.year ? undefined : `通知印的是 ${year.value} 年的收费标准，以机构确认为准`}
    >
      {fee.value.lines.map((line) => (
        <Cell key={line.item} title={feeItemWord(line.item)} value={<Money fen={line.fen} />} />
      ))}
      <Cell title="合计" value={<Money fen={fee.value.totalFen} />} />
      <Row of={row.source}>{year.value} 年收费标准</Row>
      {year.reading ? <Row of={year.reading}>年份</Row> : null}
    </Group>
  );
}

function Row({ of, children }: Parameters<typeof Source>[0]) {
  return (
    <View className="condition">
      <Source of={of}>{children}</Source>
    </View>
  );
}
