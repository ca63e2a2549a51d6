import Taro from '@tarojs/taro';
import { IN_WECHAT } from './environment';
import { toast } from './dialogs';

/** Puts text on the clipboard and says so. */
export async function copy(text: string): Promise<void> {
  await Taro.setClipboardData({ data: text });
  // WeChat says 内容已复制 by itself.
  if (!IN_WECHAT) toast('已复制');
}

/** Dials; an extension cannot be dialled along, so the page must show it. */
export function dial(number: string): void {
  // Hanging up before dialling is not a fault.
  Taro.makePhoneCall({ phoneNumber: number.replace(/[^\d+]/g, '') }).catch(() => undefined);
}

/** Opens a web address: a browser follows it, WeChat only lets it be copied. */
export function openLink(url: string): void {
  if (IN_WECHAT) void copy(url);
  else window.open(url, '_blank', 'noopener');
}
