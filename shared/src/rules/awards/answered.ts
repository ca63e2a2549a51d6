import { type Award, type ContestRule, recipientsOf } from '../../notice';
import { type AwardLine, type AwardQuestion, type Finisher, awardsOf } from './awards-of';

/** What staff decided about one question: of an entrant, a unit, or all whom nothing was said of (`rest`). */
export type AwardAnswer = { readonly key: string; readonly given: boolean };

export const entrantKey = (award: string, entrant: string): string => `${award}:entrant:${entrant}`;
export const unitKey = (award: string, unit: string): string => `${award}:unit:${unit}`;
export const restKey = (award: string): string => `${award}:rest`;

/** A question with whom it is about; `open` until everybody of them, or the rest of them, is answered. */
export type AskedAward = {
  readonly question: AwardQuestion;
  readonly about: readonly { readonly key: string; readonly entrant: string | null; readonly unit: string | null }[];
  readonly open: boolean;
};

export type AnsweredAwards = { readonly lines: readonly AwardLine[]; readonly questions: readonly AskedAward[] };

/** Every award by the notice's data and by what staff answered, in the order of the notice. */
export function answeredAwards(
  contest: Pick<ContestRule, 'stages' | 'awards'>,
  finishers: readonly Finisher[],
  answers: readonly AwardAnswer[],
): AnsweredAwards {
  const { lines, forStaff } = awardsOf(contest, finishers);
  const said = new Map(answers.map(({ key, given }) => [key, given]));
  const questions = forStaff.map((question): AskedAward => {
    const about = aboutOf(contest, question, finishers);
    const isClosed = said.has(restKey(question.award));
    return { question, about, open: !isClosed && about.some(({ key }) => !said.has(key)) };
  });
  const byAward = new Map(contest.awards.map((award) => [award.code, award]));
  const added = questions.flatMap(({ question, about }) =>
    about.flatMap((one) => {
      const award = byAward.get(question.award);
      const line = award && said.get(one.key) === true ? lineFor(award, one, finishers) : null;
      return line ? [line] : [];
    }),
  );
  const order = new Map(contest.awards.map(({ code }, at) => [code, at]));
  const all = [...lines, ...added];
  return { lines: all.toSorted((a, b) => (order.get(a.award) ?? 0) - (order.get(b.award) ?? 0)), questions };
}

/** A unit by its name; where the print speaks of entrants, those who have a rank of the final that wins anything. */
function aboutOf(
  { awards }: Pick<ContestRule, 'awards'>,
  question: AwardQuestion,
  finishers: readonly Finisher[],
): AskedAward['about'] {
  if (question.why === 'unit-kind')
    return [{ key: unitKey(question.award, question.unit), entrant: null, unit: question.unit }];
  const award = awards.find(({ code }) => code === question.award);
  const lowest =
    award?.for.kind === 'ranks'
      ? award.for.to
      : Math.max(0, ...awards.flatMap(({ for: whom }) => (whom.kind === 'ranks' ? [whom.to] : [])));
  const first = award?.for.kind === 'ranks' ? award.for.from : 1;
  return finishers
    .filter(({ rank }) => rank !== null && rank >= first && rank <= lowest)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ entrant }) => ({ key: entrantKey(question.award, entrant), entrant, unit: null }));
}

/** Null where it would go to a coach or a unit that the entrant has not. */
function lineFor(award: Award, about: AskedAward['about'][number], finishers: readonly Finisher[]): AwardLine | null {
  const [to = 'entrant'] = recipientsOf(award);
  const one = finishers.find(({ entrant }) => entrant === about.entrant);
  const named = to === 'coach' ? one?.coach : to === 'unit' ? one?.unit?.name : about.entrant;
  if (about.unit === null && (named ?? null) === null) return null;
  return {
    award: award.code,
    to: about.unit === null ? { kind: to, name: named ?? '' } : { kind: 'unit', name: about.unit },
    because:
      about.entrant === null
        ? finishers.filter(({ unit }) => unit?.name === about.unit).map(({ entrant }) => entrant)
        : [about.entrant],
    fen: award.fen,
    tax: award.tax ?? null,
    giver: award.giver,
    source: award.source,
  };
}
