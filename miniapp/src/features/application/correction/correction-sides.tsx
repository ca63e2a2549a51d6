import type { CorrectionSide, CorrectionView } from '@jikaotong/shared/contract';
import { endOf } from '@jikaotong/shared/rules/identity';
import {
  correctionFieldWord,
  documentReasonWord,
  documentTypeWord,
  fullDayWords,
  originWord,
  sexWord,
} from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { fileAddress } from '../../../platform';
import { Picture } from '../../../ui';
import './correction.scss';

type Field = CorrectionView['fields'][number];
type Props = { of: Pick<CorrectionView, 'fields' | 'before' | 'after' | 'documentReason'> };

/** What is asked, the old beside the new. */
export const CorrectionSides = ({ of: { fields, before, after, documentReason } }: Props) => (
  <>
    {fields.map((field) => (
      <View key={field} className="sides">
        <View className="sides__field">
          {correctionFieldWord(field)}
          {field === 'document' && documentReason ? `（${documentReasonWord(documentReason)}）` : ''}
        </View>
        <View className="sides__pair">
          <View className="sides__side">
            <View className="sides__label">原来</View>
            <SideOf field={field} side={before} label="原来的照片" />
          </View>
          <View className="sides__side sides__side--new">
            <View className="sides__label">更正为</View>
            <SideOf field={field} side={after} label="更正后的照片" />
          </View>
        </View>
      </View>
    ))}
  </>
);

function SideOf({ field, side, label }: { field: Field; side: CorrectionSide; label: string }) {
  if (field === 'photo')
    return side.photoUrl ? (
      <Picture className="sides__photo" src={fileAddress(side.photoUrl)} mode="aspectFit" label={label} />
    ) : (
      <View>没有照片</View>
    );
  return (
    <>
      {wordsOf(field, side).map((line) => (
        <View key={line} className="sides__value">
          {line}
        </View>
      ))}
    </>
  );
}

function wordsOf(field: Exclude<Field, 'photo'>, side: CorrectionSide): string[] {
  if (field !== 'document') return [side[field] ?? '没有填写'];
  const expiresOn = endOf(side.documentExpiresOn);
  return [
    `${side.documentType ? documentTypeWord(side.documentType) : ''} ${side.documentNumber ?? ''}`,
    expiresOn ? `有效期到${fullDayWords(expiresOn)}` : '长期有效',
    [side.sex ? sexWord(side.sex) : '', side.birthDate ? `${fullDayWords(side.birthDate)}出生` : ''].join(' '),
    side.origin ? originWord(side.origin) : '',
  ].filter((line) => line.trim() !== '');
}
