import { stageMarks as contract } from '@jikaotong/shared/contract';
import { type Route, download } from '../../platform/http';
import { serveSheet } from '../../platform/sheet-imports';
import { writeSheet } from '../../platform/sheets';
import { namedEntrantsIn } from './entrant.repository';
import { MARK_COLUMNS, MarkChange, applyMarks, compareMarks } from './mark-sheet';
import { frozenStage } from './stage';

/** Marks by a sheet: compared with those that count, noted in the background, confirmed by somebody else afterwards. */
export const markImport = serveSheet({
  name: 'stage-marks',
  endpoints: contract.marksSheet,
  open: (asked, id) => frozenStage(asked, id, contract.downloadMarksTemplate.who),
  judge: ({ desk, event }) =>
    desk.revision > 0 || event.state === 'cancelled' ? { refused: 'already-published' } : null,
  columns: () => MARK_COLUMNS,
  compare: compareMarks,
  payload: MarkChange,
  apply: applyMarks,
});

const template = download(contract.downloadMarksTemplate, {
  find: async (ctx) => {
    const stage = await frozenStage(ctx, ctx.input.params.id, contract.downloadMarksTemplate.who);
    return { name: stage.name, title: stage.notice.title.value, entrants: await namedEntrantsIn(ctx.h, stage.id) };
  },
  render: async (_, { name, title, entrants }) => ({
    bytes: await writeSheet({
      title: `${name}成绩`,
      notes: [title, '0 到 100，最多两位小数；空着的不改。缺考请在成绩页登记到场情况。'],
      columns: MARK_COLUMNS,
      rows: entrants.map((entrant) => ({ number: String(entrant.number), name: entrant.name, theory: '', skill: '' })),
      blankRows: 0,
    }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${name}成绩表.xlsx`,
  }),
});

export const routes: readonly Route[] = [template, ...markImport.routes];
