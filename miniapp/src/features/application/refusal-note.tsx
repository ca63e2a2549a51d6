import {
  factName,
  identityFaultSentence,
  paperWord,
  photoFaultSentence,
  refusalSentence,
} from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import type { Refusal } from '../../platform';
import { NoticeBar } from '../../ui';
import { detailWord } from './detail-word';

/** What was said, or would be said: a code of the API and its data. */
type Said = Pick<Refusal, 'data' | 'code'>;

/** The question that the notice asks for a fact of its own; null where it gives none. */
type Asked = (fact: string) => string | null;

/** A "no" in words, with every single reason the server gave; `asked` gives a notice's own question. */
export function RefusalNote({ refusal, asked = () => null }: { refusal: Said | null; asked?: Asked }) {
  if (!refusal) return null;
  return (
    <NoticeBar tone="stop" isAnswer title={refusalSentence(refusal.code, refusal.data)}>
      {reasonsOf(refusal, asked).map((reason) => (
        <View key={reason}>{reason}</View>
      ))}
    </NoticeBar>
  );
}

/** The sentences for the data beside a code; data of another shape from a newer server says nothing. */
function reasonsOf({ code, data }: Said, asked: Asked): readonly string[] {
  switch (code) {
    case 'identity-refused':
      return faultsIn(data).map((fault) => identityFaultSentence(fault.code, fault.data));
    case 'photo-refused':
      return faultsIn(data).map((fault) => photoFaultSentence(fault.code, fault.data));
    case 'facts-missing':
      return [
        `还需要填写：${textsIn(data['missing'])
          .map((fact) => factName(fact, asked(fact)))
          .join('、')}`,
      ];
    case 'details-missing':
      return [`还需要填写：${textsIn(data['missing']).map(detailWord).join('、')}`];
    case 'documents-missing':
      return listIn(data['missing']).map(
        (ways) =>
          `还缺：${listIn(ways)
            .map((way) =>
              textsIn(way)
                .map((document) => paperWord(document, printedIn(data, document)))
                .join('和'),
            )
            .join(' 或 ')}`,
      );
    default:
      return [];
  }
}

/** What the notice calls a paper, where the refusal says it. */
const printedIn = ({ printed }: Refusal['data'], document: string): string | null => {
  const name = isRecord(printed) ? printed[document] : null;
  return typeof name === 'string' ? name : null;
};

type Fault = { code: string; data: Readonly<Record<string, unknown>> };

const faultsIn = (data: Refusal['data']): readonly Fault[] =>
  listIn(data['faults']).flatMap((fault): Fault[] =>
    isRecord(fault) && typeof fault['code'] === 'string'
      ? [{ code: fault['code'], data: isRecord(fault['data']) ? fault['data'] : {} }]
      : [],
  );

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textsIn = (value: unknown): readonly string[] =>
  listIn(value).filter((item): item is string => typeof item === 'string');
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
