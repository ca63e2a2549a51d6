import type { StagePreview } from '@jikaotong/shared/contract';

type Tie = StagePreview['ties'][number];

/** Two groups may have a tie at one and the same place: whoever stands first in it tells them apart. */
export const keyOfTie = ({ entrants }: Pick<Tie, 'entrants'>): string => String(entrants[0]?.number ?? 0);

/** 职工组第1至2名, without a group where there is but one. */
export const tieTitle = ({ groupName, from, to }: Pick<Tie, 'groupName' | 'from' | 'to'>): string =>
  `${groupName ?? ''}第${from}至${to}名`;

type Difference = StagePreview['differences'][number];

/** 第3名 80.00分 晋级; 没有名次 of whoever is not ranked. */
const placeOf = (place: Difference['before']): string =>
  place === null
    ? '没有名次'
    : `${place.rank === null ? '名次待定' : `第${place.rank}名`} ${place.total}分${place.advances === 'yes' ? ' 晋级' : ''}`;

/** From where to where somebody goes. */
export const differenceWords = ({ before, after }: Difference): string => `${placeOf(before)} → ${placeOf(after)}`;
