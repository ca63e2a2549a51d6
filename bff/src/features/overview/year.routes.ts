import { type YearRow, year as contract } from '@jikaotong/shared/contract';
import { daysBetween } from '@jikaotong/shared/kernel';
import { offeringWords, yearTotals, yearColumnWord } from '@jikaotong/shared/words';
import type { Handle } from '../../platform/db';
import { type Actor, type Route, bodiesOf, download, query, refuse } from '../../platform/http';
import { writeSheet } from '../../platform/sheets';
import { findBody } from '../bodies';
import { loadNoticeVersion } from '../notices';
import { offeringViewOf } from '../sessions';
import { type YearFigures, type YearSession, figuresOf, sessionsOfYear, yearsOf } from './year.repository';

type Asked = {
  readonly h: Handle;
  readonly actor: Actor;
  readonly input: { readonly params: { id: string; year: string } };
};

/** A row for each session and offering in which somebody applied, by exam day. */
async function rowsOf({ h, actor, input: { params } }: Asked): Promise<YearRow[]> {
  if (!bodiesOf(actor, contract.getYear.who).includes(params.id)) refuse('not-found');
  const sessions = await sessionsOfYear(h, params.id, params.year);
  const figures = await figuresOf(
    h,
    sessions.map(({ id }) => id),
  );
  const rows: YearRow[] = [];
  for (const session of sessions) {
    const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
    for (const of of figures.filter(({ sessionId }) => sessionId === session.id))
      rows.push(rowOf(session, of, offeringViewOf(notice, of.offeringCode)));
  }
  return rows;
}

function rowOf(session: YearSession, of: YearFigures, offering: YearRow['offering']): YearRow {
  const { offeringCode: _, ...figures } = of;
  const { publishedOn, certifiedOn } = figures;
  return {
    ...figures,
    sessionName: session.name,
    cancelled: session.cancelled,
    offering,
    examStart: session.examStart,
    examEnd: session.examEnd,
    daysToResults: publishedOn && Math.max(0, daysBetween(session.examEnd, publishedOn)),
    daysToCertificates: publishedOn && certifiedOn && Math.max(0, daysBetween(publishedOn, certifiedOn)),
  };
}

const get = query(contract.getYear, async (ctx) => ({
  rows: await rowsOf(ctx),
  years: await yearsOf(ctx.h, ctx.input.params.id),
}));

const COUNTS = ['applied', 'admitted', 'present', 'presumed', 'passed', 'certified', 'objections', 'reviews'] as const;
const KEYS = [
  'session',
  'offering',
  'exam',
  ...COUNTS,
  'publishedOn',
  'daysToResults',
  'certifiedOn',
  'daysToCertificates',
] as const;
type Key = (typeof KEYS)[number];

const sheet = download(contract.downloadYear, {
  find: async (ctx) => {
    const rows = await rowsOf(ctx);
    const { id, year } = ctx.input.params;
    return { rows, year, body: (await findBody(ctx.h, id))?.name ?? '' };
  },
  render: async (_outside, { rows, year, body }) => {
    const title = `${body}${year}年度统计`;
    const numbers: ReadonlySet<Key> = new Set([...COUNTS, 'daysToResults', 'daysToCertificates']);
    return {
      bytes: await writeSheet<Key>({
        title,
        notes: [
          '按考试日期排列；到考、合格只数已缴费的考生；没有现场记录、只有成绩的，列在“到考中按成绩推定”；天数是自然日。',
        ],
        columns: KEYS.map((key) => ({
          key,
          header: yearColumnWord(key),
          kind: numbers.has(key) ? 'number' : 'text',
          width: key === 'offering' ? 34 : key === 'session' ? 24 : 14,
        })),
        rows: [...rows.map(cellsOf), totalsOf(rows)],
      }),
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      name: `${title}.xlsx`,
    };
  },
});

const cellsOf = (row: YearRow): Record<Key, string> => ({
  session: row.cancelled ? `${row.sessionName}（已取消）` : row.sessionName,
  offering: offeringWords(row.offering),
  exam: row.examStart === row.examEnd ? row.examStart : `${row.examStart} 至 ${row.examEnd}`,
  applied: String(row.applied),
  admitted: String(row.admitted),
  present: String(row.present),
  presumed: String(row.presumed),
  passed: String(row.passed),
  certified: String(row.certified),
  objections: String(row.objections),
  reviews: String(row.reviews),
  publishedOn: row.publishedOn ?? '',
  daysToResults: row.daysToResults === null ? '' : String(row.daysToResults),
  certifiedOn: row.certifiedOn ?? '',
  daysToCertificates: row.daysToCertificates === null ? '' : String(row.daysToCertificates),
});

function totalsOf(rows: readonly YearRow[]): Record<Key, string> {
  const totals = yearTotals(rows);
  return {
    session: '合计',
    offering: '',
    exam: '',
    applied: String(totals.applied),
    admitted: String(totals.admitted),
    present: String(totals.present),
    presumed: String(totals.presumed),
    passed: String(totals.passed),
    certified: String(totals.certified),
    objections: String(totals.objections),
    reviews: String(totals.reviews),
    publishedOn: '',
    daysToResults: '',
    certifiedOn: '',
    daysToCertificates: '',
  };
}

export const routes: Route[] = [get, sheet];
