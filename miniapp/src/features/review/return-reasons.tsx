import { RETURN_REASONS, RETURN_REASON_FIELDS, type ReturnReason } from '@jikaotong/shared/contract';
import { remarkFieldWord, returnReasonWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { Check } from '../../ui';
import type { RemarkField } from './quick-phrases';
import './review.scss';

type Props = {
  chosen: readonly ReturnReason[];
  onChange: (reasons: ReturnReason[]) => void;
  /** Only those about these parts; without, all. */
  about?: readonly RemarkField[];
};

/** Reasons to send many back, to tick, part by part; each is a remark that the candidate reads. */
export function ReturnReasons({ chosen, onChange, about }: Props) {
  const fields = [...new Set(RETURN_REASONS.map((reason) => RETURN_REASON_FIELDS[reason]))];
  return (
    <>
      {fields
        .filter((field) => about?.includes(field) ?? true)
        .map((field) => (
          <View key={field} className="return-reasons">
            <View className="return-reasons__title">{remarkFieldWord(field)}</View>
            {RETURN_REASONS.filter((reason) => RETURN_REASON_FIELDS[reason] === field).map((reason) => (
              <Check
                key={reason}
                id={`reason-${reason}`}
                text={returnReasonWord(reason)}
                checked={chosen.includes(reason)}
                onChange={(yes) => onChange(yes ? [...chosen, reason] : chosen.filter((one) => one !== reason))}
              />
            ))}
          </View>
        ))}
    </>
  );
}

/** As a list's act asks for them. */
export function ReasonsField({ needs, onChange }: { needs: unknown; onChange: (needs: object | null) => void }) {
  const chosen = reasonsIn(needs);
  return (
    <>
      <View className="return-reasons__lead">退回的原因（考生看得到，可多选）</View>
      <ReturnReasons
        chosen={chosen}
        onChange={(reasons) => onChange(reasons.length === 0 ? null : { reasons: reasons.slice(0, 8) })}
      />
    </>
  );
}

function reasonsIn(needs: unknown): readonly ReturnReason[] {
  if (typeof needs !== 'object' || needs === null || !('reasons' in needs) || !Array.isArray(needs.reasons)) return [];
  const given: readonly unknown[] = needs.reasons;
  return RETURN_REASONS.filter((reason) => given.includes(reason));
}
