import { zipOf } from '../../../bff/src/platform/sheets/zip-of.testing';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const headers = ['姓名', '证件类型', '证件号码', '手机号', '单位', '报名编号'];

/** A whole workbook around what stands in its sheet. */
const workbook = (rows: string, after = '', before = ''): Buffer => {
  const cells = headers.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', relation('officeDocument', 'xl/workbook.xml')],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', relation('worksheet', 'worksheets/sheet1.xml')],
    [
      'xl/worksheets/sheet1.xml',
      `${before}<worksheet xmlns="${MAIN}"><sheetData><row r="1">${cells}</row>${rows}</sheetData>${after}</worksheet>`,
    ],
  ];
  return zipOf(parts.map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
};
const relation = (type: string, target: string): string =>
  `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`;

const many = (count: number, each: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => each(at)).join('');
const merges = (list: string) => `<mergeCells>${list}</mergeCells>`;
/** Workbooks that mean harm, and what each must give: a refusal of the whole file, or a sheet with nothing in it. */
export const hostileWorkbooks: readonly (readonly [string, Buffer, string])[] = [
  ['a merge over everything', workbook('', merges('<mergeCell ref="A1:XFD1048576"/>')), 'preview'],
  ['a merge over all but the header', workbook('', merges('<mergeCell ref="A2:XFD1048576"/>')), 'preview'],
  [
    'two hundred thousand merges',
    workbook('', merges(many(200_000, (at) => `<mergeCell ref="A2:F${at + 9}"/>`))),
    'any',
  ],
  [
    'a rule over whole columns',
    workbook(
      '',
      '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
    ),
    'preview',
  ],
  ['a formatted row at the end of the world', workbook('<row r="1048576" s="1" customFormat="1"/>'), 'preview'],
  ['a million rows', workbook(many(1_000_000, (at) => `<row r="${at + 2}"><c><v>1</v></c></row>`)), 'file-refused'],
  [
    'thirty thousand rows without what they need',
    workbook(many(30_000, (at) => `<row r="${at + 2}"><c><v>1</v></c></row>`)),
    'refused',
  ],
  ['entities', workbook('', '', '<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;&b;">]>'), 'file-refused'],
  [
    'formulas that lean on one another',
    workbook(
      many(
        20_000,
        (at) =>
          `<row r="${at + 2}"><c><f t="shared" si="0"${at === 0 ? ' ref="A2:A20001"' : ''}>${at === 0 ? 'B2+'.repeat(200) : ''}1</f></c></row>`,
      ),
    ),
    'any',
  ],
];
