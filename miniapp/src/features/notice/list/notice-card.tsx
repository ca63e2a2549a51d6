import type { NoticeSummary } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { noticeStandingWords, noticeStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open } from '../../../platform';
import { BigButton, Tag, Tappable } from '../../../ui';
import { OfferingName } from '../offering-name';
import { stateTone } from '../state-tone';
import './notice-card.scss';

/** One notice of the list: who, what for, and the nearest thing one can do; a competition that is open leads to its entry. */
export function NoticeCard({ notice, today }: { notice: NoticeSummary; today: LocalDate }) {
  const { nearest } = notice;
  const when = noticeStandingWords(nearest, today);
  return (
    <View className="notice-card">
      <Tappable id={`notice-${notice.id}`} onTap={() => open('/pages/notice/index', { id: notice.id })}>
        <View className="notice-card__title">{notice.title}</View>
        <View className="notice-card__body">{[notice.bodyName, notice.places[0]].filter(Boolean).join(' · ')}</View>
        <View className="notice-card__offerings">
          {notice.offerings.map((offering) => (
            <OfferingName key={offering.code} of={offering} />
          ))}
        </View>
        <View className="notice-card__nearest">
          <Tag text={noticeStateWord(nearest.state)} tone={stateTone(nearest.state)} />
          <View className="notice-card__when">
            {nearest.sessionName}
            {when ? <View>{when}</View> : null}
          </View>
        </View>
      </Tappable>
      {notice.kind === 'competition' && nearest.state === 'applying' ? (
        <View className="notice-card__go">
          <BigButton
            id={`enter-${notice.id}`}
            text="去报名"
            tone="plain"
            onTap={() => open('/packages/contest/contest/index', { id: notice.id })}
          />
        </View>
      ) : null}
    </View>
  );
}
