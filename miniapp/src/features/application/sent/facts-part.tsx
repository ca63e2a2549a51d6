import { daysBetween } from '@jikaotong/shared/kernel';
import type { Facts } from '@jikaotong/shared/notice';
import {
  diplomaStatusWord,
  durationWords,
  factName,
  factWord,
  levelWord,
  schoolWord,
  titleGradeWord,
} from '@jikaotong/shared/words';
import { Cell, Group } from '../../../ui';
import { spanWords } from '../../notice';

type Row = { readonly title: string; readonly note: string };

/** What the candidate said, row by row, to compare with the papers; `asked` gives a notice's own question. */
export function FactsPart({ facts, asked = () => null }: { facts: Facts; asked?: (fact: string) => string | null }) {
  const parts = [
    ...listPart('jobs', facts.jobs?.map(jobRow)),
    ...listPart('certificates', facts.certificates?.map(certificateRow)),
    ...listPart('diplomas', facts.diplomas?.map(diplomaRow)),
    ...listPart('titles', facts.titles?.map(titleRow)),
    ...listPart('residence', facts.residence?.map(stayRow)),
  ];
  const told = parts.filter(({ rows }) => rows.length > 0);
  const none = parts.filter(({ rows }) => rows.length === 0).map(({ title }) => title);
  const said = Object.entries(facts.declared ?? {});
  return (
    <>
      {told.map(({ title, rows }) => (
        <Group key={title} title={title}>
          {rows.map((row, place) => (
            <Cell key={place} title={row.title} note={row.note} />
          ))}
        </Group>
      ))}
      {none.length > 0 ? (
        <Group title="填“没有”的">
          <Cell title={none.join('、')} />
        </Group>
      ) : null}
      {said.length > 0 || facts.intends !== undefined || facts.womanLine ? (
        <Group title="声明">
          {facts.intends === undefined ? null : <Cell title={factWord('intends')} value={yesNo(facts.intends)} />}
          {said.map(([statement, yes]) => (
            <Cell
              key={statement}
              title={factName(`declared.${statement}`, asked(`declared.${statement}`))}
              value={yesNo(yes)}
            />
          ))}
          {facts.womanLine ? <Cell title={factWord('womanLine')} value={`${facts.womanLine} 岁`} /> : null}
        </Group>
      ) : null}
    </>
  );
}

const yesNo = (yes: boolean): string => (yes ? '是' : '否');
const listPart = (name: string, rows: readonly Row[] | undefined) =>
  rows === undefined ? [] : [{ title: factWord(name), rows }];

const jobRow = (job: NonNullable<Facts['jobs']>[number]): Row => ({
  title: job.employer ? `${job.occupation}（${job.employer}）` : `${job.occupation}（未填工作单位）`,
  note: `${spanWords(job)}${job.to ? `，${durationWords(daysBetween(job.from, job.to))}` : ''}`,
});

const certificateRow = ({ occupation, level, issuedOn, number }: NonNullable<Facts['certificates']>[number]): Row => ({
  title: `${occupation} ${levelWord(level)}`,
  note: `${issuedOn} 发证${number ? `　编号 ${number}` : ''}`,
});

const diplomaRow = ({ school, major, status, on, schoolName }: NonNullable<Facts['diplomas']>[number]): Row => ({
  title: `${schoolName ?? schoolWord(school)}　${major}`,
  note: `${schoolName ? `${schoolWord(school)}，` : ''}${diplomaStatusWord(status)}${on ? `　${on}` : ''}`,
});

const titleRow = ({ occupation, grade, on }: NonNullable<Facts['titles']>[number]): Row => ({
  title: `${occupation} ${titleGradeWord(grade)}`,
  note: `${on} 取得`,
});

const stayRow = (stay: NonNullable<Facts['residence']>[number]): Row => ({
  title: `${stay.city} ${stay.kind === 'work' ? '工作' : '学习'}`,
  note: spanWords(stay),
});
