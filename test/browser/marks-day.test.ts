import exceljs from 'exceljs';
import { expect, it } from 'vitest';
import { accounts, objections, results } from '@jikaotong/shared/contract';
import { scoreList } from '@jikaotong/shared/lists';
import { maskName } from '@jikaotong/shared/rules/identity';
import { longServingGuard } from '../builders/facts';
import { pageFaults } from '../support/chromium';
import { openExamination } from '../support/examination';
import { KNOWN_KEYS, addPaid } from '../support/many-paid';
import { equipBody, staffMember } from '../support/people';
import { patience } from '../support/patience';
import { qrIn } from '../support/qr-in';
import { readAll } from '../support/read-all';
import { readWorkbook } from '../support/read-workbook';
import { type Entries, fillSheet, withRow } from '../support/score-sheet';
import { type Desk, atDesk } from './at-desk';
import { openBrowserWorld } from './browser-world';
import { copiedPage, pastedInto } from './clipboard';
import { whileJobsRun } from './while-jobs-run';

const CANDIDATES = 280;
const MANAGERS = 40;
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

it(`score officers, publishers and whoever decides do their day at desks with ${CANDIDATES}, from the empty sheet to the end of publicity`, async () => {
  const env = { ...KNOWN_KEYS, STAFF_SECOND_PERSON: 'required' };
  const opened = await openBrowserWorld({ day: '2026-11-23', env });
  const { world, phoneFor } = opened;
  const exam = await openExamination(world);
  await equipBody(world, exam.administrator);
  await staffMember(world, exam.administrator, 'fabu2', ['publisher']);
  await staffMember(world, exam.administrator, 'fucha', ['score-officer']);
  const bo = await exam.paid('o-bo', { name: '薄一', order: 2 });
  const manager = { offeringCode: 'security-manager-3', facts: longServingGuard() };
  const guard = await exam.paid('o-guard', { ...manager, name: '郭卫国', order: 3 });
  await addPaid(world, bo.id, CANDIDATES - MANAGERS - 1);
  await addPaid(world, guard.id, MANAGERS - 1, { from: CANDIDATES });
  await exam.setRooms(...Array<number>(10).fill(30));
  await world.moveTo('2026-12-07');
  await world.moveTo('2026-12-14');
  const listed = await readAll(exam.marker.api, scoreList, exam.params.id);
  expect(listed).toHaveLength(CANDIDATES);
  const numberOfBo = await exam.numberOf(bo);
  const others = listed.filter(({ ticketNumber }) => ticketNumber !== numberOfBo);
  const managers = others
    .filter(({ offering }) => offering.includes('保卫管理员'))
    .map(({ ticketNumber }) => ticketNumber);
  const [high, split, renamed, exempt, mixed, away] = others
    .map(({ ticketNumber }) => ticketNumber)
    .filter((ticketNumber) => !managers.includes(ticketNumber));
  const [lackingSkill, lackingBoth] = managers.slice(-2);
  if (!high || !split || !renamed || !exempt || !mixed || !away || !lackingSkill || !lackingBoth)
    throw new Error('too few came');
  const right: Entries = Object.fromEntries(
    others.map(({ ticketNumber }, at) => [
      ticketNumber,
      { 理论知识: at % 12 === 11 ? 55 : 60 + (at % 35), 操作技能: 62 + (at % 30) },
    ]),
  );
  const session = exam.params.id;
  const scores = `packages/staff/scores/index?session=${session}`;
  const desk = (owner: string, name: string) => atDesk(opened, { owner, name, page: scores });

  // the score officer: template out, filled with mistakes, marked, put right
  const officer = await desk('登分日', 'dengfen');
  await officer.sees(`${CANDIDATES} 人`);
  await officer.look('还没有成绩');
  const template = await officer.download('score-template');
  expect((await readWorkbook(template)).filter(([number]) => /^\d{13}$/.test(number ?? ''))).toHaveLength(CANDIDATES);
  const filled = await fillSheet(template, {
    ...right,
    [numberOfBo]: { 理论知识: 59, 操作技能: 80 },
    [high]: { 理论知识: 101, 操作技能: 70 },
    [split]: { 理论知识: 70, 操作技能: '59.555' },
    [renamed]: { 姓名: '不是他', 理论知识: 70, 操作技能: 70 },
    [exempt]: { 理论知识: '免考', 操作技能: 70 },
    [mixed]: { 理论知识: 70, 操作技能: '缺考 60' },
    [away]: { 理论知识: '缺考', 操作技能: '缺考' },
    [lackingSkill]: { 理论知识: 70 },
    [lackingBoth]: { 理论知识: '', 操作技能: '' },
  });
  await send(officer, await withRow(filled, ['2026121259999', '多出来的人', '', 60, 60]));
  await officer.sees('表里有 6 处要改，没有导入任何内容');
  await officer.sees('要改的地方');
  await officer.sees('59.555');
  await officer.look('有错的格子');
  expect((await readAll(exam.marker.api, scoreList, session)).filter(({ theory }) => theory !== 'unmarked')).toEqual(
    [],
  );
  const marked = await officer.download('sheet-marked');
  const { cells, words } = await markedIn(marked);
  expect([cells.map((cell) => cell[0]).toSorted(), words.length]).toEqual([['A', 'B', 'D', 'D', 'E', 'E'], 6]);
  const names = new Map(listed.map(({ ticketNumber, name }) => [ticketNumber, name]));
  const mended = await fillSheet(await withoutRow(marked, '2026121259999'), {
    [high]: { 理论知识: 71 },
    [split]: { 操作技能: 59.5 },
    [renamed]: { 姓名: names.get(renamed) ?? '' },
    [exempt]: { 理论知识: 72 },
    [mixed]: { 操作技能: '缺考' },
  });
  const first = CANDIDATES * 2 - 3;
  await send(officer, mended);
  await officer.sees(`确认导入 ${first} 个成绩`);
  await officer.look('改好的表');
  await officer.click('sheet-confirm');
  await whileJobsRun(officer.page, world, () => officer.sees(`已导入 ${first} 个成绩`));
  await officer.look('已导入');

  // a second sheet: what it changes is shown, old and new
  await send(officer, await fillSheet(template, { [high]: { 理论知识: 77 }, [split]: { 操作技能: 60.5 } }));
  await officer.sees('理论知识：71 分 → 77 分');
  await officer.sees('操作技能：59.5 分 → 60.5 分');
  await officer.look('原来和改为');
  await officer.click('sheet-confirm');
  await whileJobsRun(officer.page, world, () => officer.sees('已导入 2 个成绩'));

  // a second person holds them against the paper, and the publisher reads what is ready and who lacks what
  const checker = await desk('核对日', 'fuhe');
  await checker.sees(/与登分册核对无误.*五级.* 480 个成绩/);
  await checker.look('等核对');
  for (const code of ['installer-5', 'security-manager-3']) {
    await checker.click(`confirm-marks-${code}`);
    await checker.page.locator(`#confirm-marks-${code}`).waitFor({ state: 'detached' });
  }
  await checker.look('核对以后');
  const publisher = await desk('发布日', 'fabu');
  await publisher.click('publish-results');
  await publisher.sees('还有 2 人的成绩没有登记齐：');
  await publisher.sees('申请复核');
  await publisher.sees(`${names.get(lackingBoth)}（${lackingBoth}）缺理论知识、操作技能`);
  await publisher.sees(/合格 \d+ 人，不合格 \d+ 人（其中缺考一部分科目的 1 人），全部缺考 1 人/);
  await publisher.look('按项目预览');
  await publisher.click('publish-results-yes');
  await publisher.page.locator('#publish-results-yes').waitFor({ state: 'detached' });
  const second = await desk('另一发布人', 'fabu2');
  await second.click('publish-results');
  await second.sees(/fabu 于 .* 提出发布，请核对后确认/);
  await second.look('请另一人核对');
  await second.click('publish-results-yes');
  await second.page.locator('#publish-results-yes').waitFor({ state: 'detached' });
  await second.sees('部分项目的成绩已于');
  await second.look('已发布一个项目');

  // who was missing is keyed in at the desk, checked, and that offering goes out a day later
  await world.moveTo('2026-12-15');
  await officer.open(scores);
  await officer.type('list-search', lackingBoth);
  await officer.sees(/^1 人$/);
  await officer.openRow(lackingBoth);
  await officer.type('key-theory', '66');
  await officer.type('key-skill', '67');
  await officer.look('补录一名');
  await officer.click('save-marks');
  // the next one is of the offering that is published
  await officer.sees('成绩已经发布，要更正请走成绩复核。');
  await exam.takeFilled({ [lackingSkill]: { 操作技能: 68 } });
  await exam.checked();
  for (const who of [exam.publisher, exam.administrator])
    await who.api.ok(results.publishResults, { params: exam.params, body: { offerings: ['security-manager-3'] } });

  // what hangs out: the code, the workbook, the copy
  await publisher.open(scores);
  await publisher.click('show-publicity');
  await publisher.sees(`复制名单（${CANDIDATES} 人，可贴进 Word 或公众号）`);
  await publisher.look('公示');
  const link = await qrIn(await publisher.page.locator('.qr:visible').last().screenshot());
  const rows = (await readWorkbook(await publisher.download('download-publicity'))).filter(([number]) =>
    /^\d{13}$/.test(number ?? ''),
  );
  expect(rows).toHaveLength(CANDIDATES);
  const masked = new Set(listed.map(({ name }) => maskName(name)));
  expect(rows.filter(([, name]) => !masked.has(name ?? ''))).toEqual([]);
  await publisher.click('copy-publicity-text');
  await expect.poll(async () => (await copiedPage(publisher.page)).html, { timeout: patience(30_000) }).not.toBe('');
  const copied = await copiedPage(publisher.page);
  const whole = [...new Set(listed.map(({ name }) => name))];
  expect(whole.filter((name) => copied.text.includes(name) || copied.html.includes(name))).toEqual([]);
  expect(copied.text.split('\n').filter((line) => /^\d{13}\t/.test(line))).toHaveLength(CANDIDATES);
  const pasted = await pastedInto(publisher.page);
  expect(pasted.tables.map((table) => table.length)).toEqual([CANDIDATES - MANAGERS + 1, MANAGERS + 1]);
  expect(pasted.tables.map(([head]) => head)).toEqual([
    ['准考证号', '姓名', '理论知识', '操作技能', '结果'],
    ['准考证号', '姓名', '理论知识', '操作技能', '结果'],
  ]);
  expect(pasted.tables.flat()).toContainEqual([numberOfBo, '薄*', '59', '80', '不合格']);

  // anybody, with large type
  const visitor = await phoneFor('公示-大字');
  await visitor.open(`${world.origin}/#/pages/me/index`);
  await visitor.tap('large-type');
  await visitor.open(link ?? '');
  await visitor.sees('还有9天截止');
  await visitor.look('名单');
  await visitor.type('publicity-search', numberOfBo.slice(-5));
  await visitor.tap('publicity-search-go');
  await visitor.page.getByText(managers[0] ?? '').waitFor({ state: 'detached' });
  await visitor.sees('不合格');
  await visitor.look('查到一名');

  // an objection and a review, decided by whoever may
  await objected(exam.params.id, away);
  await bo.person.api.ok(results.askScoreReview, {
    params: { id: bo.id },
    body: { subject: 'theory', reason: '与估分差距较大' },
  });
  await publisher.open(`packages/scores/objections/index?session=${session}`);
  await publisher.openRow(away);
  await publisher.clickWord('不成立');
  await publisher.type('objection-words', '核对签到表，本人没有到场');
  await publisher.click('decide-objection');
  await publisher.sees('异议不成立');
  await publisher.look('异议已答复');
  const reviews = `packages/staff/score-reviews/index?session=${session}`;
  await officer.open(reviews);
  await officer.openRow('薄一');
  await officer.sees(/登分人、核对人不能复核/);
  await officer.look('登分人不能复核');
  const reviewer = await atDesk(opened, { owner: '复核日', name: 'fucha', page: reviews });
  await reviewer.openRow('薄一');
  await reviewer.clickWord('更正成绩');
  await reviewer.type('corrected-points', '61');
  await reviewer.clickWord('合分有误，已更正');
  await reviewer.look('更正成绩');
  await reviewer.click('send-decision');
  await reviewer.page.locator('#send-decision').waitFor({ state: 'detached' });
  await reviewer.look('复核办结');
  await visitor.page.reload();
  await visitor.type('publicity-search', numberOfBo.slice(-5));
  await visitor.tap('publicity-search-go');
  await visitor.sees(/61 分 合格/);
  await visitor.sees('还有9天截止');
  await visitor.look('更正后的一行');

  // the last day is over: the list is gone by itself
  await world.moveTo('2026-12-25');
  await visitor.page.reload();
  await visitor.sees('公示已经结束');
  await visitor.sees(/名单公示到.*12月24日/);
  await visitor.look('公示结束');
  await publisher.open(`packages/scores/objections/index?session=${session}`);
  await publisher.page
    .getByText(/公示已于 .* 结束/)
    .nth(1)
    .waitFor();
  await publisher.look('公示都已结束');
  const desks = [officer, checker, publisher, second, reviewer];
  expect([...desks.flatMap(({ page }) => pageFaults(page)), ...visitor.faults()]).toEqual([]);

  async function objected(id: string, ticketNumber: string) {
    const phone = '13911110001';
    world.clock.passWall(61_000);
    await world.stranger.ok(accounts.requestCode, { body: { phone } });
    const code = await world.owner.smsCode(phone);
    await world.stranger.ok(objections.fileObjection, {
      params: { id },
      body: { ticketNumber, subject: 'identity', reasons: '考试那天看见这人在外地', name: '李见证', phone, code },
    });
  }
});

async function send({ page, click }: Desk, buffer: Buffer): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), click('score-upload')]);
  await chooser.setFiles({ name: '成绩.xlsx', mimeType: excel, buffer });
}

/** The cells that a marked sheet shows in red, and what its last column says of their rows. */
async function markedIn(bytes: Buffer): Promise<{ cells: string[]; words: string[] }> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const cells: string[] = [];
  book.worksheets[0]?.eachRow((row) =>
    row.eachCell(({ fill, address }) => void (fill?.type === 'pattern' && fill.fgColor?.argb && cells.push(address))),
  );
  const rows = await readWorkbook(bytes);
  const at = rows.find((row) => row.includes('错误'))?.indexOf('错误') ?? -1;
  return { cells, words: rows.map((row) => row[at] ?? '').filter((word) => word !== '' && word !== '错误') };
}

/** As somebody deletes the one row too many. */
async function withoutRow(bytes: Buffer, number: string): Promise<Buffer> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const sheet = book.worksheets[0];
  const at: number[] = [];
  sheet?.eachRow((row, place) => void (row.getCell(1).text === number && at.push(place)));
  for (const place of at) sheet?.spliceRows(place, 1);
  return Buffer.from(await book.xlsx.writeBuffer());
}
