import Taro from '@tarojs/taro';
import { standStill } from './stand-still';

/** A word in passing; anything that must be read belongs on the page. */
export const toast = (text: string): void => void Taro.showToast({ title: text, icon: 'none', duration: 2500 });

/** WeChat takes at most four characters on a button of a dialog; for more it shows no dialog at all, and nothing happens. */
type OnButton<T extends string> = T extends `${infer _1}${infer _2}${infer _3}${infer _4}${infer _5}${infer _More}`
  ? never
  : T;

type Question<Yes extends string, No extends string> = {
  title: string;
  text: string;
  yes: OnButton<Yes>;
  no?: OnButton<No>;
  danger?: boolean;
};

let isComing = false;

/** Asks before something that cannot be taken back; true is yes. A second tap of the gesture that asked neither answers nor asks again. */
export async function confirm<const Yes extends string, const No extends string = '取消'>({
  title,
  text,
  yes,
  no,
  danger = false,
}: Question<Yes, No>): Promise<boolean> {
  if (isComing) return false;
  isComing = true;
  await standStill();
  isComing = false;
  const { confirm: agreed } = await Taro.showModal({
    title,
    content: text,
    confirmText: yes,
    cancelText: no ?? '取消',
    confirmColor: danger ? '#a8261d' : '#067a3c',
  });
  return agreed;
}
