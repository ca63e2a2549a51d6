import { type Fen, sumFen } from '@jikaotong/shared/kernel';
import { MENDABLE } from '../applications';
import { type Member, type OpenRoster, feeFenOf } from './own-roster';

/** What these cost as new applications; who cannot apply as the row stands pays nothing. */
export const feesOf = (open: Pick<OpenRoster, 'frame'>, members: readonly Pick<Member, 'row' | 'application'>[]): Fen =>
  sumFen(members.map((member) => (mayPay(member) ? feeFenOf(open.frame, member.application.offeringCode) : NOTHING)));

/** Whether a row can come to be paid for: it is handed in already, or its person may apply as it stands. */
export const mayPay = ({ row, application }: Pick<Member, 'row' | 'application'>): boolean =>
  row.standing !== 'ineligible' || !MENDABLE.includes(application.state);

const NOTHING = sumFen([]);
