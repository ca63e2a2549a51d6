import Taro from '@tarojs/taro';
import { IN_WECHAT } from './environment';
import { toast } from './dialogs';

/** Whether the host shows a privacy contract of its own (WeChat from 2.32.3 on). */
export const HAS_PRIVACY_CONTRACT = IN_WECHAT && Taro.canIUse('openPrivacyContract');

/** Opens what the mini-program declared to WeChat about privacy. */
export function openPrivacyContract(): void {
  Taro.openPrivacyContract({ fail: () => toast('暂时打不开，请稍后再试') });
}
