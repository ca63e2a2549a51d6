import type { Silence, Standing, TellTemplate } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { type KnownWindow, mendingClosesOn, spanOf } from '@jikaotong/shared/rules/progress';

/** Where somebody stands, as far as a template asks. */
export type Stands = { readonly standing: Standing; readonly silence: Silence };

/** What is true of whoever is chosen. */
type ForAll = 'contact' | 'own';

const WAITS_FOR: Readonly<Record<Exclude<TellTemplate, ForAll>, (stands: Stands) => boolean>> = {
  mend: ({ silence }) => silence === 'returned',
  pay: ({ silence }) => silence === 'owing',
  ticket: ({ silence }) => silence === 'ticket-unopened',
  exam: ({ standing }) => standing === 'ticketed',
};

/** Whether a template is true of somebody who stands so, on a day on which it still helps. */
export function isTrueOf(
  template: TellTemplate,
  stands: Stands,
  { windows, day }: { readonly windows: readonly KnownWindow[]; readonly day: LocalDate },
): boolean {
  if (template === 'contact' || template === 'own') return true;
  return WAITS_FOR[template](stands) && stillHelps(template, { windows, day });
}

/** Whether a reminder helps anybody on a day. */
export function stillHelps(
  template: Exclude<TellTemplate, 'contact' | 'own'>,
  { windows, day }: { readonly windows: readonly KnownWindow[]; readonly day: LocalDate },
): boolean {
  const last = lastDayOf(template, windows);
  return last === null || day <= last;
}

/** The day after which nobody needs it any more; null where none is known. */
function lastDayOf(template: Exclude<TellTemplate, ForAll>, windows: readonly KnownWindow[]): LocalDate | null {
  switch (template) {
    case 'mend':
      return mendingClosesOn({ windows });
    case 'pay':
      return spanOf(windows, 'payment').closes;
    case 'ticket':
    case 'exam':
      return spanOf(windows, 'exam').closes;
  }
}
