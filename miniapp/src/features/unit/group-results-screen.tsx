import { rosterResults } from '@jikaotong/shared/contract';
import { dayWords, handOverWord, offeringWords, subjectWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, openFile, reloadScreens, useAnswer, useOnShow, useSignIn } from '../../platform';
import { BigButton, Cell, Empty, Group, Heading, Loaded, Page, RefusalMessage, Tag } from '../../ui';
import { SignInGate } from '../account';
import { useToday } from '../demonstration';

/** How a unit's own people did: passed or not, and who has the certificate; marks only of those who agreed. */
export function GroupResultsScreen({ id }: { id: string }) {
  const { phase } = useSignIn();
  if (phase === 'in') return <Results id={id} />;
  return (
    <Page>
      <SignInGate why="登录后查看本单位的考试结果。">{null}</SignInGate>
    </Page>
  );
}

function Results({ id }: { id: string }) {
  const answer = useAnswer(rosterResults.getRosterResults, { params: { id } });
  useOnShow(() => void reloadScreens());
  return answer.state === 'ready' ? (
    <People id={id} view={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

type Seen = {
  unitName: string;
  sessionName: string;
  unitFetches: boolean;
  rows: readonly rosterResults.RosterResult[];
};

function People({ id, view: { unitName, sessionName, unitFetches, rows } }: { id: string; view: Seen }) {
  const today = useToday();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  const passed = rows.filter(({ outcome }) => outcome === 'passed').length;
  const unknown = rows.filter(({ outcome }) => outcome === null).length;
  const failed = rows.length - passed - unknown;
  const fetched = rows.filter(({ certificate }) => certificate?.handOver === 'collected').length;
  const certified = rows.filter(({ certificate }) => certificate !== null).length;
  const print = async () => {
    const name = `领证通知单-${unitName}`;
    setPrinting(true);
    const reply = await openFile(
      rosterResults.downloadRosterCertificateList,
      { params: { id } },
      { name, kind: 'pdf' },
    );
    setPrinting(false);
    setRefusal(reply.ok ? null : reply);
  };
  return (
    <Page
      action={
        unitFetches && certified > fetched ? (
          <BigButton id="print-certificate-list" text="打印领证通知单" busy={isPrinting} onTap={() => void print()} />
        ) : undefined
      }
    >
      <Heading title="考试结果">
        {unitName} · {sessionName}
      </Heading>
      {rows.length === 0 ? <Empty title="还没有人提交">提交以后，这里按名单顺序列出每个人。</Empty> : null}
      <Group title="合计" foot="成绩是本人的，本人同意后您才看得到分数。">
        <Cell title="通过" value={`${passed} 人`} />
        <Cell title="没有通过" value={`${failed} 人`} />
        {unknown > 0 ? <Cell title="还没有公布" value={`${unknown} 人`} /> : null}
        <Cell title="已领证" value={certified === 0 ? '还没有发证' : `${fetched} / ${certified}`} />
      </Group>
      <RefusalMessage refusal={refusal} />
      <Group title={`名单（${rows.length} 人）`}>
        {rows.map(({ id: rowId, position, name, documentTail, offering, outcome, marks, certificate }) => (
          <Cell
            key={rowId}
            id={`result-${rowId}`}
            title={`${position}. ${name}（${documentTail}）`}
            note={
              <>
                <View>{offeringWords(offering)}</View>
                {marks ? (
                  <View>
                    {marks.map(({ subject, points }) => `${subjectWord(subject)} ${points ?? '—'}`).join('，')}
                  </View>
                ) : null}
                {certificate ? (
                  <View>
                    证书 {certificate.number} {handOverWord(certificate.handOver)}
                    {certificate.collectedOn ? `（${dayWords(certificate.collectedOn, today)}）` : ''}
                  </View>
                ) : null}
              </>
            }
            value={
              outcome === null ? (
                <Tag text="没有公布" tone="quiet" />
              ) : outcome === 'passed' ? (
                <Tag text="通过" tone="go" />
              ) : (
                <Tag text="没有通过" tone="stop" />
              )
            }
          />
        ))}
      </Group>
    </Page>
  );
}
