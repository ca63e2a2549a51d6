import type { LocalDate } from '../../kernel';
import { type Notice, OTHER_GROUP } from '../../notice';
import { assess } from './assess';
import type { Assessment } from './assessment';

/** The statement under which notices list who may enter. */
const LISTED_GROUP = 'listed-group';

/** What a competition's conditions say of an entrant on a day; what is not told yet is missing. */
export const assessEntrant = (
  { notice, offeringCode }: { readonly notice: Notice; readonly offeringCode: string },
  given: {
    readonly birthDate: LocalDate | null;
    readonly sex: 'male' | 'female' | null;
    /** The code of a group of the notice, or OTHER_GROUP. */
    readonly group: string | null;
    readonly on: LocalDate;
  },
): Assessment => {
  const { birthDate, sex, group, on } = given;
  const facts = {
    ...(birthDate ? { birthDate } : {}),
    ...(sex ? { sex } : {}),
    ...(group === null ? {} : { declared: { [LISTED_GROUP]: group !== OTHER_GROUP } }),
  };
  return assess({ notice, offeringCode, facts, on });
};
