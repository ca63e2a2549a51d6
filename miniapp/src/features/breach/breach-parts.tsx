import type { BreachView } from '@jikaotong/shared/contract';
import { fullDayWords, penaltyWord, subjectWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { Cell, Group, NoticeBar, Source } from '../../ui';
import './breach.scss';

type Parts = Omit<BreachView, 'mayState' | 'mayAppeal'>;

/** What happened, by which words of the notice, what was said and what was decided; the same for the person and for staff. */
export function BreachParts({ of }: { of: Parts }) {
  const { item, subject, facts, notifiedOn, statementUntil, statement, penalty, reason, decidedOn } = of;
  const { banLiftedOn, appealUntil, appeal, appealReason, sources } = of;
  return (
    <>
      <Group title="事实">
        <Cell title={facts} note={subject ? `科目：${subjectWord(subject)}` : null} />
        {item ? (
          <View className="breach__clause">
            <Source of={item.source}>
              {item.text}。按通知：{item.follows}。
            </Source>
          </View>
        ) : null}
      </Group>
      {notifiedOn ? (
        <Group title="陈述申辩">
          <View className="breach__clause">
            <Source of={sources.statement}>
              {fullDayWords(notifiedOn)}告知{statementUntil ? `，可以陈述申辩到 ${fullDayWords(statementUntil)}` : ''}
            </Source>
          </View>
          {statement ? <Cell title="已陈述" note={statement} /> : null}
        </Group>
      ) : null}
      {decidedOn ? (
        <Group title={`${fullDayWords(decidedOn)}的决定`}>
          <Cell title={penalty ? penaltyWord(penalty.cancels) : penaltyWord('none')} note={reason} />
          {penalty?.banUntil ? (
            <View className="breach__clause">
              <Source of={sources.ban}>
                {fullDayWords(penalty.banFrom ?? decidedOn)}到 {fullDayWords(penalty.banUntil)} 不能报名
              </Source>
              <Source of={sources.scope}>范围：本机构组织的评价和竞赛</Source>
              {banLiftedOn ? (
                <NoticeBar tone="info">{`${fullDayWords(banLiftedOn)}已提前解除，可以报名。`}</NoticeBar>
              ) : null}
            </View>
          ) : null}
        </Group>
      ) : null}
      {appealUntil ? (
        <Group title="申诉">
          <View className="breach__clause">
            <Source of={sources.appeal}>不服决定，可以申诉到 {fullDayWords(appealUntil)}</Source>
          </View>
          {appeal ? <Cell title="申诉理由" note={appeal} /> : null}
          {appealReason ? <Cell title="申诉结果的理由" note={appealReason} /> : null}
        </Group>
      ) : null}
    </>
  );
}
