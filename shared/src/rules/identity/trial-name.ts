/** Whether a name looks like somebody trying the system out: 测试, 示例, 某某, test. */
export const looksLikeTrial = (name: string): boolean =>
  /测试|示例|演示|试报名|某某|test|demo|(.)\1\1/iu.test(name.normalize('NFKC'));
