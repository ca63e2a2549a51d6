import Taro from '@tarojs/taro';
import { standStill } from './stand-still';

/** A word in passing; anything that must be read belongs on the page. */
export const toast = (text: string): void => void Taro.showToast({ title: text, icon: 'none', duration: 2500 });

type Question = { title: string; text: string; yes: string; no?: string; danger?: boolean };

let isComing = false;

/** Asks before something that cannot be taken back; true is yes. A second tap of the gesture that asked neither answers nor asks again. */
export async function confirm({ title, text, yes, no = '取消', danger = false }: Question): Promise<boolean> {
  if (isComing) return false;
  isComing = true;
  await standStill();
  isComing = false;
  const { confirm: agreed } = await Taro.showModal({
    title,
    content: text,
    confirmText: yes,
    cancelText: no,
    confirmColor: danger ? '#a8261d' : '#067a3c',
  });
  return agreed;
}
