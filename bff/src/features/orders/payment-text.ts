import { shortened } from '@jikaotong/shared/words';

/** So that it has at most 127 bytes, of which a character of ours takes three. */
const MOST = 42;

/** What stands at the cashier: who pays for how many and what; what is too long is shortened at a word, the unit first. */
export function paymentText(of: {
  readonly unitName: string | null;
  readonly people: number;
  readonly offerings: number;
  readonly first: string;
}): string {
  const { unitName, people, offerings, first } = of;
  const crowd = people > 1 || unitName !== null ? `${people}人` : '';
  const fee = `${crowd}考试费`;
  const what = offerings > 1 ? `${offerings}个项目` : (shortened(first, MOST - fee.length - 1) ?? '');
  const rest = [what, fee].filter(Boolean).join(' ');
  const unit = unitName === null ? null : shortened(unitName, MOST - rest.length - 1);
  return [unit, rest].filter(Boolean).join(' ');
}
