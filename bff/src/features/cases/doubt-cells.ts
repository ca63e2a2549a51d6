import type { FilterValue } from '@jikaotong/shared/lists';
import type { Condition } from '../../platform/lists';

/** Where the doubts of a candidate stand: the column that holds the known ones, joined by commas, and the candidate. */
type Place = {
  readonly stored: string;
  readonly candidateId: string;
  readonly all: readonly string[];
  /** Codes that are no doubt of their own and may stand beside `clear`, each with the condition under which it holds. */
  readonly beside?: Readonly<Record<string, string>>;
};

/**
 * The doubts of a row in a list: those stored beside it, `case` while a case about its candidate is open, and `clear`
 * where there is none of either.
 */
export function doubtCells({ stored, candidateId, all, beside = {} }: Place) {
  const hasCase = ['candidate_id', 'other_candidate_id']
    .map((column) => `EXISTS (SELECT 1 FROM open_case k WHERE k.${column} = ${candidateId} AND k.state = 'open')`)
    .join(' OR ');
  const isClear = `${stored} IS NULL AND NOT (${hasCase})`;
  const besides = Object.entries(beside);
  /** Whether a row bears the doubt that an expression names. */
  const bears = (doubt: string): string =>
    `CASE ${doubt} WHEN 'clear' THEN ${isClear} WHEN 'case' THEN (${hasCase})
     ${besides.map(([code, holds]) => `WHEN '${code}' THEN (${holds})`).join(' ')}
     ELSE CONCAT(',', COALESCE(${stored}, ''), ',') LIKE CONCAT('%,', ${doubt}, ',%') END`;
  const every = `(${all.map((doubt) => `SELECT '${doubt}' AS code`).join(' UNION ALL ')})`;
  return {
    cell: `CONCAT(CASE WHEN ${isClear} THEN 'clear'
           ELSE CONCAT(COALESCE(${stored}, ''), ',', CASE WHEN ${hasCase} THEN 'case' ELSE '' END) END${besides
             .map(([code, holds]) => `, CASE WHEN ${holds} THEN ',${code}' ELSE '' END`)
             .join('')}, '')`,
    filter: (wish: FilterValue): Condition => {
      const asked = all.filter((doubt) => wish.by === 'codes' && wish.codes.includes(doubt));
      return { sql: asked.map((doubt) => bears(`'${doubt}'`)).join(' OR ') || '1 = 0', params: [] };
    },
    tally: { join: `JOIN ${every} d ON ${bears('d.code')}`, expr: 'd.code' },
  };
}
