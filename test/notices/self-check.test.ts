import { describe, expect, it } from 'vitest';
import { addYears, localDate } from '@jikaotong/shared/kernel';
import { type FactName, type Facts, type Notice, type Offering, SCHOOLS, levelsNamed } from '@jikaotong/shared/notice';
import { assess } from '@jikaotong/shared/rules/eligibility';
import { MOST_QUESTIONS, questionOf } from '../../miniapp/src/features/notice/self-check/question-of';
import { noticesIn } from '../support/notices-in';

const notices = (await Promise.all(['shared/notices', 'test/notices'].map(noticesIn))).flat();
const places = notices.flatMap((notice) => notice.offerings.map((offering) => ({ notice, offering })));

/** Answers that lead down different paths: nothing at all, something that counts, something that staff must judge. */
function answersTo(fact: FactName, { notice, offering }: { notice: Notice; offering: Offering }): readonly Facts[] {
  const on = localDate(`${notice.year}-06-20`);
  const long = addYears(on, -20);
  const { occupation } = offering;
  const held = levelsNamed(notice).map((level) => ({ occupation, level, issuedOn: addYears(on, -10) }));
  const studied = SCHOOLS.map((school) => ({ school, major: '护理', status: 'graduated' as const, on: long }));
  switch (fact) {
    case 'birthDate':
      return [{ birthDate: addYears(on, -40) }, { birthDate: addYears(on, -15) }];
    case 'sex':
      return [{ sex: 'male' }, { sex: 'female' }];
    case 'womanLine':
      return [{ womanLine: 50 }, { womanLine: null }];
    case 'intends':
      return [{ intends: true }, { intends: false }];
    case 'jobs':
      return [{ jobs: [] }, { jobs: [{ occupation, from: long, to: null }] }];
    case 'certificates':
      return [{ certificates: [] }, { certificates: held }];
    case 'diplomas':
      return [{ diplomas: [] }, { diplomas: studied }];
    case 'titles':
      return [{ titles: [] }, { titles: [{ occupation, grade: 'senior', on: long }] }];
    case 'residence':
      return [{ residence: [] }, { residence: [{ city: '北京', kind: 'work', from: long, to: null }] }];
    default: {
      const statement = fact.slice('declared.'.length);
      return [{ declared: { [statement]: true } }, { declared: { [statement]: false } }];
    }
  }
}

/** Every path through the questions of an offering, 不确定 being one answer to each. */
function walk(place: (typeof places)[number]) {
  const { notice, offering } = place;
  const on = localDate(`${notice.year}-06-20`);
  const lengths: number[] = [];
  const ends = new Set<string>();
  const sure = new Set<string>();
  const step = (facts: Facts, asked: readonly FactName[], unsure: readonly FactName[]) => {
    const { verdict, missing } = assess({ notice, offeringCode: offering.code, facts, on });
    // why: without the questions asked so far nothing cuts the walk short
    const fact = questionOf({ asked: [], unsure, reopened: null }, [{ missing }]);
    if (fact === null) {
      lengths.push(asked.length);
      ends.add(verdict);
      if (unsure.length === 0) sure.add(verdict);
      return;
    }
    expect(asked).not.toContain(fact);
    for (const answer of answersTo(fact, place)) {
      const declared = { ...facts.declared, ...answer.declared };
      step({ ...facts, ...answer, ...(answer.declared && { declared }) }, [...asked, fact], unsure);
    }
    step(facts, [...asked, fact], [...unsure, fact]);
  };
  step({}, [], []);
  return { longest: Math.max(...lengths), paths: lengths.length, ends, sure };
}

describe('the self-check of every offering', () => {
  it.each(places.map((place) => [place.offering.code, place] as const))(
    '%s asks at most eight questions on any path, each of which may be skipped',
    (_, place) => {
      const { longest, paths, ends, sure } = walk(place);
      expect(longest).toBeLessThanOrEqual(MOST_QUESTIONS);
      expect(paths).toBeGreaterThan(2);
      expect([...ends]).toContain('undecided');
      expect([...sure]).not.toContain('undecided');
    },
  );

  it('of who is sure of nothing stays open and is no error', () => {
    for (const { notice, offering } of places) {
      const on = localDate(`${notice.year}-06-20`);
      const of = { notice, offeringCode: offering.code, facts: {}, on };
      expect(['undecided', 'needs-review']).toContain(assess(of).verdict);
    }
  });
});
