import type { Notice } from '../../notice';

/**
 * Where individuals apply by this notice; a notice that names several ways is applied to on the phone, and one that
 * names none as well (B26 and E24 online, S25 at the counter, C24 elsewhere).
 */
export function individualsApply(notice: Pick<Notice, 'applicationMethods'>): 'online' | 'counter' | 'elsewhere' {
  const ways = notice.applicationMethods.filter(({ who }) => who === 'individual').map(({ where }) => where);
  if (ways.length === 0 || ways.includes('online')) return 'online';
  return ways.includes('counter') ? 'counter' : 'elsewhere';
}
