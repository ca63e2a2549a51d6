import { judging as contract } from '@jikaotong/shared/contract';
import { dayAt, pointsOf } from '@jikaotong/shared/kernel';
import { fullDayWords, stageNoteWord } from '@jikaotong/shared/words';
import { type Route, download, pdfFile, refuse } from '../../platform/http';
import type { Print } from '../../platform/pdf';
import { staffStage } from '../stages';
import type { Judge } from './judge.repository';
import { type JudgingNow, judgingNow } from './judging-now';
import { seesJudges } from './key-holders';
import { type MarkingSheet, findJudging, sheetOf } from './judging.repository';

const print = download(contract.printMarkingSheets, {
  find: async (ctx) => {
    const { id, part } = ctx.input.params;
    const stage = await staffStage(ctx, id, contract.printMarkingSheets.who);
    const judging = await findJudging(ctx.h, { stageId: stage.id, part });
    const sheet = judging && (await sheetOf(ctx.h, judging));
    if (!judging || !sheet) return refuse('wrong-state', { state: 'no-sheet' });
    // a number that a judge's sheet leaves out tells whose it is
    if (!(await seesJudges(ctx, judging))) refuse('wrong-state', { state: 'not-key-holder' });
    const now = await judgingNow(ctx.h, ctx.ports.crypto, judging);
    // whoever was taken out signs for the marks that still count
    const judges = now.judges.filter((judge) => judge.state === 'open' || marksCountOf(judge, now));
    if (judges.length === 0) refuse('wrong-state', { state: 'no-judges' });
    ctx.audit(
      'marking-sheets-printed',
      { stageId: stage.id, noticeId: stage.notice.id },
      { part, judges: judges.length },
    );
    const name = `${stage.name}${stageNoteWord(part)}评分表`;
    const document: Print = {
      print: 'marking-sheets',
      title: name,
      body: stage.notice.body.name,
      exam: `${stage.notice.title.value}　${stage.name}${stageNoteWord(part)}`,
      foot: `${fullDayWords(dayAt(ctx.now.ms))}打印`,
      items: sheet.items.map(({ name: item, maximum }) => ({ name: item, maximum: pointsOf(maximum) })),
      sheets: judges.map((judge, at) => ({
        judge: judge.state === 'open' ? judge.name : `${judge.name}（已取消）`,
        number: String(at + 1),
        rows: rowsOf(judge, now, sheet),
      })),
    };
    return { document, name };
  },
  render: async ({ ports }, { document, name }) => {
    return pdfFile(name, await ports.pdf.renderPrint(document, new Map()));
  },
});

const marksCountOf = ({ id, voidedAt }: Judge, { places }: JudgingNow): boolean =>
  voidedAt === null && places.some(({ judges }) => judges.some(({ judge, mark }) => judge.id === id && mark !== null));

/** The numbers of a judge in the drawn order, blank where nothing is marked; of one who was taken out, what they marked. */
const rowsOf = (judge: Judge, { places }: JudgingNow, { items }: MarkingSheet) =>
  places.flatMap(({ place, isPresent, judges }) => {
    const own = judges.find((one) => one.judge.id === judge.id);
    if (!own || own.bar !== null || !isPresent || (judge.state !== 'open' && own.mark === null)) return [];
    const marks = items.map((_, at) => {
      const mark = own.mark?.marks[at];
      return mark === undefined ? '' : pointsOf(mark);
    });
    const total = own.mark ? pointsOf(own.mark.total) : '';
    return [{ heat: String(place.heat), station: String(place.station), marks, total }];
  });

export const routes: Route[] = [print];
