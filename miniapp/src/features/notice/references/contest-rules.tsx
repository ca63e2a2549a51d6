import type { ContestRule, Notice } from '@jikaotong/shared/notice';
import {
  advanceBaseWord,
  advanceWords,
  awardGivesWord,
  awardWhatWords,
  awardWhomWords,
  conditionWords,
  judgesWords,
  markRoundingWords,
  protestWords,
  roundingWord,
} from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { Group } from '../../../ui';
import { SourcedRow } from './sourced-row';

/** A competition's rules: who may enter, how it is counted and who goes on, what is won. Nothing for another notice. */
export function ContestRules({ notice }: { notice: Notice }) {
  const { contest } = notice;
  if (!contest) return null;
  return (
    <>
      <WhoEnters notice={notice} contest={contest} />
      <Course contest={contest} />
      {contest.awards.length > 0 ? (
        <Group title="奖励">
          {contest.awards.map((award) => (
            <SourcedRow key={award.code} of={award.source} reading={award.reading}>
              {awardWhomWords(award, contest.stages)}
              <View className="sourced__side">{titled(awardGivesWord(award.gives), awardWhatWords(award))}</View>
              {award.giver ? <View className="sourced__side">{award.giver}</View> : null}
              {award.remind === 'next-year' ? <View className="sourced__side">在次年度办理</View> : null}
            </SourcedRow>
          ))}
        </Group>
      ) : null}
    </>
  );
}

type Part = { contest: ContestRule };

/** Ages and other conditions, and the printed groups. */
function WhoEnters({ notice, contest: { entrantGroups } }: Part & { notice: Notice }) {
  const leaves = notice.conditions.flatMap((condition) =>
    'source' in condition && !(entrantGroups && condition.kind === 'declared') ? [condition] : [],
  );
  if (leaves.length === 0 && !entrantGroups) return null;
  return (
    <Group title="谁可以参赛">
      {leaves.map((leaf) => (
        <SourcedRow key={leaf.kind} of={leaf.source}>
          {conditionWords(leaf)}
        </SourcedRow>
      ))}
      {entrantGroups?.groups.map(({ code, name, source }) => (
        <SourcedRow key={code} of={source}>
          {name}
        </SourcedRow>
      ))}
      {entrantGroups?.open.value ? (
        <SourcedRow of={entrantGroups.open.source}>其他有关人员，由工作人员核对</SourcedRow>
      ) : null}
    </Group>
  );
}

/** Weights, who goes on, ties, retake. */
function Course({ contest }: Part) {
  const { weights, marking, advance, ties, retake, protest, rankingGroups, papersFiledWith, publicTotals } = contest;
  return (
    <Group title="赛制">
      <SourcedRow of={weights.source}>
        总成绩：理论知识占 {weights.theory}%，技能操作占 {weights.skill}%
      </SourcedRow>
      {marking ? (
        <>
          <SourcedRow of={marking.judges.source}>{judgesWords(marking)}</SourcedRow>
          <SourcedRow of={marking.rounding.source}>{markRoundingWords(marking)}</SourcedRow>
        </>
      ) : null}
      {rankingGroups?.map(({ code, name, source }) => (
        <SourcedRow key={code} of={source}>
          {name}单独排名
        </SourcedRow>
      ))}
      <SourcedRow of={advance.source}>每一阶段{advanceWords(advance)}</SourcedRow>
      {'percent' in advance ? (
        <>
          <SourcedRow of={advance.base.source}>以{advanceBaseWord(advance.base.value)}为基数</SourcedRow>
          <SourcedRow of={advance.rounding.source}>人数不是整数时{roundingWord(advance.rounding.value)}</SourcedRow>
        </>
      ) : null}
      <SourcedRow of={ties.source}>
        不设并列名次，总成绩相同的，{ties.by === 'skill' ? '技能操作' : '理论知识'}成绩高者在前
      </SourcedRow>
      <SourcedRow of={ties.still.source}>仍相同的由评委组决定</SourcedRow>
      <SourcedRow of={retake.source}>{retake.value ? '可以补考' : '不补考，成绩一次有效'}</SourcedRow>
      {publicTotals ? (
        <SourcedRow of={publicTotals.source}>公开的名次{publicTotals.value ? '' : '不'}写总成绩</SourcedRow>
      ) : null}
      {papersFiledWith ? (
        <SourcedRow of={papersFiledWith.source}>各阶段的试题先报{papersFiledWith.value}备案</SourcedRow>
      ) : null}
      {protest ? <SourcedRow of={protest.window.source}>{protestWords(protest)}</SourcedRow> : null}
    </Group>
  );
}

/** What is printed often says itself what kind of thing it is: 奖金6000元. */
const titled = (kind: string, what: string): string => (what.startsWith(kind) ? what : `${kind}：${what}`);
