import { type TrialView, noticeTrials } from '@jikaotong/shared/contract';
import { applicationStateWord, offeringIn, reasonSentence, verdictWord, yuanWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCommand } from '../../platform';
import { BigButton, Cell, Group, Heading, RefusalMessage, NoticeBar, Page, Tag } from '../../ui';
import { useToday } from '../demonstration';
import { FileProblems, problemsIn } from './file-problems';
import { TextPart } from './text-part';
import { TouchedSessions } from './touched-sessions';
import './publishing.scss';

const MOST_FACTS_CHARS = 240_000;

/** What the draft would have said of real people; nothing is written. */
export function TrialScreen({ id }: { id: string }) {
  const [facts, setFacts] = useState<string | null>(null);
  const [trial, setTrial] = useState<TrialView | null>(null);
  const run = useCommand(noticeTrials.dryRunNotice);
  const problems = run.refusal ? problemsIn(run.refusal.data) : [];
  const go = async () => {
    const given = facts === null || facts.trim() === '' ? null : facts;
    setTrial(null);
    const reply = await run.run({ params: { id }, body: { facts: given } });
    if (reply.ok) setTrial(reply.data);
  };
  return (
    <Page
      action={
        <BigButton
          id="trial-go"
          text={facts ? '用这份文件试算' : '用上一批次试算'}
          busy={run.busy}
          onTap={() => void go()}
        />
      }
    >
      <Heading title="试算">
        把同样的人按现在的版本和草稿各判断一次，看谁的结论、费用或材料会变。只是试算，不改任何东西。
      </Heading>
      {problems.length > 0 ? <FileProblems problems={problems} /> : <RefusalMessage refusal={run.refusal} />}
      {trial ? <Outcome trial={trial} /> : null}
      <TextPart
        id="facts"
        title="或者用一份情况文件"
        hint="JSON 列表，每项有 offering（项目编号）、facts（情况），可以有 name 和 on（日期）"
        extensions={['json', 'txt']}
        most={MOST_FACTS_CHARS}
        text={facts}
        onText={setFacts}
        onFile={run.forget}
      />
    </Page>
  );
}

function Outcome({ trial }: { trial: TrialView }) {
  const today = useToday();
  if (trial.from === 'nothing')
    return (
      <NoticeBar tone="info" title="没有可以比较的报名">
        这份通知还没有人报过名，可以用一份情况文件试算。
      </NoticeBar>
    );
  const of = trial.sessionName === null ? '文件里的' : `“${trial.sessionName}”的`;
  return (
    <>
      <NoticeBar tone={trial.differing > 0 ? 'warn' : 'go'} title={`${trial.differing} 人会不同`}>
        看了{of} {trial.judged} 人{trial.judged < trial.total ? `（最近的，共 ${trial.total} 人）` : ''}
        {trial.differing === 0 ? '，结论、费用和材料都一样。' : '。'}
      </NoticeBar>
      {trial.verdicts.length > 0 ? (
        <Group title="结论有变">
          {trial.verdicts.map(({ before, after, count }) => (
            <Cell
              key={`${before} ${after}`}
              title={`${verdictOr(before)} → ${verdictOr(after)}`}
              value={`${count} 人`}
            />
          ))}
        </Group>
      ) : null}
      {trial.fees.length > 0 ? (
        <Group title="费用有变">
          {trial.fees.map(({ offering, before, after, count }) => (
            <Cell
              key={`${offering.code} ${before} ${after}`}
              title={`${feeOr(before)} → ${feeOr(after)}`}
              note={offeringIn(offering)}
              value={`${count} 人`}
            />
          ))}
        </Group>
      ) : null}
      <TouchedSessions sessions={trial.sessions} today={today} />
      {trial.rows.length > 0 ? (
        <Group
          title="逐人对照"
          foot={trial.rows.length < trial.differing ? `只列出前 ${trial.rows.length} 人` : undefined}
        >
          {trial.rows.map((row, place) => (
            <Row key={place} of={row} />
          ))}
        </Group>
      ) : null}
    </>
  );
}

type TrialRow = TrialView['rows'][number];

function Row({ of: row }: { of: TrialRow }) {
  const { before, after } = row;
  return (
    <View className="trial">
      <View>
        {row.name === '' ? '未填姓名' : row.name}
        {row.state === null ? null : <Tag text={applicationStateWord(row.state)} />}
      </View>
      <View className="trial__note">{offeringIn(row.offering)}</View>
      {before.verdict === after.verdict ? null : (
        <View>
          {verdictOr(before.verdict)} → {verdictOr(after.verdict)}
          {row.reasons.map(({ code, data }) => (
            <View key={code} className="trial__note">
              {reasonSentence(code, data)}
            </View>
          ))}
        </View>
      )}
      {before.totalFen === after.totalFen ? null : (
        <View>
          {feeOr(before.totalFen)} → {feeOr(after.totalFen)}
        </View>
      )}
      {row.documentsDiffer ? <View>要交的材料不同</View> : null}
      {row.frozen ? <View className="trial__note">已经提交，实际仍按提交时的条件和费用</View> : null}
    </View>
  );
}

const verdictOr = (verdict: TrialRow['before']['verdict']): string =>
  verdict === null ? '没有这个项目' : verdictWord(verdict);
const feeOr = (fen: TrialRow['before']['totalFen']): string => (fen === null ? '没有这个项目' : yuanWords(fen));
