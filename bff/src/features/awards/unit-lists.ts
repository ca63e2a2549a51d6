import { dayAt, sumFen } from '@jikaotong/shared/kernel';
import { maskName } from '@jikaotong/shared/rules/identity';
import { fullDayWords, yuanWords } from '@jikaotong/shared/words';
import type { Context } from '../../platform/http';
import type { Print } from '../../platform/pdf';
import type { Contest } from '../contests';
import { type Award, awardsOfContest } from './award.repository';
import { nameOf, namesOf } from './board.presenter';

type Seen = Pick<Context, 'h' | 'ports' | 'now'>;

/**
 * What the people of each unit are given, their coaches and itself, each unit on pages of its own; `unit`: of that one only.
 * Null where nobody of it is given anything, or the awards are not locked. Names are masked unless `isOpen`.
 */
export async function unitListsOf(
  ctx: Seen,
  { notice, rule }: Contest,
  { unit, isOpen }: { readonly unit: string | null; readonly isOpen: boolean },
): Promise<{ readonly document: Print; readonly rows: number } | null> {
  const given = (await awardsOfContest(ctx.h, notice.id)).filter(
    (one) => one.state === 'given' && one.unit !== null && (unit === null || one.unit === unit),
  );
  if (given.length === 0) return null;
  const names = await namesOf(ctx.h, given);
  const printed = new Map(rule.awards.map(({ code, name }) => [code, name]));
  const rowOf = (award: Award): string[] => {
    const { recipient, rank, fen, paperNumber, code } = award;
    const name = recipient === 'unit' ? (award.unit ?? '') : nameOf(ctx, award, names);
    return [
      recipient === 'unit' || isOpen ? name : maskName(name),
      printed.get(code) ?? code,
      rank === null ? '' : String(rank),
      fen === null ? '' : yuanWords(fen),
      paperNumber ?? '',
    ];
  };
  const units = [...new Set(given.map((one) => one.unit ?? ''))]
    .toSorted((one, other) => one.localeCompare(other, 'zh'))
    .map((name) => {
      const own = given.filter((one) => one.unit === name);
      const money = own.flatMap(({ fen }) => fen ?? []);
      const sum = money.length === 0 ? '' : `，奖金合计${yuanWords(sumFen(money))}`;
      return { unit: name, rows: own.map(rowOf), sum: `共${own.length}项${sum}` };
    });
  const document: Print = {
    print: 'unit-awards',
    title: unit === null ? '各单位奖项名单' : `${unit}奖项名单`,
    body: notice.body.name,
    exam: notice.title.value,
    foot: `${fullDayWords(dayAt(ctx.now.ms))}打印${isOpen ? '' : '，姓名已遮盖'}`,
    units,
  };
  return { document, rows: given.length };
}
