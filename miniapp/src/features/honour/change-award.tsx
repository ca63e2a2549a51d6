import { type AwardState, awards } from '@jikaotong/shared/contract';
import { awardStateWord } from '@jikaotong/shared/words';
import { useCommand } from '../../platform';
import { ReasonSheet } from './reason-sheet';

type Props = { award: OpenedAward; onClose: () => void };
export type OpenedAward = { readonly id: string; readonly name: string; readonly state: AwardState };

/** Withholds a locked award, notes that it was declined, or gives it after all. */
export function ChangeAward({ award: { id, name, state: was }, onClose }: Props) {
  const change = useCommand(awards.changeAward);
  const options = (['given', 'withheld', 'declined'] as const)
    .filter((state) => state !== was)
    .map((key) => ({ key, text: awardStateWord(key) }));
  const say = async (state: AwardState, reason: string) => {
    if ((await change.run({ params: { id }, body: { state, was, reason } })).ok) onClose();
  };
  return (
    <ReasonSheet
      title={name}
      label="改为"
      options={options}
      text="登记"
      busy={change.busy}
      refusal={change.refusal}
      onSay={(state, reason) => void say(state, reason)}
      onClose={onClose}
    />
  );
}
