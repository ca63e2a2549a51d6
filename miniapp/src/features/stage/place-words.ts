import type { StagePreview } from '@jikaotong/shared/contract';

type Difference = StagePreview['differences'][number];

/** 第3名 80.00分 晋级; 没有名次 of whoever is not ranked. */
const placeOf = (place: Difference['before']): string =>
  place === null
    ? '没有名次'
    : `${place.rank === null ? '名次待定' : `第${place.rank}名`} ${place.total}分${place.advances === 'yes' ? ' 晋级' : ''}`;

/** From where to where somebody goes. */
export const differenceWords = ({ before, after }: Difference): string => `${placeOf(before)} → ${placeOf(after)}`;
