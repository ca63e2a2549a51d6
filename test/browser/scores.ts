import { fillSheet } from '../support/score-sheet';
import type { Phone } from './phone';
import { doNext } from './staff';

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Fetches the template, sends it back with a mark that cannot be, reads what is wrong, and sends it right. */
export const importScores = async (phone: Phone, ticketNumber: string): Promise<void> => {
  await doNext(phone);
  await phone.look('成绩登记');
  const template = await phone.download('score-template');
  const send = async (theory: number, skill: number) => {
    const bytes = await fillSheet(template.bytes, { [ticketNumber]: { 理论知识: theory, 操作技能: skill } });
    await phone.pick('score-upload', { name: template.name, type: excel, bytes });
  };
  await send(108, 88.5);
  await phone.sees('表里有 1 处要改，没有导入任何内容');
  await phone.look('成绩表有误');
  await send(78, 88.5);
  await phone.sees('确认导入 2 个成绩');
  await phone.look('核对成绩');
  await phone.tap('sheet-confirm');
  await phone.sees('已导入 2 个成绩');
  await phone.look('成绩已导入');
};

/** Somebody else holds the marks against the paper. */
export const confirmScores = async (phone: Phone): Promise<void> => {
  await doNext(phone);
  await phone.look('待核对');
  await phone.tap('confirm-marks-');
  await phone.page.locator('[id^="confirm-marks-"]').waitFor({ state: 'detached' });
};

export const publishResults = async (phone: Phone): Promise<void> => {
  await doNext(phone);
  await phone.look('待发布');
  await phone.tap('publish-results');
  await phone.sees('将要发布');
  await phone.look('确认发布');
  await phone.tap('publish-results-yes');
  await phone.sees('发布。');
  await phone.look('已发布');
};

export const issueCertificates = async (phone: Phone): Promise<void> => {
  await doNext(phone);
  await phone.look('待发证');
  await phone.tap('issue-certificates');
  await phone.sees('现在发放 1 份');
  await phone.look('确认发证');
  await phone.tap('issue-certificates-yes');
  await phone.sees('共 1 份');
  await phone.look('已发证');
};
