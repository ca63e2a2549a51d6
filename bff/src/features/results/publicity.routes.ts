import { results as contract } from '@jikaotong/shared/contract';
import { fullDayWords, offeringWords, subjectWord } from '@jikaotong/shared/words';
import { DEFAULT_PAGE, type Route, download, lastSeen, pageOf, query } from '../../platform/http';
import { writeSheet } from '../../platform/sheets';
import { loadNoticeVersion } from '../notices';
import { offeringViewOf } from '../sessions';
import { staffSession } from '../sittings';
import { everyLine, openPublicity, publicLines, publicityOf } from './publicity';
import { lastDayOf, markIn, outcomeIn, publicityText, subjectsAmong } from './publicity-text';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const getPublicity = query(contract.getPublicity, async (ctx) => {
  const open = await publicityOf(ctx.h, ctx.input.params.id, ctx.now.day);
  const { session, shows } = open;
  const { notice } = await loadNoticeVersion(ctx.h, session.noticeVersionId);
  const { cursor, limit = DEFAULT_PAGE, q, offering } = ctx.input.query;
  const page = { after: lastSeen(cursor), limit: limit + 1, ...(q && { q }), ...(offering && { offering }) };
  const { lines } = await publicLines(ctx.h, open, page);
  const { items, next } = pageOf(lines, limit, ({ ticketNumber }) => [ticketNumber]);
  const offerings = open.offerings.map(({ code, opens, closes }) => {
    return { offering: offeringViewOf(notice, code), opens, closes };
  });
  const [first] = offerings.toSorted((a, b) => a.opens.localeCompare(b.opens));
  const [last] = offerings.toSorted((a, b) => b.closes.localeCompare(a.closes));
  const source = session.windows.find(({ kind }) => kind === 'publicity')?.source;
  if (!first || !last || !source) throw new Error(`session ${session.id} has a publicity without days`);
  return {
    items,
    next,
    opens: first.opens,
    closes: last.closes,
    source,
    shows,
    offerings,
  };
});

const downloadPublicity = download(contract.downloadPublicity, {
  find: async (ctx) => {
    const session = await staffSession(ctx, contract.downloadPublicity.who);
    const open = await openPublicity(ctx.h, session, ctx.now.day);
    return { open, lines: await everyLine(ctx.h, open) };
  },
  render: async (_, { open: { session, offerings }, lines }) => {
    const taken = subjectsAmong(lines);
    const closes = lastDayOf({ offerings });
    return {
      bytes: await writeSheet({
        title: `${session.name} 成绩公示`,
        notes: closes ? [`公示到 ${fullDayWords(closes)}；姓名已隐去部分。`] : [],
        columns: [
          { key: 'ticketNumber', header: '准考证号', kind: 'text', width: 22 },
          { key: 'name', header: '姓名', kind: 'text', width: 14 },
          { key: 'offering', header: '申报项目', kind: 'text', width: 36 },
          ...taken.map((code) => ({
            key: `subject:${code}`,
            header: subjectWord(code),
            kind: 'text' as const,
            width: 14,
          })),
          { key: 'outcome', header: '结果', kind: 'text', width: 12 },
        ],
        rows: lines.map((line) => ({
          ...Object.fromEntries(taken.map((code) => [`subject:${code}`, markIn(line, code)])),
          ticketNumber: line.ticketNumber,
          name: line.nameMasked,
          offering: offeringWords(line.offering),
          outcome: outcomeIn(line),
        })),
      }),
      type: XLSX,
      name: `成绩公示-${session.name}.xlsx`,
    };
  },
});

const getPublicityText = query(contract.getPublicityText, async (ctx) => {
  const session = await staffSession(ctx, contract.getPublicityText.who);
  const open = await openPublicity(ctx.h, session, ctx.now.day);
  const lines = await everyLine(ctx.h, open);
  const { offerings } = open;
  return { ...publicityText({ sessionName: session.name, offerings, lines }), people: lines.length };
});

export const routes: Route[] = [getPublicity, downloadPublicity, getPublicityText];
