import { type LocalDate, addDays, addYears, localDate } from '../../kernel';
import { type Facts, type Notice, type Offering, SCHOOLS, leavesOf, levelsNamed } from '../../notice';
import { type Random, randomOf } from './random';

/** One made-up candidate before one offering on one day. */
export type AssessmentCase = {
  readonly noticeId: string;
  readonly offeringCode: string;
  readonly facts: Facts;
  readonly on: LocalDate;
};

/**
 * A table of made-up cases over these notices, the same for the same seed: facts known and unknown, names on the lists,
 * corrected ones and strangers, and days that fall on, beside and far from every threshold. For tests only.
 */
export function assessmentCases(given: {
  notices: readonly Notice[];
  count: number;
  seed: number;
}): readonly AssessmentCase[] {
  const random = randomOf(given.seed);
  const places = given.notices.flatMap((notice) => notice.offerings.map((offering) => ({ notice, offering })));
  return Array.from({ length: given.count }, (_, position) => {
    const place = places[position % places.length] ?? places[0];
    if (!place) throw new Error('no notice to make cases for');
    const { notice, offering } = place;
    const on = addDays(localDate(`${notice.year}-01-01`), random.between(0, 500));
    const facts = withoutGaps(factsOf({ notice, offering, on, random }));
    return { noticeId: notice.id, offeringCode: offering.code, facts, on };
  });
}

type Maker = {
  readonly notice: Notice;
  readonly offering: Offering;
  readonly on: LocalDate;
  readonly random: Random;
};

const STRANGE_OCCUPATIONS = ['快递员', '弱电工'] as const;
const STRANGE_MAJORS = ['护理', '会计专业'] as const;
/** What people wait for in years; a case often stands a day before, on, or after one of them. */
const SPANS = [0, 1, 2, 3, 4, 5, 10, 16, 18, 35, 50, 55, 56, 60, 63] as const;

function factsOf(maker: Maker): Facts {
  const { random, on, notice, offering } = maker;
  const [lowest = 5, ...above] = levelsNamed(notice);
  const levels = [lowest, ...above] as const;
  const known = <T>(value: () => T): T | undefined => (random.chance(0.88) ? value() : undefined);
  return {
    birthDate: known(() =>
      random.chance(0.3) ? cutOff(maker) : past(maker, random.pick([16, 18, 30, 50, 55, 56, 60])),
    ),
    sex: known(() => random.pick(['male', 'female'])),
    womanLine: known(() => random.pick([null, 50, 55])),
    intends: known(() => random.chance(0.7)),
    jobs: known(() => upTo(random, 4, () => ({ occupation: occupation(maker), ...span(maker) }))),
    certificates: known(() =>
      upTo(random, 2, () => ({
        occupation: occupation(maker),
        level: random.pick(levels),
        issuedOn: past(maker),
      })),
    ),
    diplomas: known(() =>
      upTo(random, 2, () => ({
        school: random.pick(SCHOOLS),
        major: major(maker),
        status: random.pick(['graduated', 'graduated', 'final-year', 'enrolled']),
        on: random.chance(0.2) ? null : random.chance(0.3) ? addDays(on, random.between(0, 700)) : past(maker),
      })),
    ),
    titles: known(() =>
      upTo(random, 2, () => ({
        occupation: occupation(maker),
        grade: random.pick(['junior', 'intermediate', 'senior']),
        on: past(maker),
      })),
    ),
    residence: known(() =>
      upTo(random, 2, () => ({
        city: random.pick(['北京', '北京市', '天津']),
        kind: random.pick(['work', 'study']),
        ...span(maker),
      })),
    ),
    declared: Object.fromEntries(
      statementsOf(notice, offering).flatMap((statement) =>
        random.chance(0.7) ? [[statement, random.chance(0.7)]] : [],
      ),
    ),
  };
}

/** An unknown fact has no key, as on its way through JSON. */
const withoutGaps = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

const upTo = <T>(random: Random, most: number, make: () => T): T[] =>
  Array.from({ length: random.between(0, most) }, make);

/** A day so many years ago, give or take a day, or any day of the last forty years. */
function past({ random, on }: Maker, years: number = random.pick(SPANS)): LocalDate {
  if (random.chance(0.4)) return addDays(on, -random.between(0, 15_000));
  return addDays(addYears(on, -years), random.between(-2, 2));
}

/** Around the printed day of birth of a notice, where it has one. */
function cutOff(maker: Maker): LocalDate {
  const printed = maker.notice.conditions.flatMap((leaf) => (leaf.kind === 'bornBefore' ? [leaf.day] : []));
  const [day] = printed;
  return day ? addDays(day, maker.random.between(-2, 2)) : past(maker, 16);
}

function span(maker: Maker): { from: LocalDate; to: LocalDate | null } {
  const from = past(maker);
  return { from, to: maker.random.chance(0.5) ? null : addDays(from, maker.random.between(1, 5_000)) };
}

function occupation({ notice, offering, random }: Maker): string {
  const listed = notice.relatedOccupations.flatMap(({ names }) => names.flatMap(bothNames));
  const [first = offering.occupation, ...others] = listed;
  if (random.chance(0.35)) return offering.occupation;
  return random.chance(0.8) ? random.pick([first, ...others]) : random.pick(STRANGE_OCCUPATIONS);
}

function major({ notice, random }: Maker): string {
  const listed = notice.relatedMajors.flatMap(({ names }) => names.flatMap(bothNames));
  const [first, ...others] = listed;
  return first !== undefined && random.chance(0.75) ? random.pick([first, ...others]) : random.pick(STRANGE_MAJORS);
}

const bothNames = ({ raw, corrected }: { raw: string; corrected?: string | undefined }): string[] =>
  corrected === undefined ? [raw] : [raw, corrected];

const statementsOf = (notice: Notice, offering: Offering): readonly string[] => {
  const trees = [...notice.conditions, ...offering.routes.map(({ condition }) => condition)];
  const stated = trees.flatMap((tree) =>
    leavesOf(tree).flatMap(({ leaf }) =>
      leaf.kind === 'declared' && leaf.statement !== 'intends' ? [leaf.statement] : [],
    ),
  );
  return [...new Set(stated)];
};
