import type { StaffOrderView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayAndDistanceWords, orderStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { Cell, Money, Tag, type Tone } from '../../ui';
import { offeringName } from '../notice';
import { momentWords } from '../staff';
import { isClaimed } from './claimed';

const TONES: Readonly<Record<StaffOrderView['state'], Tone>> = {
  open: 'info',
  settled: 'go',
  lapsed: 'quiet',
  cancelled: 'quiet',
};

type Props = { order: StaffOrderView; today: LocalDate; onOpen: () => void };

/** One order in the list. */
export function OrderRow({ order, today, onOpen }: Props) {
  const { id, candidateName, offering, state, totalFen, payBy, settledAt } = order;
  const when = settledAt
    ? `${momentWords(settledAt, today)} 缴清`
    : payBy && state === 'open'
      ? `${dayAndDistanceWords(payBy, today)}截止`
      : '';
  return (
    <Cell
      id={`order-${id}`}
      title={candidateName}
      note={
        <>
          <View>{offeringName(offering)}</View>
          {when ? <View>{when}</View> : null}
        </>
      }
      value={
        <View className="orders__value">
          <Money fen={totalFen} />
          <View>
            {isClaimed(order) ? (
              <Tag text="转账待核对" tone="warn" />
            ) : (
              <Tag text={orderStateWord(state)} tone={TONES[state]} />
            )}
          </View>
        </View>
      }
      onTap={onOpen}
    />
  );
}
