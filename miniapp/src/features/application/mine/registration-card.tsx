import type { RegistrationView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayAndDistanceWords, registrationStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open } from '../../../platform';
import { BigButton, Card, Tag, Tappable } from '../../../ui';

/** One's record of a registration on somebody else's site, and the next step there. */
export function RegistrationCard({ of: registration, today }: { of: RegistrationView; today: LocalDate }) {
  const { noticeId, state, listed, contest, reference } = registration;
  const go = () => open('/packages/contest/guide/index', { id: noticeId });
  const done = registration.ticks.filter(({ way }) => way === registration.way).length;
  const waits = state === 'preparing' && listed === null && contest.state === 'open';
  return (
    <Card>
      <Tappable id={`registration-${noticeId}`} onTap={go}>
        <View className="application__head">
          <View className="application__name">{contest.title}</View>
          <Tag
            text={listed ? '已在名单中' : registrationStateWord(state)}
            tone={listed ? 'go' : waits ? 'warn' : 'quiet'}
          />
        </View>
        <View className="application__side">官网报名 · 已勾选 {done} 步</View>
        {reference ? <View className="application__side">报名编号 {reference}</View> : null}
      </Tappable>
      {waits ? (
        <View className="application__next">
          {contest.closesOn ? (
            <View className="application__until">截止 {dayAndDistanceWords(contest.closesOn, today)}</View>
          ) : null}
          <BigButton id={`guide-${noticeId}`} text="继续官网报名" onTap={go} />
        </View>
      ) : null}
    </Card>
  );
}
