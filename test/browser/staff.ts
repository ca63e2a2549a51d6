import { expect } from 'vitest';
import type { Phone } from './phone';

/** Signs in where a page of staff's asks for it. */
export const enterStaff = async (phone: Phone, name: string, password: string): Promise<void> => {
  await phone.type('staff-name', name);
  await phone.type('staff-password', password);
  await phone.tap('staff-sign-in');
};

/** Goes to the staff side and signs in with the name and password that the start printed. */
export const signInStaff = async (phone: Phone, address: string, name: string, password: string): Promise<void> => {
  await phone.open(address);
  await phone.tapWord('我的');
  await phone.tap('go-staff');
  await phone.type('staff-name', name);
  await phone.type('staff-password', password);
  await phone.look('登录');
  await phone.tap('staff-sign-in');
  await phone.sees('工作台');
  await phone.sees('2026年12月批次');
  await phone.look('工作台');
};

/** The one next thing of the session on the workbench. */
export const doNext = (phone: Phone): Promise<void> => phone.tap('next-');

/** Back at the workbench after others, or the clock, moved on. */
export const comeBack = async (phone: Phone, address: string): Promise<void> => {
  await phone.open(`${address}/#/packages/staff/home/index`);
  await phone.page.reload();
  await phone.sees('2026年12月批次');
  await phone.look('工作台');
};

export const openFirstApplication = async (phone: Phone): Promise<void> => {
  await doNext(phone);
  await phone.look('审核队列');
  await phone.tap('review-');
  await phone.sees('提交的材料');
  await phone.look('审核');
};

export const returnPhoto = async (phone: Phone, remark: string): Promise<void> => {
  await phone.tap('return');
  await phone.tap('remark-photo');
  await phone.type('remark-photo-text', remark);
  await phone.look('退回');
  await phone.tap('send-return');
  await phone.sees('都审完了');
  await phone.look('已退回');
};

export const approve = async (phone: Phone): Promise<void> => {
  await phone.sees('退回后改了');
  await phone.tap('approve');
  await phone.sees('都审完了');
};

export const seatEverybody = async (phone: Phone): Promise<void> => {
  await doNext(phone);
  await phone.look('排座');
  await phone.tap('seat-everybody');
  await phone.tapWord('排座');
  await phone.sees('已排座 1 人');
  await phone.sees('共 2 个座次');
  await phone.look('已排座');
};

/** Confirms one by one what a notice does not print. */
export const tickAssumptions = async (phone: Phone): Promise<void> => {
  await phone.page.locator('[id="assumption-0"]:visible').waitFor();
  const boxes = phone.page.locator('[id^="assumption-"]:visible');
  for (let place = 0; place < (await boxes.count()); place += 1) {
    const box = boxes.nth(place);
    await box.tap();
    await expect.poll(() => box.getAttribute('aria-checked')).toBe('true');
  }
};

type NoticeFile = { readonly name: string; readonly type: string; readonly bytes: Buffer };

/** From the two files to the published notice, where `says` is given it stands on the draft. */
export const importNotice = async (
  desk: Phone,
  { yaml, raw }: { readonly yaml: NoticeFile; readonly raw: NoticeFile },
  says?: RegExp,
): Promise<void> => {
  await desk.tap('go-notices');
  await desk.sees('还没有通知');
  await desk.tap('import-notice');
  await desk.pick('notice-file', yaml);
  await desk.pick('raw-file', raw);
  await desk.tap('import-go');
  await desk.sees('这是新通知');
  if (says) await desk.sees(says);
  await desk.look('草稿');
  await desk.tap('go-assumptions');
  await desk.sees('新的推定');
  await tickAssumptions(desk);
  await desk.tap('assumptions-done');
  await desk.tap('publish-notice');
  await desk.tap('publish-notice-yes');
  await desk.sees('已经发布');
  await desk.look('已发布');
};
