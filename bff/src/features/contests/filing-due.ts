import { type LocalDate, addDays } from '@jikaotong/shared/kernel';

/** Papers are filed before their stage (C24 三（三）): by the day before it begins. */
export const filingDueOn = (stageDay: LocalDate): LocalDate => addDays(stageDay, -1);

/** How many days before that day staff are reminded, and once more on the day itself. */
export const REMIND_FILING_DAYS = 3;
