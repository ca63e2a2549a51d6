import type { EntryView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { contestNextWords, dayAndDistanceWords, entryStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open } from '../../../platform';
import { BigButton, Card, Tag, Tappable, type Tone } from '../../../ui';

/** One entry to a competition in the list: where it stands, the next day that counts, and what can be done. */
export function EntryCard({ of: entry, today }: { of: EntryView; today: LocalDate }) {
  const { id, contest } = entry;
  const waits = entry.state === 'entered' && entry.verdict === 'needs-review' && entry.decision === null;
  const next = entry.state === 'entered' ? contestNextWords(contest, today, entry) : null;
  const mayEnter = entry.state === 'refused' && contest.state === 'open';
  return (
    <Card>
      <Tappable id={`entry-${id}`} onTap={() => open('/packages/contest/entry/index', { id })}>
        <View className="application__head">
          <View className="application__name">{contest.title}</View>
          <Tag text={entryStateWord(waits ? 'undecided' : entry.state)} tone={toneOf(entry, waits)} />
        </View>
        <View className="application__now">{sentenceOf(entry, waits)}</View>
        {next ? (
          <View className="application__side">
            <View>{next.title}</View>
            <View>{next.text}</View>
          </View>
        ) : null}
        {contest.state === 'open' && contest.closesOn && entry.state !== 'withdrawn' ? (
          <View className="application__until">报名截止 {dayAndDistanceWords(contest.closesOn, today)}</View>
        ) : null}
      </Tappable>
      {mayEnter ? (
        <View className="application__next">
          <BigButton
            id={`enter-again-${id}`}
            text="改正后重新报名"
            onTap={() => open('/packages/contest/enter/index', { id: contest.noticeId })}
          />
        </View>
      ) : null}
    </Card>
  );
}

const toneOf = ({ state }: EntryView, waits: boolean): Tone => {
  if (waits) return 'info';
  return state === 'entered' ? 'go' : state === 'refused' ? 'stop' : 'quiet';
};

function sentenceOf({ state, decision, contest }: EntryView, waits: boolean): string {
  if (state === 'refused') return `没有通过核对：${decision?.reason ?? ''}`;
  if (state === 'withdrawn') return '报名已撤回';
  if (waits) return '已提交，工作人员正在核对';
  return contest.state === 'open' ? '报名成功，截止前可以修改或撤回' : '报名成功';
}
