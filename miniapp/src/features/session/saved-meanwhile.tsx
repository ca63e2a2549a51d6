import type { StaffSessionView } from '@jikaotong/shared/contract';
import { dayWords, offeringWords, subjectWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { BigButton, Cell, Group, NoticeBar } from '../../ui';
import { useToday } from '../demonstration';
import './papers-editor.scss';

type Props = { session: StaffSessionView; onTake: () => void; onKeep: () => void };

/** Somebody else has saved places since one began to type: theirs beside one's own, and which of them is to stand. */
export function SavedMeanwhile({ session: { plan, offerings }, onTake, onKeep }: Props) {
  const today = useToday();
  const nameOf = (code: string): string => {
    const offering = offerings.find((one) => one.code === code);
    return offering ? offeringWords(offering) : code;
  };
  return (
    <>
      <NoticeBar tone="warn" title="已被他人修改，您填的还没有保存">
        您填的内容保留在下面。先看别人保存的，再决定以哪一份为准。
      </NoticeBar>
      <Group title="别人保存的">
        {plan.sites.map(({ name, rooms }) => (
          <Cell
            key={name}
            title={name}
            note={rooms.map((room) => `${room.name} ${room.seats} 座`).join('、')}
            value={`${rooms.length} 间`}
          />
        ))}
        {plan.papers.map(({ offeringCode, subject, day, startsAt, endsAt, siteName }) => (
          <Cell
            key={[offeringCode, subject, day, startsAt, siteName].join(' ')}
            title={`${nameOf(offeringCode)}　${subjectWord(subject)}`}
            note={`${dayWords(day, today)} ${startsAt}–${endsAt}　${siteName}`}
          />
        ))}
      </Group>
      <View className="papers__usual">
        <BigButton id="take-theirs" text="改用别人保存的" tone="plain" onTap={onTake} />
      </View>
      <View className="papers__usual">
        <BigButton id="keep-mine" text="以我填的为准" tone="plain" onTap={onKeep} />
      </View>
    </>
  );
}
