import type { ReviewSummary } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { stageWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open } from '../../platform';
import { Cell, Check, Tag, type Tone } from '../../ui';
import { offeringName } from '../notice';
import { momentWords } from '../staff';

type Props = {
  item: ReviewSummary;
  today: LocalDate;
  /** Null while nothing is being picked. */
  picked: boolean | null;
  onPick: (picked: boolean) => void;
};

/** One application in the queue. */
export function QueueRow({ item, today, picked, onPick }: Props) {
  const { id, candidateName, phoneTail, offering, submittedAt, openCases, state, progress } = item;
  const name = `${candidateName ?? '未填姓名'}${phoneTail ? `（手机尾号 ${phoneTail}）` : ''}`;
  const when = submittedAt ? `${momentWords(submittedAt, today)} 提交` : '';
  if (picked !== null) {
    return (
      <Check
        id={`pick-${id}`}
        text={name}
        note={`${offeringName(offering)}　${when}`}
        checked={picked}
        onChange={onPick}
      />
    );
  }
  return (
    <Cell
      id={`review-${id}`}
      title={name}
      note={
        <>
          <View>{offeringName(offering)}</View>
          <View>{when}</View>
        </>
      }
      value={
        openCases > 0 ? (
          <Tag text="待核查" tone="stop" />
        ) : state === 'submitted' ? undefined : (
          <Tag text={stageWord(progress.stage)} tone={toneOf(state)} />
        )
      }
      onTap={() => open('/packages/staff/review/index', { id })}
    />
  );
}

export const toneOf = (state: ReviewSummary['state']): Tone =>
  state === 'approved' ? 'go' : state === 'returned' ? 'warn' : state === 'rejected' ? 'stop' : 'quiet';
