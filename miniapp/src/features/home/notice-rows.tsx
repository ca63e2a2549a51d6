import type { NoticeSummary } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { noticeKindWord, noticeStandingWords, noticeStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open } from '../../platform';
import { Cell, Tag } from '../../ui';
import { stateTone } from '../notice';

/** Notices in short: what they are for, who holds them, how they stand; the printed title is one tap away. */
export const NoticeRows = ({ of: notices, today }: { of: readonly NoticeSummary[]; today: LocalDate }) => (
  <>
    {notices.map((notice) => (
      <NoticeRow key={notice.id} notice={notice} today={today} />
    ))}
  </>
);

function NoticeRow({ notice, today }: { notice: NoticeSummary; today: LocalDate }) {
  const { id, kind, year, bodyName, nearest } = notice;
  const occupations = [...new Set(notice.offerings.map(({ occupation }) => occupation))];
  const when = noticeStandingWords(nearest, today);
  const enters = kind === 'competition' && (nearest.state === 'applying' || nearest.state === 'upcoming');
  return (
    <Cell
      id={`${enters ? 'enter' : 'notice'}-${id}`}
      title={occupations.join('、') || noticeKindWord(kind)}
      note={
        <>
          <View>
            {year}年{noticeKindWord(kind)} · {bodyName}
          </View>
          {when && nearest.state !== 'ended' ? <View>{when}</View> : null}
        </>
      }
      value={<Tag text={noticeStateWord(nearest.state)} tone={stateTone(nearest.state)} />}
      onTap={() => open(enters ? '/packages/contest/contest/index' : '/pages/notice/index', { id })}
    />
  );
}
