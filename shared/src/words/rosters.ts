import type { ROW_CONFIRMATIONS, RefusalCode, RowStanding, ScanPageOutcome, rosterRows } from '../contract';
import { SHORTFALLS } from '../rules/eligibility';
import { factName } from './questions';
import { paperWord } from './documents';
import { identityFaultSentence } from './identity';
import { photoFaultSentence } from './photos';
import { refusalSentence } from './refusals';
import { type Data, looseSentenceOf, textIn, wordOf } from './table';
import { shortfallSentence } from './verdicts';

export const rowStandingWord = wordOf<RowStanding>({
  ready: '可提交',
  review: '需审核',
  incomplete: '资料不全',
  ineligible: '不符合',
});

/** How a row stands for whoever hands in: what lacks only the member's own word is not ready yet. */
export const rowStandsWord = ({
  standing,
  awaitsMember,
}: {
  readonly standing: RowStanding;
  readonly awaitsMember: boolean;
}): string =>
  awaitsMember && (standing === 'ready' || standing === 'review') ? '等本人确认' : rowStandingWord(standing);

export const rowConfirmationWord = wordOf<(typeof ROW_CONFIRMATIONS)[number]>({
  phone: '本人已确认',
  form: '已交签字表',
});

/** What a member calls wrong beside the columns of a row. */
export const disputeFieldWord = wordOf<(typeof rosterRows.DISPUTE_BESIDE)[number]>({
  photo: '照片',
  papers: '材料',
  other: '漏填或其他',
});

export const disputeStateWord = wordOf<(typeof rosterRows.DISPUTE_STATES)[number]>({
  open: '等单位改好或答复',
  mended: '单位已改',
  answered: '单位已答复',
  withdrawn: '已收回',
});

/** Why a photo of a ZIP was not taken. */
export const photoProblemSentence = looseSentenceOf(
  {
    'photo-unknown': '文件名对不上名单里的人',
    'photo-ambiguous': '名单里有同名的人，分不清是谁',
    'photo-twice': '同一个人有两张照片',
    'photo-refused': '照片不符合要求',
    'photo-damaged': '这个文件不是照片，或已损坏',
    'photo-heic': '是苹果手机的 HEIC 格式，电脑打不开，请另存为 JPG 再传',
    'row-closed': '这一行已经交上去，不能再换照片',
  },
  '没有采用',
);

/** What became of a page of a scan of signed papers, and what to do. */
export const scanPageWord = wordOf<ScanPageOutcome>({
  taken: '已对上',
  'no-code': '读不出二维码，请选是谁的',
  'no-picture': '不是一整页扫描的图，请用扫描仪普通模式重扫，或拍照上传',
  foreign: '是别的名单的申报表，没有采用',
  'row-gone': '这个人已不在名单里，没有采用',
  'row-closed': '这个人已经交上去了，没有采用',
  disputed: '本人指出有信息不对，请先改好，再打印、签字',
  outdated: '打印以后又改过信息，请重新打印、签字',
  twice: '这一页已经有了，可以换成这一张',
  dropped: '不用这一页',
});

/** What an agent may know of a "no" beyond the reasons that stand at the row anyway. */
const OUTCOMES: Partial<Readonly<Record<string, string>>> = {
  'too-early': '提交时报名还没有开始',
  'too-late': '提交时报名已经截止',
  forbidden: '提交时经办人已经更换，请重新提交',
  'changed-meanwhile': '提交时信息正在改动，请重新提交',
  ...Object.fromEntries(
    ['details-missing', 'identity-refused', 'facts-missing', 'not-eligible', 'photo-missing', 'photo-refused']
      .concat('documents-missing', 'signature-missing')
      .map((code) => [code, '提交时没有通过，请按原因改好再交']),
  ),
};

/**
 * Why a row was not taken when it was handed in. A ban, a kept pass, another application are between the association and
 * the member: all of them are said in the same words.
 */
export const rowOutcomeSentence = (code: string): string =>
  OUTCOMES[code] ?? '没有交上去，由协会核对。请本人打开自己的报名查看，或打报名页上的电话';

/** Why staff could not confirm somebody whom they counted with the group. */
export const countedOutcomeSentence = (code: RefusalCode): string =>
  code === 'passes-kept' ? '有保留的合格成绩，请单独受理：本人仍要重新报名的，先签放弃声明' : refusalSentence(code);

/** Every reason behind the "no" to a row, each as a sentence; data of another shape says only the first. */
export function rowReasons(code: RefusalCode, data: Data): readonly string[] {
  const reasons = detailsOf(code, data);
  return reasons.length > 0 ? reasons : [refusalSentence(code, data)];
}

function detailsOf(code: RefusalCode, data: Data): readonly string[] {
  switch (code) {
    case 'identity-refused':
      return coded(data['faults']).map((fault) => identityFaultSentence(fault.code, fault.data));
    case 'photo-refused':
      return coded(data['faults']).map((fault) => photoFaultSentence(fault.code, fault.data));
    case 'facts-missing':
      return [
        `还需要填写：${texts(data['missing'])
          .map((fact) => factName(fact, null))
          .join('、')}`,
      ];
    case 'details-missing':
      return [
        `还需要填写：${texts(data['missing'])
          .map((detail) => detailWord(detail))
          .join('、')}`,
      ];
    case 'documents-missing':
      return list(data['missing']).map(
        (ways) =>
          `还缺：${list(ways)
            .map((way) =>
              texts(way)
                .map((document) => paperWord(document, textIn(asData(data['printed']), document) || null))
                .join('和'),
            )
            .join(' 或 ')}`,
      );
    case 'not-eligible':
      return shortfalls(data);
    default:
      return [];
  }
}

/** What every route lacks, each said once. */
const shortfalls = (data: Data): readonly string[] => [
  ...new Set(
    list(asData(data['assessment'])['routes']).flatMap((route) =>
      coded(asData(route)['shortfalls']).map((one) => {
        const said = SHORTFALLS.find((known) => known === one.code);
        return said === undefined ? '不符合条件' : shortfallSentence(said, { ...one.data, to: 'staff' });
      }),
    ),
  ),
];

const detailWord = looseSentenceOf(
  {
    name: '姓名',
    origin: '来自哪里',
    documentType: '证件类型',
    documentNumber: '证件号码',
    birthDate: '出生日期',
    sex: '性别',
    phone: '手机号',
    route: '申报条件',
  },
  '个人信息',
);

type Coded = { readonly code: string; readonly data: Data };
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const texts = (value: unknown): readonly string[] =>
  list(value).filter((item): item is string => typeof item === 'string');
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;
const asData = (value: unknown): Data => (isData(value) ? value : {});
const coded = (value: unknown): readonly Coded[] =>
  list(value).flatMap((one): Coded[] => {
    const { code, data } = asData(one);
    return typeof code === 'string' ? [{ code, data: asData(data) }] : [];
  });
