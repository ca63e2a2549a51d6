import { handIn, pickPhoto } from './candidate';
import type { Phone } from './phone';
import { scannedQr } from './scanned-qr';

/** The candidate's applications, as after opening the app anew. */
export const openMine = async (phone: Phone, address: string): Promise<void> => {
  await phone.open(`${address}/#/pages/mine/index`);
  await phone.page.reload();
  await phone.sees('2026年12月批次');
  await phone.look('我的申报');
};

/** Mends just what the reviewer pointed at and hands in again. */
export const mend = async (phone: Phone, address: string, remark: string): Promise<void> => {
  await openMine(phone, address);
  await phone.tap('mend-');
  await phone.sees(remark);
  await phone.look('退回意见');
  await phone.tap('mend-next');
  await pickPhoto(phone, 'rechoose-photo');
  await phone.tap('next-step');
  await phone.sees('已修改');
  await phone.tap('go-confirm');
  await handIn(phone, '重新提交');
};

/** Before its day a ticket says when it comes. */
export const meetTicketTooEarly = async (phone: Phone): Promise<void> => {
  await phone.tap('see-application');
  await phone.sees(/准考证：.*12月7日/);
  await phone.look('准考证未到日子');
};

/** The ticket as a card, its code readable by a scanner, and as a PDF; gives its number. */
export const openTicket = async (phone: Phone, address: string, name: string): Promise<string> => {
  await openMine(phone, address);
  await phone.tap('open-ticket-');
  await phone.sees('请带好');
  await phone.sees(name);
  await phone.look('准考证');
  await scannedQr(phone, '.ticket__qr');
  await downloadPdf(phone, 'ticket-pdf');
  return phone.read('.ticket__number');
};

/** The screens of these days with everything a quarter larger. */
export const lookInLargeType = async (phone: Phone, address: string): Promise<void> => {
  const turn = async () => {
    await phone.open(`${address}/#/pages/me/index`);
    await phone.tap('large-type');
    await phone.look('大字模式');
  };
  await turn();
  await openMine(phone, address);
  await phone.tap('application-');
  await phone.tap('all-days');
  await phone.sees('领取准考证');
  await phone.look('大字进度');
  await phone.tap('see-ticket');
  await phone.sees('请带好');
  await phone.look('大字准考证');
  await phone.open(`${address}/#/pages/notice/index?id=bspia-2026-certification`);
  await phone.sees('收款账户');
  await phone.look('大字通知');
  // said before anything is asked again
  await phone.open(`${address}/#/packages/notice/self-check/index?notice=bspia-2026-certification`);
  await phone.sees('您在这份通知的报名');
  await phone.look('大字又来报名');
  await turn();
};

export const openResult = async (phone: Phone, address: string): Promise<void> => {
  await openMine(phone, address);
  await phone.tap('open-result-');
  await phone.sees('78');
  await phone.look('成绩');
  await phone.tap('see-publicity');
  await phone.sees('欧**');
  await phone.look('公示名单');
};

export type OwnCertificate = { number: string; card: Buffer };

/** The certificate and a picture of its card, as one sends it around. */
export const openCertificate = async (phone: Phone, address: string): Promise<OwnCertificate> => {
  await openMine(phone, address);
  await phone.tap('open-certificate-');
  await phone.sees('职业技能等级证书');
  await phone.look('证书');
  await downloadPdf(phone, 'certificate-pdf');
  const card = await phone.page.locator('.certificate__qr:visible').last().screenshot();
  return { number: await phone.read('.certificate__number'), card };
};

const downloadPdf = async (phone: Phone, id: string): Promise<void> => {
  const { name, bytes } = await phone.download(id);
  if (!name.endsWith('.pdf') || !bytes.subarray(0, 5).equals(Buffer.from('%PDF-')))
    throw new Error(`${name} is no PDF`);
};
