const WORDS = new Map([
  ['name', '姓名'],
  ['origin', '国籍或地区'],
  ['documentType', '证件类型'],
  ['documentNumber', '证件号码'],
  ['birthDate', '出生日期'],
  ['sex', '性别'],
  ['phone', '手机号'],
  ['route', '报名条件'],
]);

/** The label of a detail that the server names as missing. */
export const detailWord = (detail: string): string => WORDS.get(detail) ?? '其他信息';
