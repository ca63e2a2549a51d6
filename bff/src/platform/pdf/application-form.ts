import { CONTACT_FIELDS, type ContactField } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { contactFieldWord } from '@jikaotong/shared/words';
import type { Fonts } from './fonts';
import { drawMark, drawPhoto } from './images';
import { type Job, jobRows } from './letter';
import {
  GREY,
  INNER_WIDTH,
  LINE,
  PAGE,
  type PdfDocument,
  dayInWords,
  ensureRoom,
  printPdf,
  write,
} from './pdf-document';
import { drawSigning } from './signing';
import { type Cell, drawRows, label, value } from './table';

export type ApplicationFormPdf = {
  /** Such as 北京市职业技能等级认定申报表. */
  title: string;
  bodyName: string;
  sessionName: string;
  name: string;
  sex: '男' | '女';
  birthDate: LocalDate;
  documentType: string;
  /** In full: the form is the body's own paper. */
  documentNumber: string;
  phone: string;
  contacts: Readonly<Record<ContactField, string | null>>;
  photo: Uint8Array | null;
  occupation: string;
  workType: string | null;
  level: string;
  /** Such as 首次申报 or 补考. */
  examKind: string;
  subjects: readonly string[];
  /** The condition applied under, as printed. */
  condition: string;
  /** Of these three, null: never asked, which is not the same as none. */
  certificates:
    readonly { occupation: string; level: string; number: string | null; issuedOn: LocalDate | null }[] | null;
  diplomas: readonly { school: string; major: string; status: string; on: LocalDate | null }[] | null;
  jobs: readonly Job[] | null;
  /** Papers handed in, by name. */
  papers: readonly string[];
  signature: Uint8Array | null;
  signedOn: LocalDate | null;
  /** What it says was put right after it was signed. */
  correctedOn: LocalDate | null;
  /** Null until the body has decided. */
  review: { decision: string; on: LocalDate; seal: Uint8Array | null } | null;
};

const BOX = { x: PAGE.left, width: INNER_WIDTH, size: 9.5, minHeight: 22 };
const PHOTO_WIDTH = 104;
/** The two are kept on one page. */
const PROMISE_HEIGHT = 94;
const REVIEW_HEIGHT = 92;

export const renderApplicationForm = async (fonts: Fonts, form: ApplicationFormPdf): Promise<Buffer> =>
  printPdf(fonts, form.title, (document) => drawApplicationForm(document, form));

/** From the top of the page on which the document stands. */
export function drawApplicationForm(document: PdfDocument, form: ApplicationFormPdf): void {
  let y = write(document, form.title, full(PAGE.top), { size: 20, bold: true, align: 'center' });
  y = write(document, `${form.bodyName}　${form.sessionName}`, full(y + 6), {
    size: 10.5,
    align: 'center',
    color: GREY,
  });
  y = drawPerson(document, form, y + 10);
  y = drawRows(document, offeringRows(form), BOX, y);
  y = drawSection(document, '现有职业资格（技能等级）证书', certificateRows(form), y);
  y = drawSection(document, '学历', diplomaRows(form), y);
  y = drawSection(
    document,
    '本职业或相关职业工作经历',
    form.jobs === null ? UNASKED : form.jobs.length > 0 ? jobRows(form.jobs) : NONE,
    y,
  );
  y = drawRows(document, [[label('提交材料', 2), value(form.papers.join('；') || '无', 11)]], BOX, y);
  y = drawPromise(document, form, y);
  drawReview(document, form, y);
}

function drawPerson(document: PdfDocument, form: ApplicationFormPdf, top: number): number {
  const rows = [
    [label('姓名', 2), value(form.name, 3), label('性别', 2), value(form.sex, 3)],
    [label('出生日期', 2), value(dayInWords(form.birthDate), 3), label('联系电话', 2), value(form.phone, 3)],
    [label('证件类型', 2), value(form.documentType, 8)],
    [label('证件号码', 2), value(form.documentNumber, 8)],
    ...contactRows(form, 'beside-photo'),
  ];
  const bottom = drawRows(document, rows, { ...BOX, width: INNER_WIDTH - PHOTO_WIDTH, minHeight: 27 }, top);
  const frame = { x: PAGE.right - PHOTO_WIDTH, y: top, width: PHOTO_WIDTH, height: bottom - top };
  if (form.photo !== null) drawPhoto(document, form.photo, frame);
  else {
    document.lineWidth(0.6).strokeColor(LINE).rect(frame.x, frame.y, frame.width, frame.height).stroke();
    write(
      document,
      '照片',
      { x: frame.x, y: top + frame.height / 2 - 8, width: PHOTO_WIDTH },
      { align: 'center', color: GREY },
    );
  }
  return bottom;
}

