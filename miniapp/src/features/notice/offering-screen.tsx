import { notices } from '@jikaotong/shared/contract';
import { type DocumentTree, type Notice, type Offering, offeringOf } from '@jikaotong/shared/notice';
import { feeOf } from '@jikaotong/shared/rules/fees';
import { feeItemWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open, useAnswer } from '../../platform';
import { BigButton, Card, Cell, Empty, Group, Heading, Money, Page, Source, Loaded } from '../../ui';
import { monthsWords, offeringName } from './offering-name';
import './offering-screen.scss';

/** One offering: who may apply and with which papers, what is examined, what it costs. */
export function OfferingScreen({ noticeId, code }: { noticeId: string; code: string }) {
  const answer = useAnswer(notices.getNotice, { params: { id: noticeId } });
  const check = () => open('/pages/self-check/index', { notice: noticeId, offering: code });
  return (
    <Page action={<BigButton id="self-check" text="测一测我符不符合" onTap={check} />}>
      <Loaded answer={answer}>
        {({ notice }) => {
          const offering = offeringOf(notice, code);
          return offering ? <OfferingBody notice={notice} offering={offering} /> : <Empty title="通知里没有这个项目" />;
        }}
      </Loaded>
    </Page>
  );
}

function OfferingBody({ notice, offering }: { notice: Notice; offering: Offering }) {
  const fee = feeOf(notice, offering.code);
  return (
    <>
      <Heading title={offeringName(offering)}>
        {offering.months ? `认定月份 ${monthsWords(offering.months)}` : null}
      </Heading>
      <Group title={offering.routes.length > 1 ? '申报条件（符合任意一条即可）' : '申报条件'}>
        {offering.routes.map((route) => (
          <View key={route.code} className="condition">
            <Source of={route.source}>{quoteOf(route.source)}</Source>
            {route.documents ? <View className="condition__papers">需要：{papersWords(route.documents)}</View> : null}
          </View>
        ))}
      </Group>
      <Group title="考试科目">
        {offering.subjects.map((subject) => (
          <Cell key={subject.code} title={subject.name} value={subject.method} />
        ))}
      </Group>
      {fee.ok ? (
        <Group title={`收费标准（${notice.fees?.year.value ?? notice.year} 年）`}>
          {fee.value.lines.map((line) => (
            <Cell key={line.item} title={feeItemWord(line.item)} value={<Money fen={line.fen} />} />
          ))}
          <Cell title="合计" value={<Money fen={fee.value.totalFen} />} />
        </Group>
      ) : null}
      {offering.standard ? <Card>职业标准：{offering.standard.value}</Card> : null}
    </>
  );
}

const quoteOf = (source: Offering['routes'][number]['source']): string =>
  'clause' in source ? (source.corrected ?? source.quote) : 'assumed' in source ? source.assumed : (source.quote ?? '');

/** The papers of a condition in one sentence, alternatives joined by 或. */
export function papersWords(tree: DocumentTree): string {
  if (tree.kind === 'document') return tree.printed;
  return tree.of.map(papersWords).join(tree.kind === 'allOf' ? '；' : ' 或 ');
}
