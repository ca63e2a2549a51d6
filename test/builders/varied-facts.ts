import {
  type Arbitrary,
  array,
  boolean,
  constant,
  constantFrom,
  integer,
  oneof,
  option,
  record,
  sample,
} from 'fast-check';
import { type LocalDate, addDays, localDate } from '@jikaotong/shared/kernel';
import { type Facts, type Notice, SCHOOLS } from '@jikaotong/shared/notice';

/** A day from the first of a year on. */
const dayFrom = (year: number, days: number): Arbitrary<LocalDate> =>
  integer({ min: 0, max: days }).map((after) => addDays(localDate(`${year}-01-01`), after));

const spanFrom = (year: number) =>
  record({ from: dayFrom(year, 8_300), days: option(integer({ min: 1, max: 4_000 }), { freq: 2 }) }).map(
    ({ from, days }) => ({ from, to: days === null ? null : addDays(from, days) }),
  );

/**
 * Made-up candidates of a notice: known and unknown facts, occupations and majors on its lists and off them, papers of
 * every level and year, jobs that overlap.
 */
export function variedFacts(notice: Notice): Arbitrary<Facts> {
  const occupation = constantFrom(
    ...notice.offerings.map((offering) => offering.occupation),
    ...notice.relatedOccupations.flatMap(({ names }) => names.map(({ raw }) => raw)),
    '快递员',
  );
  const major = constantFrom(...notice.relatedMajors.flatMap(({ names }) => names.map(({ raw }) => raw)), '护理');
  const day = dayFrom(2004, 8_300);
  const fewOf = <T>(item: Arbitrary<T>, most: number) => array(item, { maxLength: most });
  const job = record({ occupation, span: spanFrom(2004) }).map(({ occupation: name, span }) => ({
    occupation: name,
    ...span,
  }));
  const stay = record({
    city: constantFrom('北京', '天津'),
    kind: constantFrom('work' as const, 'study' as const),
    span: spanFrom(2004),
  }).map(({ city, kind, span }) => ({ city, kind, ...span }));
  return record(
    {
      birthDate: dayFrom(1958, 19_500),
      sex: constantFrom('male' as const, 'female' as const),
      womanLine: oneof(constant(null), constantFrom(50 as const, 55 as const)),
      intends: boolean(),
      jobs: fewOf(job, 4),
      certificates: fewOf(record({ occupation, level: integer({ min: 1, max: 5 }), issuedOn: day }), 2),
      diplomas: fewOf(
        record({
          school: constantFrom(...SCHOOLS),
          major,
          status: constantFrom('graduated' as const, 'final-year' as const, 'enrolled' as const),
          on: day,
        }),
        2,
      ),
      titles: fewOf(
        record({
          occupation,
          grade: constantFrom('junior' as const, 'intermediate' as const, 'senior' as const),
          on: day,
        }),
        1,
      ),
      residence: fewOf(stay, 2),
      declared: record({ works: boolean(), 'minimum-education': boolean() }),
    },
    { requiredKeys: [] },
  );
}

/** So many of them, the same for the same seed. */
export const someFacts = (notice: Notice, count: number, seed = 1): Facts[] =>
  sample(variedFacts(notice), { numRuns: count, seed });
