import { scoreColumns as contract } from '@jikaotong/shared/contract';
import type { SubjectCode } from '@jikaotong/shared/notice';
import { tidyLine } from '@jikaotong/shared/kernel';
import { type Route, command, query, refuse, upload } from '../../platform/http';
import { readLayout } from '../../platform/sheets';
import { openScores } from './score-import';
import { keepHeaders, scoreColumnsOf, setMeaning } from './score-column.repository';
import { templateHeaders } from './score-sheet';

type Asked = Parameters<typeof openScores>[0];

async function present(ctx: Asked, sessionId: string) {
  const { session, subjects } = await openScores(ctx, sessionId);
  return {
    subjects: subjects.map(({ key }) => key as SubjectCode),
    columns: (await scoreColumnsOf(ctx.h, session.bodyId)).map(({ id, header, means }) => ({ id, header, means })),
  };
}

const get = query(contract.getScoreColumns, (ctx) => present(ctx, ctx.input.params.id));

const look = upload(contract.uploadScoreColumns, {
  keep: async (outside, file) => {
    const { id } = outside.input.params;
    const { subjects } = await outside.read((h) => openScores({ h, actor: outside.actor }, id));
    const layout = await readLayout(file.bytes);
    if (!layout.ok) return refuse('file-refused', { reason: layout.error });
    const ours = new Set(templateHeaders(subjects));
    const headers = layout.value.headers.map((header) => tidyLine(header));
    // a row of data is no header: nobody's name is kept as one
    if (headers.some((header) => /^[\d.]+$/.test(header))) refuse('file-refused', { reason: 'not-a-workbook' });
    return [...new Set(headers)].filter((header) => header !== '' && !ours.has(header));
  },
  handle: async (ctx, headers) => {
    const { session } = await openScores(ctx, ctx.input.params.id);
    const by = { bodyId: session.bodyId, changedBy: ctx.actor.accountId, changedAt: ctx.now.ms };
    await keepHeaders(ctx.h, headers, by);
    return present(ctx, session.id);
  },
});

const map = command(contract.mapScoreColumns, {
  handle: async (ctx) => {
    const { session } = await openScores(ctx, ctx.input.params.id);
    const there = new Set((await scoreColumnsOf(ctx.h, session.bodyId)).map(({ id }) => id));
    const { columns } = ctx.input.body;
    if (columns.some(({ id }) => !there.has(id))) refuse('not-found');
    for (const { id, means } of columns)
      await setMeaning(ctx.h, { id, means, changedBy: ctx.actor.accountId, changedAt: ctx.now.ms });
    ctx.audit('score-columns-mapped', { sessionId: session.id }, { columns: columns.length });
    return { id: session.id };
  },
  present,
});

export const routes: Route[] = [get, look, map];
