import type { SeatingPreview, SessionView } from '@jikaotong/shared/contract';
import { dayWords, offeringWords, subjectWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { BigButton, Cell, NoticeBar, Sheet, Tag } from '../../ui';
import { useToday } from '../demonstration';

type Props = {
  seen: SeatingPreview;
  offerings: SessionView['offerings'];
  busy: boolean;
  onSend: () => void;
  /** Undefined for who does not plan. */
  onPlaces: (() => void) | undefined;
  onClose: () => void;
};

/** Whose subjects do not come on one day in their order, by name, before anybody is seated. */
export function SeatingPreviewSheet({ seen, offerings, busy, onSend, onPlaces, onClose }: Props) {
  const today = useToday();
  const { people, parted, turned, who } = seen;
  const nameOf = (code: string): string => {
    const offering = offerings.find((one) => one.code === code);
    return offering ? offeringWords(offering) : code;
  };
  return (
    <Sheet
      title="排座前请看一眼"
      onClose={onClose}
      action={
        <>
          <BigButton id="seat-anyway" text="就这样排座" busy={busy} onTap={onSend} />
          {onPlaces ? (
            <BigButton id="seat-not-yet" text="先不排，去加场次或座位" tone="plain" onTap={onPlaces} />
          ) : null}
        </>
      }
    >
      <NoticeBar tone="warn">
        {parted > 0 ? <View>{`${people} 人里有 ${parted} 人的各科要分两天考：同一天的座位不够。`}</View> : null}
        {turned > 0 ? (
          <View>{`${people} 人里有 ${turned} 人的各科次序和通知写的不同，例如先操作、后理论。`}</View>
        ) : null}
        <View>已经尽量排在同一天。加场次或座位以后再排，还可以减少。</View>
      </NoticeBar>
      {who.map(({ participantId, name, offeringCode, how, at }) => (
        <Cell
          key={participantId}
          title={name}
          note={
            <>
              <View>{nameOf(offeringCode)}</View>
              {at.map(({ subject, day, startsAt }) => (
                <View key={subject}>{`${dayWords(day, today)} ${startsAt}　${subjectWord(subject)}`}</View>
              ))}
            </>
          }
          value={<Tag tone="warn" text={how === 'parted' ? '分两天' : '次序不同'} />}
        />
      ))}
      {who.length < parted + turned ? (
        <NoticeBar tone="info">{`只列出前 ${who.length} 人，共 ${parted + turned} 人。`}</NoticeBar>
      ) : null}
    </Sheet>
  );
}
