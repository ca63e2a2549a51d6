import { expect } from 'vitest';
import { cameraPicture } from '../builders/photos';
import { withWrongCheck } from '../builders/citizen-number';
import type { WeappHost } from './host';

/** Who applies, as typed. */
export type Typed = { name: string; documentNumber: string; phone: string };

/** Begins: signing in with WeChat is part of the tap; agrees to the handling of personal data. */
export const beginByHand = async (phone: WeappHost): Promise<void> => {
  const said: string[] = [];
  const { confirms } = phone.person;
  phone.person.confirms = (asked) => {
    said.push(asked.title);
    return confirms(asked);
  };
  // WeChat's own guide comes before anything is asked, and a refusal of it is no dead end
  phone.person.agreesToPrivacy = false;
  await phone.tap('我要报名');
  expect(said).toEqual(['还不能填写个人信息']);
  expect(phone.text()).not.toContain('个人信息处理说明');
  phone.person.agreesToPrivacy = true;
  phone.person.confirms = confirms;
  await phone.tap('我要报名');
  await phone.see('个人信息处理说明');
  await phone.tap('我已阅读并同意处理上述个人信息');
  await phone.tap('我单独同意处理敏感个人信息');
  await phone.tap('同意并继续');
  await phone.see('第 1 步，共 5 步');
};

/** ① Types a number with a wrong check digit, is told so, mends it and fills in the rest. */
export const fillIdentity = async (phone: WeappHost, who: Typed): Promise<void> => {
  await phone.pick('国籍或地区', '中国大陆');
  await phone.type('证件号码', withWrongCheck(who.documentNumber));
  await phone.see('号码有误，可能有一位输错了');
  await phone.tap('下一步');
  await phone.see('请填写姓名');
  await phone.type('证件号码', who.documentNumber);
  await phone.see('从证件号码读取');
  await phone.type('姓名', who.name);
  await phone.pick('有效期截止日', '2026-12-11');
  await phone.see('考试当天已经失效');
  await phone.pick('有效期截止日', '2035-06-30');
  await phone.type('手机号', who.phone);
  await phone.tap('下一步');
  await phone.see('第 2 步，共 5 步');
};

/** ② Is told why a portrait before a grey wall will not do, and takes one before a white wall. */
export const takePhoto = async (phone: WeappHost): Promise<void> => {
  const stand = async (background: string): Promise<void> => {
    const bytes = await cameraPicture(background);
    phone.person.picksFile = () => Promise.resolve({ bytes, name: 'portrait.jpg' });
  };
  await stand('#9a9a9a');
  await phone.tap('拍照');
  await phone.tap('放大');
  await phone.tap('使用这张照片');
  await phone.see('照片背景需为白色');
  await phone.tap('换一张');
  await stand('#ffffff');
  await phone.tap('从相册选择');
  await phone.tap('使用这张照片');
  await phone.see('照片符合规格要求');
};

/** ④ Is told that a paper is missing, and photographs it. */
export const addPapers = async (phone: WeappHost): Promise<void> => {
  await phone.see('第 3 步，共 5 步');
  await phone.tap('下一步');
  await phone.see('还有材料没有备齐');
  await phone.tap('拍照或选择文件');
  await phone.see('再加一页');
  expect(phone.text()).not.toContain('待提供');
};

/** ⑤ Hands in nothing and is asked to sign, writes a name, is told when WeChat gives no picture of it, and hands it in. */
export const sign = async (phone: WeappHost): Promise<void> => {
  await phone.see('第 4 步，共 5 步');
  const name = [
    [40, 40],
    [120, 35],
    [80, 90],
    [150, 60],
    [200, 110],
  ] as const;
  await phone.tap('确认签名');
  await phone.see('还没有签名，请在框里签上姓名');
  await phone.stroke(name, 'signature');
  const said: string[] = [];
  const { confirms } = phone.person;
  phone.person.confirms = ({ title }) => said.push(title) > 0;
  phone.failOnce('canvasToTempFilePath', 'canvas is empty');
  await phone.tap('确认签名');
  await expect.poll(() => said).toEqual(['没有取到签名']);
  phone.person.confirms = confirms;
  await phone.tap('确认签名');
};

/** ⑥ Forgets the statements, is reminded, and hands in. */
export const handIn = async (phone: WeappHost): Promise<void> => {
  await phone.see('第 5 步，共 5 步');
  await phone.tap('提交报名');
  await phone.see('请先确认');
  await phone.tap('我填写的内容和提交的材料真实有效');
  await phone.tap('我已阅读通知，了解考试、缴费和成绩复核的规定');
  await expect.poll(async () => (await phone.pictures()).map(({ bytes }) => bytes !== null)).toEqual([true, true]);
  await phone.tap('提交报名');
  await phone.see('报名已提交');
};