const offeringRows = (form: ApplicationFormPdf): Cell[][] => [
  ...contactRows(form, 'below-photo'),
  [label('申报职业', 2), value(form.occupation, 5), label('工种', 2), value(form.workType ?? '——', 4)],
  [label('申报等级', 2), value(form.level, 5), label('申报类型', 2), value(form.examKind, 4)],
  [label('考试科目', 2), value(form.subjects.join('、'), 11)],
  [label('申报条件', 2), value(form.condition, 11)],
];

/** Where each is printed. */
const CONTACT_PLACES: Readonly<Record<ContactField, 'beside-photo' | 'below-photo'>> = {
  employer: 'beside-photo',
  address: 'below-photo',
};

const contactRows = ({ contacts }: ApplicationFormPdf, place: 'beside-photo' | 'below-photo'): Cell[][] =>
  CONTACT_FIELDS.filter((field) => CONTACT_PLACES[field] === place).map((field) => [
    label(contactFieldWord(field), 2),
    value(contacts[field] ?? '', place === 'beside-photo' ? 8 : 11),
  ]);

const NONE: Cell[][] = [[value('无', 13, 'center')]];
const UNASKED: Cell[][] = [[value('未填写', 13, 'center')]];

const certificateRows = ({ certificates }: ApplicationFormPdf): Cell[][] => {
  if (certificates === null) return UNASKED;
  return certificates.length === 0
    ? NONE
    : [
        [label('职业', 4), label('等级', 2), label('证书编号', 5), label('发证日期', 2)],
        ...certificates.map((each) => [
          value(each.occupation, 4),
          value(each.level, 2, 'center'),
          value(each.number ?? '', 5, 'center'),
          value(each.issuedOn ?? '', 2, 'center'),
        ]),
      ];
};

const diplomaRows = ({ diplomas }: ApplicationFormPdf): Cell[][] => {
  if (diplomas === null) return UNASKED;
  return diplomas.length === 0
    ? NONE
    : [
        [label('学校', 5), label('专业', 4), label('状态', 2), label('毕业日期', 2)],
        ...diplomas.map((each) => [
          value(each.school, 5),
          value(each.major, 4),
          value(each.status, 2, 'center'),
          value(each.on ?? '', 2, 'center'),
        ]),
      ];
};

const drawSection = (document: PdfDocument, title: string, rows: readonly (readonly Cell[])[], y: number): number =>
  drawRows(document, [[label(title, 1)], ...rows], BOX, y);

function drawPromise(document: PdfDocument, form: ApplicationFormPdf, top: number): number {
  const y = ensureRoom(document, top, PROMISE_HEIGHT + REVIEW_HEIGHT);
  const words =
    '本人承诺：以上填写内容及提交的材料真实、准确、有效；如有虚假，自愿承担取消报名资格、成绩无效、证书作废等后果。';
  const below = write(document, words, { x: PAGE.left + 8, y: y + 8, width: INNER_WIDTH - 16 }, { size: 10.5 });
  const bottom = drawSigning(document, { ...form, title: '申报人（签名）：' }, below, true) + 4;
  return frame(document, y, bottom);
}

function drawReview(document: PdfDocument, form: ApplicationFormPdf, top: number): void {
  const y = ensureRoom(document, top, REVIEW_HEIGHT);
  const box = { x: PAGE.left + 8, width: INNER_WIDTH - 16 };
  write(document, `审核意见：${form.review?.decision ?? ''}`, { ...box, y: y + 8 }, { size: 10.5 });
  write(document, `${form.bodyName}（盖章）`, { ...box, y: y + 48 }, { size: 10.5, align: 'right' });
  const day = form.review === null ? '　　　　年　　月　　日' : dayInWords(form.review.on);
  write(document, day, { ...box, y: y + 68 }, { size: 10.5, align: 'right' });
  const seal = form.review?.seal ?? null;
  if (seal !== null) drawMark(document, seal, { x: PAGE.right - 120, y: y + 2, width: 88, height: 88 });
  frame(document, y, y + REVIEW_HEIGHT);
}

function frame(document: PdfDocument, top: number, bottom: number): number {
  document
    .lineWidth(0.6)
    .strokeColor(LINE)
    .rect(PAGE.left, top, INNER_WIDTH, bottom - top)
    .stroke();
  return bottom;
}

const full = (y: number) => ({ x: PAGE.left, y, width: INNER_WIDTH });
