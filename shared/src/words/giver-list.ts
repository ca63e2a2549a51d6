import type { Award } from '../notice';
import { wordOf } from './table';

/** What a giver needs of whom it gives to. */
export type GiverField =
  'rank' | 'unit' | 'document' | 'phone' | 'coachOf' | 'fen' | 'holder' | 'bank' | 'account' | 'paper';

export const giverFieldWord = wordOf<GiverField>({
  rank: '名次',
  unit: '单位',
  document: '证件号码',
  phone: '手机号',
  coachOf: '所带选手',
  fen: '金额',
  holder: '户名',
  bank: '开户行',
  account: '账号',
  paper: '证书编号',
});

const PERSON: Readonly<Record<Award['gives'], readonly GiverField[]>> = {
  money: ['rank', 'unit', 'document', 'phone', 'fen', 'holder', 'bank', 'account'],
  medal: ['rank', 'unit', 'phone'],
  trophy: ['rank', 'unit', 'phone'],
  certificate: ['rank', 'unit', 'document', 'paper'],
  honour: ['rank', 'unit', 'document', 'phone', 'paper'],
  database: ['rank', 'unit', 'document', 'phone'],
  training: ['rank', 'unit', 'phone'],
  recommendation: ['rank', 'unit', 'document', 'phone'],
  policy: ['rank', 'unit', 'document', 'phone'],
};

/** The columns of a giver's list beside the name; of a unit nothing is known but its name, of a coach what the entrant told with the
 * coach's consent. */
export const giverFields = (gives: Award['gives'], to: 'entrant' | 'coach' | 'unit'): readonly GiverField[] =>
  to === 'entrant' ? PERSON[gives] : to === 'coach' ? ['unit', 'coachOf', 'phone', 'paper'] : ['paper'];
