import type { LocalDate } from '@jikaotong/shared/kernel';
import type { DoorCode, DoorGuest, DoorVerdict } from '@jikaotong/shared/rules/door';
import { DOOR_CODE_NUMBERS, doorVerdictWords, examDayWords } from '@jikaotong/shared/words';
import { Text, View } from '@tarojs/components';
import { BigButton, TextButton, aria } from '../../ui';
import { GuestFacts } from './guest-facts';
import type { AtDoor } from './use-door';
import './invigilation.scss';

/** The colour says what the sign, the code and the word say, too. */
const TONES: Readonly<Record<DoorCode, 'go' | 'warn' | 'stop'>> = {
  enter: 'go',
  'already-in': 'warn',
  'too-late': 'stop',
  'other-room': 'warn',
  'other-time': 'warn',
  'other-day': 'stop',
  revoked: 'stop',
  unlisted: 'stop',
  'no-ticket': 'stop',
  forged: 'stop',
  'key-unknown': 'warn',
};
const SIGNS = { go: '✓', warn: '！', stop: '×' } as const;

type Props = {
  verdict: DoorVerdict;
  door: AtDoor;
  today: LocalDate;
  onEnter: (guest: DoorGuest) => void;
  onOpen: (guest: DoorGuest) => void;
  onClose: () => void;
};

/** What a scan means, so large that it is read at arm's length. */
export function VerdictCard({ verdict, door, today, onEnter, onOpen, onClose }: Props) {
  const tone = TONES[verdict.code];
  const words = examDayWords(door.list.duty.ofStage);
  const guest =
    'guest' in verdict ? door.list.guests.find((one) => one.sittingId === verdict.guest.sittingId) : undefined;
  const { title, text } = doorVerdictWords(verdict, today, words, !guest?.notes.includes('no-photo'));
  return (
    <View id="door-verdict" className={`door-verdict door-verdict--${tone}`} {...aria({ role: 'alert' })}>
      <View className="door-verdict__head">
        <Text className="door-verdict__sign">{SIGNS[tone]}</Text>
        <Text className="door-verdict__title">{title}</Text>
        <Text className="door-verdict__code">{DOOR_CODE_NUMBERS[verdict.code]}</Text>
      </View>
      <View className="door-verdict__text">{text}</View>
      {guest ? <GuestFacts guest={guest} duty={door.list.duty} /> : null}
      {verdict.code === 'enter' ? (
        <BigButton
          id="let-in"
          text={`入场：${verdict.guest.seat} 号 ${verdict.guest.name}`}
          onTap={() => onEnter(verdict.guest)}
        />
      ) : null}
      <View className="door-centre">
        {'guest' in verdict ? (
          <TextButton id="open-guest" text={`查看这名${words.person}`} onTap={() => onOpen(verdict.guest)} />
        ) : null}
        <TextButton id="close-verdict" text="关闭" onTap={onClose} />
      </View>
    </View>
  );
}
