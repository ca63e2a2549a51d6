import Taro from '@tarojs/taro';
import { IN_WECHAT } from './environment';
import { toast } from './dialogs';
import { tellTrouble } from './tell-trouble';

/** Puts text on the clipboard and says so. */
export async function copy(text: string): Promise<void> {
  try {
    await Taro.setClipboardData({ data: text });
  } catch (error) {
    await tellTrouble('clipboard', error);
    return;
  }
  // WeChat says 内容已复制 by itself.
  if (!IN_WECHAT) toast('已复制');
}

/**
 * Dials. A browser hands an extension on after a pause (the comma); WeChat's call takes the number alone, so the page must
 * show the extension.
 */
export function dial(number: string, extension: string | null = null): void {
  const digits = number.replace(/[^\d+]/g, '');
  if (!IN_WECHAT && extension !== null) {
    window.location.href = `tel:${digits},${extension.replace(/\D/g, '')}`;
    return;
  }
  // Hanging up before dialling is not a fault.
  Taro.makePhoneCall({ phoneNumber: digits }).catch((error: unknown) => tellTrouble('dialling', error));
}

/** Opens a web address: a browser follows it, WeChat only lets it be copied. */
export function openLink(url: string): void {
  if (IN_WECHAT) void copy(url);
  else window.open(url, '_blank', 'noopener');
}
