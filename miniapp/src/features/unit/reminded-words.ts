import type { RosterRowView } from '@jikaotong/shared/contract';
import { type LocalDate, dayAt, timeAt } from '@jikaotong/shared/kernel';
import { dayWords, remindedDeliveryWord } from '@jikaotong/shared/words';

/** `8月12日 周一 09:00 提醒过，短信已发出`. */
export const remindedWords = ({ at, delivery }: NonNullable<RosterRowView['reminded']>, today: LocalDate): string =>
  `${dayWords(dayAt(at), today)} ${timeAt(at)} 提醒过，${remindedDeliveryWord(delivery)}`;
