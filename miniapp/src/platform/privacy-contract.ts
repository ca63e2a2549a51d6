import Taro from '@tarojs/taro';
import { IN_WECHAT } from './environment';
import { toast } from './dialogs';
import { tellTrouble } from './tell-trouble';
import { troubleOf } from './trouble';

/** Whether the host shows a privacy contract of its own (WeChat from 2.32.3 on). */
export const HAS_PRIVACY_CONTRACT = IN_WECHAT && Taro.canIUse('openPrivacyContract');

/**
 * Whether the person has agreed to what the mini-program declared to WeChat, asked by WeChat's own dialogue where that is
 * still to be done: before a form asks for personal data, not when a later call trips over it. A refusal is said in words;
 * where WeChat itself does not know, the calls that need it ask.
 */
export async function agreesToPrivacyGuide(): Promise<boolean> {
  if (!IN_WECHAT || !Taro.canIUse('requirePrivacyAuthorize')) return true;
  try {
    if (await isStillToAgree())
      await new Promise<unknown>((success, fail) => Taro.requirePrivacyAuthorize({ success, fail }));
    return true;
  } catch (error) {
    if (troubleOf(error) !== 'privacy-refused') return true;
    await tellTrouble('personal-data', error);
    return false;
  }
}

const isStillToAgree = (): Promise<boolean> =>
  new Promise((resolve, fail) =>
    Taro.getPrivacySetting({ success: ({ needAuthorization }) => resolve(needAuthorization), fail }),
  );

/** Opens what the mini-program declared to WeChat about privacy. */
export function openPrivacyContract(): void {
  Taro.openPrivacyContract({ fail: () => toast('暂时打不开，请稍后再试') });
}
