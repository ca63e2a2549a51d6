import type { RosterRowView, RosterView } from '@jikaotong/shared/contract';
import { fen } from '@jikaotong/shared/kernel';
import { applicationStateWord, rowStandingWord, yuanWords } from '@jikaotong/shared/words';

type Counts = RosterView['counts'];

/** How all that are not handed in stand, each once; empty: all are. */
export function standingsWords({ standing, awaiting }: Pick<Counts, 'standing' | 'awaiting'>): string {
  const parts: readonly (readonly [string, number])[] = [
    [rowStandingWord('ready'), standing.ready - awaiting.ready],
    [rowStandingWord('review'), standing.review - awaiting.review],
    ['等本人确认', awaiting.ready + awaiting.review],
    [rowStandingWord('incomplete'), standing.incomplete],
    [rowStandingWord('ineligible'), standing.ineligible],
  ];
  return counted(parts);
}

/** What is to be mended; somebody may count for more than one. */
export const problemsWords = ({ standing, state, phoneShared, disputed }: ProblemCounts): string =>
  counted([
    [rowStandingWord('incomplete'), standing.incomplete],
    [rowStandingWord('ineligible'), standing.ineligible],
    [applicationStateWord('returned'), state['returned'] ?? 0],
    ['手机号重复', phoneShared],
    ['本人说有不对', disputed],
  ]);
type ProblemCounts = Pick<Counts, 'standing' | 'state' | 'phoneShared' | 'disputed'>;

type Fees = Pick<RosterView, 'feeFen' | 'paidFen'> & {
  readonly counts: { readonly standing: Pick<RosterView['counts']['standing'], 'ineligible'> };
};

const counted = (parts: readonly (readonly [string, number])[]): string =>
  parts
    .filter(([, many]) => many > 0)
    .map(([word, many]) => `${word} ${many}`)
    .join('，');

/** What of the fees is paid, or for whom they are. */
export function paidWords({ feeFen, paidFen, counts }: Fees): string {
  const left = counts.standing.ineligible;
  if (paidFen === 0) return left > 0 ? `按新报名计算，不符合条件的 ${left} 人没有计入` : '按新报名计算';
  if (paidFen >= feeFen) return '已缴清';
  return `已缴 ${yuanWords(paidFen)}，未缴 ${yuanWords(fen(feeFen - paidFen))}`;
}

/** What was handed in, and what comes next; null: nothing waits for review. */
export function handedInWords({
  where,
  feeFen,
  counts,
}: Pick<RosterView, 'where' | 'feeFen'> & { readonly counts: Pick<RosterView['counts'], 'state' | 'queued'> }): {
  readonly title: string;
  readonly text: string;
} | null {
  const submitted = counts.state['submitted'] ?? 0;
  if (submitted === 0 || counts.queued > 0) return null;
  const next = where === 'online' && feeFen > 0 ? '通过的人在这一页统一缴费。' : '';
  return { title: `已提交 ${submitted} 人`, text: `协会审核以后会通知您。${next}` };
}

/** How far a member is whom the unit has handed in. */
export const handedInRowWord = ({
  state,
  orderState,
  hasTicket,
}: Pick<RosterRowView, 'state' | 'orderState' | 'hasTicket'>): string => {
  if (state !== 'approved') return applicationStateWord(state);
  if (hasTicket) return '准考证已发';
  return orderState === 'settled' ? '已缴费' : applicationStateWord(state);
};
