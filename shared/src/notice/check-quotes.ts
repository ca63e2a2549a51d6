import { clauseName, clausesOf, withoutSpace } from './clauses';
import type { Notice } from './notice';
import type { NoticeProblem } from './problem';
import type { Source } from './source';
import { type NodePath, sourcesOf } from './walk';

/** Whether the printed words that a notice cites stand in its raw text, in the clause it names (white space aside). */
export function checkQuotes(notice: Notice, rawText: string): readonly NoticeProblem[] {
  const clauses = clausesOf(rawText);
  return [
    ...sourcesOf(notice).printed.flatMap(({ path, clause, quote }): NoticeProblem[] => {
      const text = clauses.get(clauseName(clause));
      if (text === undefined) return [{ path, code: 'clause-unknown', data: { clause } }];
      if (text.includes(withoutSpace(quote))) return [];
      return [{ path, code: 'quote-not-in-clause', data: { clause, quote } }];
    }),
    ...checkNames(notice, clauses),
    ...checkNumbers(notice),
  ];
}

/** Every listed name stands, as printed, in the clause of its list. */
function checkNames(notice: Notice, clauses: ReadonlyMap<string, string>): NoticeProblem[] {
  const lists = [
    ...notice.relatedOccupations.map((list, position) => ({
      list,
      path: ['relatedOccupations', position] as NodePath,
    })),
    ...notice.relatedMajors.map((list, position) => ({ list, path: ['relatedMajors', position] as NodePath })),
  ];
  return lists.flatMap(({ list, path }) => {
    const text = 'clause' in list.source ? clauses.get(clauseName(list.source.clause)) : undefined;
    if (text === undefined) return [];
    return list.names.flatMap(({ raw }, at): NoticeProblem[] =>
      text.includes(withoutSpace(raw))
        ? []
        : [{ path: [...path, 'names', at], code: 'name-not-in-clause', data: { name: raw } }],
    );
  });
}

/** Amounts, the account number and the months stand in the words that they cite, as whole numbers. */
function checkNumbers(notice: Notice): NoticeProblem[] {
  const problems: NoticeProblem[] = [];
  notice.fees?.rows.forEach((row, position) => {
    for (const amount of [...row.lines.map((line) => line.fen), row.totalFen]) {
      if (!citesNumber(row.source, String(amount / 100)))
        problems.push({ path: ['fees', 'rows', position], code: 'amount-not-in-quote', data: { fen: amount } });
    }
  });
  const payee = notice.fees?.payee;
  if (payee && !citesNumber(payee.source, payee.account))
    problems.push({
      path: ['fees', 'payee', 'account'],
      code: 'account-not-in-quote',
      data: { account: payee.account },
    });
  notice.offerings.forEach(({ months, source }, position) => {
    // the months of a printed schedule stand in its rows
    const listed = notice.schedule.length > 0 ? '' : (months?.join('、') ?? '');
    if (listed !== '' && 'clause' in source && !found(/\d+(?:、\d+)*/g, withoutSpace(source.quote)).includes(listed))
      problems.push({ path: ['offerings', position, 'months'], code: 'months-not-in-quote', data: { months: listed } });
  });
  return problems;
}

/** A number without its leading zero, or with a digit too few, is another number. */
const citesNumber = (source: Source, number: string): boolean =>
  !('clause' in source) || found(/\d+(?:\.\d+)?/g, source.quote).includes(number);

const found = (form: RegExp, words: string): readonly string[] => words.match(form) ?? [];
