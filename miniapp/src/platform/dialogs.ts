import Taro from '@tarojs/taro';

/** A word in passing; anything that must be read belongs on the page. */
export const toast = (text: string): void => void Taro.showToast({ title: text, icon: 'none', duration: 2500 });

type Question = { title: string; text: string; yes: string; no?: string };

/** Asks before something that cannot be taken back; true is yes. */
export async function confirm({ title, text, yes, no = '取消' }: Question): Promise<boolean> {
  const { confirm: agreed } = await Taro.showModal({
    title,
    content: text,
    confirmText: yes,
    cancelText: no,
    confirmColor: '#067a3c',
  });
  return agreed;
}
