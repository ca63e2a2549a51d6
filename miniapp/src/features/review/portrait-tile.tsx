import type { PortraitView, ReturnReason } from '@jikaotong/shared/contract';
import { doubtWord, returnReasonWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { fileAddress, steadyLink } from '../../platform';
import { Picture, Tappable } from '../../ui';
import { offeringName } from '../notice';
import { FAULT_WORDS } from './photo-fault-words';
import './portraits.scss';

type Props = { of: PortraitView; reason: ReturnReason | null; onTap: () => void };

/** What was found about a photo by itself, in words. */
export const findingsOf = ({ faults, doubts }: Pick<PortraitView, 'faults' | 'doubts'>): readonly string[] => [
  ...faults.map((code) => FAULT_WORDS[code]),
  ...doubts.filter((doubt) => doubt === 'photo-grey' || doubt === 'twin').map((doubt) => doubtWord(doubt)),
];

/** One photo on the wall; a tap says that something is wrong with it. */
export function PortraitTile({ of, reason, onTap }: Props) {
  const findings = findingsOf(of);
  const state = reason === null ? (findings.length > 0 ? 'found' : 'fine') : 'bad';
  return (
    <Tappable
      id={`portrait-${of.id}`}
      className={`portrait-tile portrait-tile--${state}`}
      label={[of.name ?? '', offeringName(of.offering), reason ? returnReasonWord(reason) : '', ...findings]
        .filter((words) => words !== '')
        .join('，')}
      onTap={onTap}
    >
      <Picture
        className="portrait-tile__picture"
        src={fileAddress(steadyLink(of.photo))}
        mode="aspectFit"
        lazyLoad
        label=""
      />
      <View className="portrait-tile__name">{of.name}</View>
      {reason === null ? null : <View className="portrait-tile__bad">✕ {returnReasonWord(reason)}</View>}
      {reason === null
        ? findings.map((words) => (
            <View key={words} className="portrait-tile__finding">
              ！{words}
            </View>
          ))
        : null}
    </Tappable>
  );
}
