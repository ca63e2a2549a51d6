import Taro from '@tarojs/taro';

/** A one-time code that the server exchanges for who this is; null when WeChat gives none. */
export async function wechatCode(): Promise<string | null> {
  try {
    const { code } = await Taro.login();
    return code || null;
  } catch {
    return null;
  }
}
