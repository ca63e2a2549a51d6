import Taro from '@tarojs/taro';

/**
 * What the QR code that opened the app says: the parameters of an ordinary link (`q`, encoded once by WeChat) or of a
 * mini-program code (`scene`); empty when the app was opened otherwise.
 */
export function entryParams(): Record<string, string> {
  const query: Record<string, unknown> = Taro.getLaunchOptionsSync().query ?? {};
  if (typeof query.q === 'string') return paramsOfLink(decodeURIComponent(query.q));
  if (typeof query.scene === 'string') return paramsOf(decodeURIComponent(query.scene));
  return {};
}

/** The parameters of a link, from before or behind its #. */
export function paramsOfLink(link: string): Record<string, string> {
  const mark = link.indexOf('?');
  return mark < 0 ? {} : paramsOf(link.slice(mark + 1));
}

const paramsOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('&')
      .map((pair) => pair.split('='))
      .flatMap(([name, value]) => (name && value !== undefined ? [[name, decodeURIComponent(value)]] : [])),
  );
