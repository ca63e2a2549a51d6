import { type Line, lineOf, numberOf } from './rosters';

const OFFERING = '保卫管理员 三级/高级工';

/** Somebody for S25's 三级 by ten years of work. */
export const student = (order: number, change: Line = {}): Line =>
  lineOf(order, {
    '申报条件（第几条）': '3-1',
    申报项目: OFFERING,
    '您是大学专科毕业，或有同等学力吗？': '是',
    从事的职业: '保卫管理员',
    从哪天起: '2010-03-01',
    ...change,
  });

/** The list as the system exports it, with its own headers. */
export const listOf = (people: readonly { order: number; name?: string; phone?: string }[]): Buffer =>
  Buffer.from(
    [
      '上海市自助经办系统 团体申报名单',
      '序号,学员姓名,身份证号码,联系电话,申报等级,受理状态',
      ...people.map(({ order, name, phone }, at) =>
        [
          at + 1,
          name ?? student(order)['姓名'],
          numberOf(order),
          phone ?? student(order)['手机号'],
          '三级',
          '已受理',
        ].join(','),
      ),
    ].join('\r\n'),
  );
