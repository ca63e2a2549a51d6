import { dayAt, sumFen } from '@jikaotong/shared/kernel';
import { maskName, maskNumber, maskPhone } from '@jikaotong/shared/rules/identity';
import { type GiverField, fullDayWords, giverFieldWord, giverFields, yuanWords } from '@jikaotong/shared/words';
import type { Context } from '../../platform/http';
import type { Print } from '../../platform/pdf';
import { findCandidates, openIdentity } from '../candidates';
import type { Contest } from '../contests';
import { accountWords } from './award.record';
import { type Award, accountsAmong, awardsOfContest } from './award.repository';
import { nameOf, namesOf } from './board.presenter';
import { contactWords } from './coach-contact.record';
import { contactsAmong } from './coach-contact.repository';

type Seen = Pick<Context, 'h' | 'ports' | 'now'>;
type Asked = { readonly giver: string | null; readonly isOpen: boolean };
type Printed = Contest['rule']['awards'][number];

/** What one giver gives, with what it needs of each; null where it gives nothing, or the awards are not locked. */
export async function giverListOf(
  ctx: Seen,
  { notice, rule }: Contest,
  { giver, isOpen }: Asked,
): Promise<{ readonly document: Print; readonly rows: number } | null> {
  const given = (await awardsOfContest(ctx.h, notice.id)).filter((one) => one.giver === giver && one.state === 'given');
  const told = await toldOf(ctx, given, isOpen);
  const sections = rule.awards.flatMap((printed) =>
    (['entrant', 'coach', 'unit'] as const).flatMap((to) => {
      const lines = given.filter(({ code, recipient }) => code === printed.code && recipient === to);
      return lines.length === 0 ? [] : [sectionOf(printed, to, { lines, told })];
    }),
  );
  if (sections.length === 0) return null;
  const document: Print = {
    print: 'giver-list',
    title: `${giver ?? NO_GIVER}奖项名单`,
    body: notice.body.name,
    exam: notice.title.value,
    foot: `${fullDayWords(dayAt(ctx.now.ms))}打印${isOpen ? '' : '，个人信息已遮盖'}`,
    giver: giver ?? NO_GIVER,
    sections,
  };
  return { document, rows: sections.reduce((sum, { rows }) => sum + rows.length, 0) };
}

const NO_GIVER = '按有关政策';

type Told = (award: Award, field: GiverField | 'name') => string;

function sectionOf(
  { name, gives, source, tax }: Printed,
  to: Award['recipient'],
  { lines, told }: { readonly lines: readonly Award[]; readonly told: Told },
) {
  // a talent database takes up whoever agreed, and nobody else
  const listed = gives === 'database' && to === 'entrant' ? lines.filter(({ consents }) => consents === true) : lines;
  const known = giverFields(gives, to);
  // no paper of the body's own, no column for its number
  const fields = known.filter((field) => field !== 'paper' || lines.some(({ paperNumber }) => paperNumber !== null));
  const fen = listed.flatMap((line) => line.fen ?? []);
  const aside = lines.length - listed.length;
  return {
    award: name,
    clause: 'clause' in source ? `${source.clause}：“${source.quote}”` : '',
    columns: [
      { title: NAMED[to], wide: to === 'unit' },
      ...fields.map((field) => ({ title: giverFieldWord(field), wide: WIDE.has(field) })),
    ],
    rows: listed.map((line) => [told(line, 'name'), ...fields.map((field) => told(line, field))]),
    sum: [
      `共${listed.length}${to === 'unit' ? '个单位' : '人'}`,
      fen.length > 0 ? `合计${yuanWords(sumFen(fen))}${tax ? `（${tax}）` : ''}` : '',
      aside > 0 ? `另有${aside}人没有同意录入，不在名单内` : '',
    ]
      .filter(Boolean)
      .join('，'),
  };
}

const WIDE: ReadonlySet<GiverField> = new Set(['unit', 'bank']);
const NAMED: Readonly<Record<Award['recipient'], string>> = { entrant: '姓名', coach: '教练', unit: '单位' };

/** Reads out a field of an award; masked unless `isOpen`. */
async function toldOf({ h, ports }: Seen, awards: readonly Award[], isOpen: boolean): Promise<Told> {
  const names = await namesOf(h, awards);
  const ids = [...new Set(awards.flatMap(({ candidateId }) => candidateId ?? []))];
  const people = new Map([...(await findCandidates(h, ids))].map(([id, row]) => [id, openIdentity(ports.crypto, row)]));
  const accounts = await accountsAmong(h, ids);
  const contacts = await contactsAmong(
    h,
    awards.flatMap(({ id, recipient }) => (recipient === 'coach' ? [id] : [])),
  );
  const shown = (mask: (value: string) => string, value: string | null | undefined): string =>
    value ? (isOpen ? value : mask(value)) : '';
  return (award, field) => {
    const { candidateId, recipient, unit, rank, fen, paperNumber } = award;
    const person = people.get(candidateId ?? '');
    const account = accounts.get(candidateId ?? '');
    switch (field) {
      case 'name':
        return recipient === 'unit' ? (unit ?? '') : shown(maskName, nameOf({ ports }, award, names));
      case 'rank':
        return rank === null ? '' : String(rank);
      case 'unit':
        return unit ?? '';
      case 'document':
        return shown(maskNumber, person?.documentNumber);
      case 'phone': {
        if (recipient !== 'coach') return shown(maskPhone, person?.phone);
        const contact = contacts.get(award.id);
        return shown(maskPhone, contact && contactWords.open(ports.crypto, contact, 'phone'));
      }
      case 'coachOf':
        return shown(maskName, names.get(candidateId ?? ''));
      case 'fen':
        return fen === null ? '' : yuanWords(fen);
      case 'holder':
        return shown(maskName, account && accountWords.open(ports.crypto, account, 'holder'));
      case 'bank':
        return shown(() => '****', account && accountWords.open(ports.crypto, account, 'bank'));
      case 'account':
        return shown(maskNumber, account && accountWords.open(ports.crypto, account, 'number'));
      case 'paper':
        return paperNumber ?? '';
    }
  };
}
