import type { Notice, Offering } from '@jikaotong/shared/notice';

/** What of a notice a question rests on; of a notice in a newer language the parts that this phone cannot read are empty. */
export type AskedNotice = Pick<Notice, 'conditions' | 'offerings' | 'relatedOccupations' | 'relatedMajors'>;
export type AskedOffering = Pick<Offering, 'code' | 'occupation' | 'routes'>;
