import Taro from '@tarojs/taro';
import { type Trouble, troubleOf } from './trouble';

/** What was wanted of WeChat or of the phone. */
export type Wanted =
  | 'camera'
  | 'pictures'
  | 'album'
  | 'file'
  | 'clipboard'
  | 'document'
  | 'dialling'
  | 'drawing'
  | 'payment'
  | 'phone-number'
  | 'personal-data';

/** As it is called in a sentence behind 使用 or 打开. */
const NAMES: Readonly<Record<Wanted, string>> = {
  camera: '相机',
  pictures: '相机或相册',
  album: '相册',
  file: '聊天文件',
  clipboard: '剪贴板',
  document: '文件查看',
  dialling: '拨号',
  drawing: '签名板',
  payment: '微信支付',
  'phone-number': '微信手机号',
  'personal-data': '个人信息',
};

type Telling = { readonly title: string; readonly content: string; readonly settings?: 'wechat' | 'phone' };

/** What is said about a trouble and what helps; null where the person knows, for they left. */
export function tellingOf(wanted: Wanted, trouble: Trouble): Telling | null {
  const name = NAMES[wanted];
  switch (trouble) {
    case 'left':
      return null;
    case 'refused':
      return { title: `没有使用${name}的许可`, content: `请到设置里允许使用${name}，再试一次。`, settings: 'wechat' };
    case 'refused-by-phone':
      return {
        title: `手机没有允许微信使用${name}`,
        content: `请到手机的系统设置里允许微信使用${name}，再试一次。`,
        settings: 'phone',
      };
    case 'privacy-refused':
      if (wanted === 'personal-data')
        return {
          title: '还不能填写个人信息',
          content: '您没有同意《隐私保护指引》。请再点一次，并选择“同意”；也可以用浏览器办理。',
        };
      return { title: `还不能使用${name}`, content: '您没有同意《隐私保护指引》。请再点一次，并选择“同意”。' };
    case 'not-declared':
      return {
        title: `这里暂时不能使用${name}`,
        content: '小程序还没有开通这项功能，请告诉工作人员，或用浏览器办理。',
      };
    case 'failed':
      if (wanted === 'drawing')
        return { title: '没有取到签名', content: '请再点一次“确认签名”；还不行，请点“清除重签”，重新签名。' };
      if (wanted === 'phone-number') return { title: '没有取到微信手机号', content: '请自己填写手机号。' };
      return wanted === 'payment'
        ? { title: '微信没有完成支付', content: '如果已经扣款，请不要重复付款，稍候查询结果；没有扣款可以再付一次。' }
        : { title: `没有打开${name}`, content: '请再试一次；还不行，请退出微信重新打开。' };
  }
}

/** Says in words why something did not happen and offers the way to settings where that helps; returns what it was. */
export async function tellTrouble(wanted: Wanted, error: unknown): Promise<Trouble> {
  const trouble = troubleOf(error);
  const telling = tellingOf(wanted, trouble);
  if (telling) void show(telling);
  return trouble;
}

async function show({ title, content, settings }: Telling): Promise<void> {
  // a phone too old to open its settings, or to ask, has been told as far as it can be
  try {
    const { confirm } = await Taro.showModal({
      title,
      content,
      confirmText: settings ? '去设置' : '知道了',
      showCancel: settings !== undefined,
      cancelText: '取消',
    });
    if (!confirm || settings === undefined) return;
    if (settings === 'wechat') await Taro.openSetting();
    else await Taro.openAppAuthorizeSetting({});
  } catch {
    return;
  }
}
