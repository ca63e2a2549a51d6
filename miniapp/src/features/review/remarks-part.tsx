import { REMARK_FIELDS } from '@jikaotong/shared/contract';
import { remarkFieldWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Check, Phrases, ProseField } from '../../ui';
import { REMARK_PHRASES, type RemarkField } from './quick-phrases';

type Texts = Partial<Record<RemarkField, string>>;

/** The parts that are to be mended, and what is written to each. */
export type Remarks = {
  /** How many parts are chosen. */
  readonly count: number;
  /** The remarks, where each says something; else null, and the screen shows which does not. */
  readonly take: () => { field: RemarkField; text: string }[] | null;
  readonly texts: Texts;
  readonly shown: boolean;
  readonly set: (texts: Texts) => void;
};

export function useRemarks(): Remarks {
  const [texts, set] = useState<Texts>({});
  const [shown, setShown] = useState(false);
  const chosen = REMARK_FIELDS.filter((field) => texts[field] !== undefined);
  const take = () => {
    setShown(true);
    if (chosen.length === 0 || chosen.some((field) => isBlank(texts, field))) return null;
    return chosen.map((field) => ({ field, text: texts[field] ?? '' }));
  };
  return { count: chosen.length, take, texts, shown, set };
}

/** What must be mended, part by part; the candidate sees each remark where it belongs. */
export function RemarksPart({ remarks: { texts, shown, set } }: { remarks: Remarks }) {
  const choose = (field: RemarkField, yes: boolean) => {
    const { [field]: _dropped, ...rest } = texts;
    set(yes ? { ...rest, [field]: '' } : rest);
  };
  return (
    <>
      <View>哪些地方要改？选上并写明怎么改。</View>
      {REMARK_FIELDS.map((field) => (
        <View key={field}>
          <Check
            id={`remark-${field}`}
            text={remarkFieldWord(field)}
            checked={texts[field] !== undefined}
            onChange={(yes) => choose(field, yes)}
          />
          {texts[field] === undefined ? null : (
            <>
              <ProseField
                id={`remark-${field}-text`}
                label="写给考生"
                maxlength={200}
                value={texts[field] ?? ''}
                error={shown && isBlank(texts, field) ? '请写明怎么改' : null}
                onChange={(text) => set({ ...texts, [field]: text })}
              />
              <Phrases
                id={`remark-${field}-phrase`}
                phrases={REMARK_PHRASES[field]}
                onChoose={(phrase) => set({ ...texts, [field]: phrase })}
              />
            </>
          )}
        </View>
      ))}
    </>
  );
}

const isBlank = (texts: Texts, field: RemarkField): boolean => (texts[field] ?? '').trim() === '';
