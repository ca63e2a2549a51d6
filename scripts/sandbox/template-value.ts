/** What WeChat documents for each type of field of a subscribe template, as patterns. */
const TYPES: Readonly<Record<string, RegExp>> = {
  thing: /^.{1,20}$/su,
  number: /^\d{1,32}$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}]{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d\d(~(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d\d)?$/,
  date: /^\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d\d)?$/,
  amount: /^[¥￥$]?\d{1,10}(\.\d{1,2})?元?$/,
  phone_number: /^[\d+-]{1,17}$/,
  car_number: /^.{1,8}$/su,
  name: /^(\p{Script=Han}{1,10}|[A-Za-z ]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
};

/** Whether WeChat takes a value in a field such as `thing1`; a field of no known type takes nothing. */
export function fitsField(key: string, value: string): boolean {
  const pattern = TYPES[key.replace(/\d+$/, '')];
  return /\d$/.test(key) && pattern !== undefined && pattern.test(value);
}
