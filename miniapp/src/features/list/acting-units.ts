/** What one row of a list is called when they are counted, where many are acted on. */
const UNITS: Readonly<Record<string, string>> = {
  applicant: '人',
  certificate: '份',
  entry: '人',
  imported: '条',
  moneyCase: '项',
  order: '笔',
  review: '份',
  staff: '人',
};

export const unitOf = (list: string): string => UNITS[list] ?? '项';
