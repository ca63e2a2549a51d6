import type { ReviewView } from '@jikaotong/shared/contract';
import { doubtSentence, doubtWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { NoticeBar } from '../../ui';
import { FAULT_WORDS } from './photo-fault-words';

/**
 * The doubts that a decision answers: photo and papers not looked at yet are looked at here, what was mended stands above all else,
 * and an open case forbids to approve.
 */
export const doubtsToAnswer = ({ doubts }: Pick<ReviewView, 'doubts'>): ReviewView['doubts'] =>
  doubts.filter((doubt) => !SAID_ELSEWHERE.has(doubt));

const SAID_ELSEWHERE: ReadonlySet<string> = new Set(['clear', 'portrait', 'papers', 'mended', 'case']);

type Props = {
  review: ReviewView;
  title: string;
  /** Only these; the others are said where they belong. */
  only?: ReviewView['doubts'];
};

/** What is in doubt about an application, each with what it is about; nothing where nothing is. */
export function DoubtsNote({ review, title, only }: Props) {
  const doubts = doubtsToAnswer(review).filter((doubt) => only?.includes(doubt) ?? true);
  if (doubts.length === 0) return null;
  return (
    <NoticeBar tone="warn" title={title}>
      {doubts.map((doubt) => (
        <View key={doubt} id={`doubt-${doubt}`}>
          {doubtWord(doubt)}
          {detailsOf(review, doubt).map((words) => (
            <View key={words} className="doubt__detail">
              {words}
            </View>
          ))}
        </View>
      ))}
    </NoticeBar>
  );
}

/** What exactly, where the word alone leaves one to search. */
function detailsOf(review: ReviewView, doubt: ReviewView['doubts'][number]): readonly string[] {
  switch (doubt) {
    case 'condition':
      return conditionDoubts(review);
    case 'photo':
      return review.photoFaults.map((code) => FAULT_WORDS[code]);
    case 'code-expired':
      return review.papers.flatMap(({ number, validUntil }) =>
        validUntil ? [`${number ?? ''}　有效期到 ${validUntil}`] : [],
      );
    case 'form':
      return ['签字页上没有读出二维码。请打开单位的页面，在“手工归入的签字表”里看签字页'];
    case 'certificate':
      return review.certificateFaults.map(
        ({ number, faults }) => `${number}：${faults.map(certificateFaultWords).join('，')}`,
      );
    default:
      return [];
  }
}

function conditionDoubts({ assessment, route }: ReviewView): readonly string[] {
  const chosen = assessment.routes.find((one) => one.route === route);
  return chosen?.verdict === 'needs-review'
    ? chosen.doubts.map(({ code, data }) => doubtSentence(code, { ...data, to: 'staff' }))
    : [];
}

const CERTIFICATE_FAULTS = {
  form: '不是证书编号的格式（新证 22 位，旧证 16 位）',
  level: '编号里的等级与填写的不一致',
  year: '编号里的年份与发证日期不一致',
} as const;

const certificateFaultWords = (fault: keyof typeof CERTIFICATE_FAULTS): string => CERTIFICATE_FAULTS[fault];
