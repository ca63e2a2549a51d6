import { type DutyPlanView, invigilation } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { toast, useCommand } from '../../platform';
import { BigButton, RefusalMessage } from '../../ui';

type Hour = DutyPlanView['hours'][number];
type Props = { sessionId: string; hour: Hour; plan: DutyPlanView };

/** The same invigilators in the same rooms as in another hour, at one tap; helpers need a link of their own for each. */
export function SameDuties({ sessionId, hour, plan }: Props) {
  const assign = useCommand(invigilation.assignDuty);
  const before = plan.hours
    .filter(({ slot }) => slot !== hour.slot)
    .map((other) => ({ other, duties: toRepeat(plan, other, hour) }))
    .find(({ duties }) => duties.length > 0);
  const isEmpty = plan.duties.every(({ slot, state }) => slot !== hour.slot || state !== 'open');
  if (!before || !isEmpty) return <RefusalMessage refusal={assign.refusal} />;
  const repeat = async () => {
    for (const { accountId, roomIds } of before.duties) {
      const body = { slot: hour.slot, roomIds: [...roomIds], who: { accountId } };
      if (!(await assign.run({ params: { id: sessionId }, body })).ok) return;
    }
    toast('已安排');
  };
  return (
    <View className="door-go">
      <RefusalMessage refusal={assign.refusal} />
      <BigButton
        id="same-duties"
        text={`和 ${before.other.slot.slice(5)} 那场一样（监考员 ${before.duties.length} 人）`}
        tone="plain"
        busy={assign.busy}
        onTap={() => void repeat()}
      />
    </View>
  );
}

/** The body's own who watch over rooms of the other hour that this one has, too; of two of one name nobody knows which. */
const toRepeat = ({ duties, invigilators }: DutyPlanView, other: Hour, hour: Hour) =>
  duties
    .filter(({ slot, kind, state }) => slot === other.slot && kind === 'staff' && state === 'open')
    .flatMap(({ name, roomIds }) => {
      const [who, another] = invigilators.filter((one) => one.name === name);
      const here = roomIds.filter((id) => hour.rooms.some(({ roomId }) => roomId === id));
      return who && !another && here.length > 0 ? [{ accountId: who.accountId, roomIds: here }] : [];
    });
