import { RETURN_REASONS, RETURN_REASON_FIELDS, type ReturnReason, fitRemarks } from '@jikaotong/shared/contract';
import { remarkFieldWord, returnReasonWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Check, ProseField } from '../../ui';
import type { RemarkField } from './quick-phrases';
import './review.scss';

type Texts = Partial<Record<ReturnReason, string>>;

type Props = {
  chosen: readonly ReturnReason[];
  onChange: (reasons: ReturnReason[]) => void;
  /** Only those about these parts; without, all. */
  about?: readonly RemarkField[];
  /** Where a reason may be changed into words of one's own: what stands for each. */
  own?: { readonly texts: Texts; readonly onText: (reason: ReturnReason, text: string) => void };
};

/** Reasons to send many back, to tick, part by part; each is a remark that the candidate reads. */
export function ReturnReasons({ chosen, onChange, about, own }: Props) {
  const fields = [...new Set(RETURN_REASONS.map((reason) => RETURN_REASON_FIELDS[reason]))];
  return (
    <>
      {fields
        .filter((field) => about?.includes(field) ?? true)
        .map((field) => (
          <View key={field} className="return-reasons">
            <View className="return-reasons__title">{remarkFieldWord(field)}</View>
            {RETURN_REASONS.filter((reason) => RETURN_REASON_FIELDS[reason] === field).map((reason) => (
              <View key={reason}>
                <Check
                  id={`reason-${reason}`}
                  text={returnReasonWord(reason)}
                  checked={chosen.includes(reason)}
                  onChange={(yes) => onChange(yes ? [...chosen, reason] : chosen.filter((one) => one !== reason))}
                />
                {own && chosen.includes(reason) ? (
                  <ProseField
                    id={`reason-${reason}-words`}
                    label="写给考生"
                    maxlength={60}
                    value={own.texts[reason] ?? returnReasonWord(reason)}
                    error={own.texts[reason]?.trim() === '' ? '请写明怎么改' : null}
                    onChange={(text) => own.onText(reason, text)}
                  />
                ) : null}
              </View>
            ))}
          </View>
        ))}
    </>
  );
}

/** As a list's act asks for them: each reason as it is printed, or changed into words of one's own. */
export function ReasonsField({ needs, onChange }: { needs: unknown; onChange: (needs: object | null) => void }) {
  const [reasons, setReasons] = useState<readonly ReturnReason[]>(() => reasonsIn(needs));
  const [texts, setTexts] = useState<Texts>({});
  const tell = (chosen: readonly ReturnReason[], written: Texts) => {
    setReasons(chosen);
    setTexts(written);
    const words = chosen.flatMap((reason) => {
      const text = written[reason]?.trim();
      return text !== undefined && text !== '' && text !== returnReasonWord(reason) ? [{ reason, text }] : [];
    });
    const isSound =
      chosen.length > 0 && chosen.every((reason) => written[reason]?.trim() !== '') && fitRemarks(chosen, words);
    onChange(isSound ? { reasons: chosen, ...(words.length > 0 && { words }) } : null);
  };
  return (
    <>
      <View className="return-reasons__lead">
        退回的原因（考生看得到，可多选；选上的可以改写，选中的人都收到同样的话）
      </View>
      <ReturnReasons
        chosen={reasons}
        onChange={(chosen) => tell(chosen.slice(0, MOST_REASONS), texts)}
        own={{ texts, onText: (reason, text) => tell(reasons, { ...texts, [reason]: text }) }}
      />
    </>
  );
}
const MOST_REASONS = 8;

function reasonsIn(needs: unknown): readonly ReturnReason[] {
  if (typeof needs !== 'object' || needs === null || !('reasons' in needs) || !Array.isArray(needs.reasons)) return [];
  const given: readonly unknown[] = needs.reasons;
  return RETURN_REASONS.filter((reason) => given.includes(reason));
}
