import { type Clause, type LocalDate, addYears } from '../../kernel';
import type { ConditionLeaf, TitleGrade } from '../../notice';
import type { Doubt } from './assessment';
import { type AssessmentInput, type Judged, daysOf, doubt, doubtful, met, short, shortfall, unknown } from './judged';
import { listWord, majorFit, occupationFit } from './fields';
import { sorted } from './sorted';

type Leaf<K extends ConditionLeaf['kind']> = Extract<ConditionLeaf, { kind: K }>;
type Experience = Leaf<'experience'>;
type Wanted = NonNullable<Experience['since']> | Leaf<'certificate'> | Leaf<'title'>;

/** A certificate or title that is what the notice wants, surely (no doubts) or perhaps. */
export type HeldCredential = { readonly on: LocalDate; readonly doubts: readonly Doubt[] };

/**
 * The papers a candidate holds that may be the wanted one; a higher level or grade, and a name off the list, is a
 * doubt.
 */
export function heldCredentials(
  wanted: Wanted,
  source: Clause,
  asked: AssessmentInput,
): readonly HeldCredential[] | 'unknown' {
  if (wanted.kind === 'certificate') {
    return (
      asked.facts.certificates
        ?.filter((held) => held.level <= wanted.level)
        .map((held): HeldCredential => {
          const fit = occupationFit(asked, wanted.field, held.occupation);
          const doubts: Doubt[] = [];
          if (fit !== 'match')
            doubts.push(
              doubt('certificate-occupation-not-listed', source, {
                list: listWord(fit),
                occupations: [held.occupation],
              }),
            );
          if (held.level < wanted.level)
            doubts.push(doubt('certificate-of-higher-level', source, { level: held.level, wanted: wanted.level }));
          return { on: held.issuedOn, doubts };
        }) ?? 'unknown'
    );
  }
  return (
    asked.facts.titles
      ?.filter((held) => gradeRank[held.grade] >= gradeRank[wanted.grade])
      .map((held): HeldCredential => {
        const fit = occupationFit(asked, wanted.field, held.occupation);
        const doubts: Doubt[] = [];
        if (fit !== 'match')
          doubts.push(
            doubt('title-occupation-not-listed', source, { list: listWord(fit), occupations: [held.occupation] }),
          );
        if (held.grade !== wanted.grade)
          doubts.push(doubt('title-of-higher-grade', source, { grade: held.grade, wanted: wanted.grade }));
        return { on: held.on, doubts };
      }) ?? 'unknown'
  );
}

const gradeRank: Record<TitleGrade, number> = { junior: 1, intermediate: 2, senior: 3 };

/** A certificate or title held, for some years where the notice says so. */
export function judgeCredential(leaf: Leaf<'certificate'> | Leaf<'title'>, asked: AssessmentInput): Judged {
  const held = heldCredentials(leaf, leaf.source, asked);
  if (held === 'unknown') return unknown(leaf.kind === 'certificate' ? 'certificates' : 'titles');
  if (held.length === 0)
    return short(
      leaf.kind === 'certificate'
        ? shortfall('certificate-missing', leaf.source, { level: leaf.level })
        : shortfall('title-missing', leaf.source, { grade: leaf.grade }),
    );
  const heldYears = leaf.heldYears ?? 0;
  const ready = held.map((paper) => ({ ...paper, from: addYears(paper.on, heldYears) }));
  const turns = ready.map((paper) => paper.from);
  const now = ready.filter((paper) => paper.from <= asked.on);
  if (now.some((paper) => paper.doubts.length === 0)) return met(turns);
  const best = sorted(now, (a, b) => a.doubts.length - b.doubts.length)[0];
  if (best) return doubtful(best.doubts, turns);
  const code = leaf.kind === 'certificate' ? 'certificate-held-too-briefly' : 'title-held-too-briefly';
  return short(shortfall(code, leaf.source, { years: heldYears }), turns);
}

/**
 * A diploma of one of the schools in a listed major; 含在读应届毕业生 counts the final year. Who studies has graduated
 * once the expected day of graduation comes.
 */
export function judgeDiploma(leaf: Leaf<'diploma'>, { notice, facts, on }: AssessmentInput): Judged {
  if (facts.diplomas === undefined) return unknown('diplomas');
  const ofSchool = facts.diplomas.filter((diploma) => leaf.schools.includes(diploma.school));
  const turns = daysOf(...ofSchool.map((diploma) => diploma.on ?? null));
  const counted = ofSchool.filter(({ status, on: graduation }) => {
    const graduated = graduation ? graduation <= on : status === 'graduated';
    return (
      graduated || (status === 'final-year' && leaf.finalYear) || (status !== 'graduated' && leaf.enrolled === true)
    );
  });
  const fits = counted.map(({ school, major }) => ({ major, ...majorFit(notice, leaf.field, school, major) }));
  if (fits.some(({ fit }) => fit === 'match')) return met(turns);
  const doubts = fits.flatMap(({ major, fit, categories }) =>
    fit === 'match' || fit === 'other' ? [] : [majorDoubt(leaf.source, listWord(fit), major, categories)],
  );
  if (doubts.length > 0) return doubtful(doubts, turns);
  if (fits.length > 0)
    return short(shortfall('diploma-of-other-major', leaf.source, { majors: fits.map(({ major }) => major) }), turns);
  return short(
    shortfall(ofSchool.length > 0 ? 'diploma-unfinished' : 'diploma-missing', leaf.source, { schools: leaf.schools }),
    turns,
  );
}

const majorDoubt = (source: Clause, list: string, major: string, categories: readonly string[]): Doubt =>
  categories.length > 0
    ? doubt('major-category-to-judge', source, { list, majors: [major], categories })
    : doubt('major-not-listed', source, { list, majors: [major] });
