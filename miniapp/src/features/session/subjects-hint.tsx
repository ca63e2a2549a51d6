import { type Notice, type Subject, laterSubjectsOf, offeringOf } from '@jikaotong/shared/notice';
import { subjectWord } from '@jikaotong/shared/words';
import { Cell } from '../../ui';

/** What the notice prints about the subjects of an offering, and what whoever plans does next. */
export function SubjectsHint({ notice, code }: { notice: Notice; code: string }) {
  const subjects = offeringOf(notice, code)?.subjects ?? [];
  const later = laterSubjectsOf(notice, code);
  const now = subjects.filter((subject) => !later.includes(subject));
  const next =
    later.length === 0
      ? '每科至少排一场，没有排的科目不能发布。'
      : `先排${namesOf(now)}，照常发布、报名、排座。${namesOf(later)}的时间另行通知，准考证上也这样印；定下以后回到这里填日期和时间，再去“排座”，考生会收到通知。`;
  return <Cell title={`通知印的科目：${subjects.map(inPrint).join('、')}`} note={`下一步：${next}`} />;
}

const namesOf = (subjects: readonly Subject[]): string => subjects.map(({ code }) => subjectWord(code)).join('、');

const inPrint = ({ code, method }: Subject): string => `${subjectWord(code)}${method === null ? '' : `（${method}）`}`;
