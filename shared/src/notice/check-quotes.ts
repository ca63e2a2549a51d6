import { clauseName, clausesOf, withoutSpace } from './clauses';
import type { Notice } from './notice';
import type { NoticeProblem } from './problem';
import { type NodePath, sourcesOf } from './walk';

/** Whether the printed words that a notice cites stand in its raw text, in the clause it names (white space aside). */
export function checkQuotes(notice: Notice, rawText: string): readonly NoticeProblem[] {
  const clauses = clausesOf(rawText);
  return [
    ...sourcesOf(notice).printed.flatMap(({ path, clause, quote }): NoticeProblem[] => {
      const text = clauses.get(clauseName(clause));
      if (text === undefined) return [{ path: [...path, 'clause'], code: 'clause-unknown', data: { clause } }];
      if (text.includes(withoutSpace(quote))) return [];
      return [{ path: [...path, 'quote'], code: 'quote-not-in-clause', data: { clause, quote } }];
    }),
    ...checkNames(notice, clauses),
  ];
}

/** Every listed name and category stands, as printed, in the clause of its list. */
function checkNames(notice: Notice, clauses: ReadonlyMap<string, string>): NoticeProblem[] {
  const lists = [
    ...notice.relatedOccupations.map((list, position) => ({
      source: list.source,
      path: ['relatedOccupations', position] as NodePath,
      named: { names: list.names.map(({ raw }) => raw) },
    })),
    ...notice.relatedMajors.map((list, position) => ({
      source: list.source,
      path: ['relatedMajors', position] as NodePath,
      named: { names: list.names.map(({ raw }) => raw), categories: list.categories },
    })),
  ];
  return lists.flatMap(({ source, path, named }) => {
    const text = 'clause' in source ? clauses.get(clauseName(source.clause)) : undefined;
    if (text === undefined) return [];
    return Object.entries(named).flatMap(([key, names]) =>
      names.flatMap((name, at): NoticeProblem[] =>
        text.includes(withoutSpace(name))
          ? []
          : [{ path: [...path, key, at], code: 'name-not-in-clause', data: { name } }],
      ),
    );
  });
}
