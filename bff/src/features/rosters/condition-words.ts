import type { Offering } from '@jikaotong/shared/notice';
import { closedUp, conditionWords } from '@jikaotong/shared/words';
import type { OpenRoster } from './own-roster';

type Asked = Pick<OpenRoster, 'frame' | 'offeringNames'>;

/** The conditions of each offering of the session as printed, each with its number; in plain words where none is printed. */
export const conditionsOf = ({ frame, offeringNames }: Asked) =>
  frame.notice.offerings
    .filter(({ code }) => offeringNames.has(code))
    .flatMap(({ code, routes }) =>
      routes.map((route) => ({ choice: route.code, of: offeringNames.get(code) ?? '', text: numbered(route) })),
    );

/** A print that begins with its number already is left as it is. */
function numbered({ code, condition, source }: Offering['routes'][number]): string {
  const printed = 'clause' in source ? closedUp(source.corrected ?? source.quote) : conditionWords(condition);
  return /^[（(]?\d+/.test(printed.trim()) ? printed.trim() : `${code}. ${printed}`;
}
