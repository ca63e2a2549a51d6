import { cameraPicture } from '../builders/photos';
import type { Phone } from './phone';

/** Signs in on the screen for it: the number, the code that comes by SMS, done. */
export const signInByPhone = async (phone: Phone, number: string): Promise<void> => {
  await phone.type('phone', number);
  await phone.tap('request-code');
  await phone.look('登录');
  const inbox = await phone.peek('sms-inbox');
  const code = /\d{6}(?!\d)/.exec(inbox.slice(inbox.indexOf(number) + number.length))?.[0];
  if (!code) throw new Error(`no code came: ${inbox}`);
  await phone.type('code', code);
  await phone.tap('sign-in');
};

/** From home to the verdict: may the candidate apply? A look at the notice and back on the way. */
export const checkEligibility = async (phone: Phone, birthDate: string): Promise<void> => {
  await phone.look('首页');
  await phone.tap('notice-bspia-2026-certification');
  await phone.sees('2026年12月批次');
  await phone.look('通知');
  await phone.tap('self-check');
  await phone.look('选择项目');
  await phone.tap('choose-installer-5');
  await phone.type('birth-date', birthDate);
  await phone.look('自测出生日期');
  await phone.tap('next');
  await phone.look('自测意向');
  await phone.tapWord('是');
  await phone.sees('请准备好');
  await phone.look('自测结论');
};

/** Agrees to what the sheet asks. */
export const giveConsent = async (phone: Phone): Promise<void> => {
  for (const id of ['consent-general', 'consent-sensitive', 'consent-agree']) await phone.tap(id);
};

/** Signs in on the way and consents, twice as the law wants. */
export const beginApplication = async (phone: Phone, number: string): Promise<void> => {
  await phone.tap('apply');
  await signInByPhone(phone, number);
  await phone.tap('consent-general');
  await phone.tap('consent-sensitive');
  await phone.look('个人信息');
  await phone.tap('consent-agree');
};

export type Identity = { name: string; number: string; wrongNumber: string };

export const fillIdentity = async (phone: Phone, { name, number, wrongNumber }: Identity): Promise<void> => {
  await phone.type('document-number', wrongNumber);
  await phone.type('name', name);
  await phone.sees('可能有一位输错了');
  await phone.look('证件号码有误');
  await phone.type('document-number', number);
  await phone.sees('从证件号码读取');
  await phone.tap('next-step');
  await phone.sees('请先填好：证件有效期');
  await phone.look('有效期未填');
  await phone.tap('long-term');
  await phone.look('身份信息');
  await phone.tap('next-step');
};

export const pickPhoto = async (phone: Phone, opener: string, background?: string): Promise<void> => {
  await phone.pick(opener, { name: 'photo.jpg', type: 'image/jpeg', bytes: await cameraPicture(background) });
  await phone.look('裁剪照片');
  await phone.tap('use-photo');
};

/** A grey wall is refused, a white one is taken. */
export const takePhoto = async (phone: Phone): Promise<void> => {
  await phone.look('照片要求');
  await pickPhoto(phone, 'choose-photo', '#9a9a9a');
  await phone.sees('背景需为白色');
  await phone.look('照片底色不对');
  await phone.tap('another-photo');
  await pickPhoto(phone, 'choose-photo');
  await phone.sees('照片符合规格要求');
  await phone.look('照片');
  await phone.tap('next-step');
};

/** Two strokes of a name, drawn with a finger. */
export const sign = async (phone: Phone): Promise<void> => {
  await phone.sees('请用手指');
  await phone.tap('use-signature');
  await phone.sees('还没有签名');
  const wave = Array.from({ length: 24 }, (_, at) => [0.1 + at * 0.03, 0.5 + 0.3 * Math.sin(at / 2)] as const);
  const across = Array.from({ length: 12 }, (_, at) => [0.2 + at * 0.05, 0.3 + at * 0.03] as const);
  await phone.draw('canvas', [wave, across]);
  await phone.page.getByText('还没有签名').first().waitFor({ state: 'hidden' });
  await phone.look('签名');
  await phone.tap('use-signature');
};

/** Hands in, first without and then with the two statements. */
export const handIn = async (phone: Phone, word: string): Promise<void> => {
  await phone.sees('填写的内容');
  await phone.tap('submit-application');
  await phone.sees('请先');
  await phone.look(`${word}未勾选`);
  await phone.tap('truthful');
  await phone.tap('notice-read');
  await phone.look(word);
  await phone.tap('submit-application');
  await phone.sees('报名已提交');
  await phone.look(`${word}完成`);
};

/** Leaves for the cashier, pays there, and is brought back. */
export const pay = async (phone: Phone): Promise<void> => {
  await phone.look('缴费单');
  await phone.tap('pay');
  await phone.sees('支付');
  await phone.look('收银台');
  await phone.tapWord('支付');
  await phone.sees('到账');
  await phone.look('已缴费');
};
