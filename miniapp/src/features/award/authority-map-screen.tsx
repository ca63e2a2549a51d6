import {
  AUTHORITY_FIELDS,
  type AuthoritySheetView,
  type AuthoritySource,
  EXTRA_QUESTIONS,
  PHOTO_NAMES,
  type PhotoName,
  authoritySheets,
} from '@jikaotong/shared/contract';
import { authorityFieldWord, extraQuestionWord, photoNameWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { back, confirm, toast, useAnswer, useCommand } from '../../platform';
import {
  BigButton,
  Group,
  Heading,
  Loaded,
  NoticeBar,
  Page,
  PickField,
  ProseField,
  RefusalMessage,
  TextButton,
  TextField,
} from '../../ui';
import { codesIn, codesText, keyOf, sourceOf } from './source-key';

/** Says of each column of an authority's sheet where its cells come from; once, and none is dropped. */
export function AuthorityMapScreen({ id }: { id: string }) {
  const answer = useAnswer(authoritySheets.getAuthoritySheet, { params: { id } });
  return answer.state === 'ready' ? (
    <MapForm key={answer.data.version} sheet={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

const OPTIONS = [
  { key: 'unmapped', text: '还没有对' },
  ...AUTHORITY_FIELDS.map((field) => ({ key: `field:${field}`, text: authorityFieldWord(field) })),
  ...EXTRA_QUESTIONS.map((question) => ({
    key: `question:${question}`,
    text: `${extraQuestionWord(question)}（问考生）`,
  })),
  { key: 'fixed', text: '固定内容' },
  { key: 'blank', text: '留空，导出后手填' },
];
const NO_PHOTOS = 'none';

function MapForm({ sheet }: { sheet: AuthoritySheetView }) {
  const [name, setName] = useState(sheet.name);
  const [sources, setSources] = useState<readonly AuthoritySource[]>(sheet.columns.map(({ source }) => source));
  const [photoName, setPhotoName] = useState<PhotoName | null>(sheet.photoName);
  const save = useCommand(authoritySheets.mapAuthoritySheet);
  const remove = useCommand(authoritySheets.deleteAuthoritySheet);
  const left = sources.filter(({ from }) => from === 'unmapped').length;
  const asks = sources.some(({ from }) => from === 'question');
  const change = (at: number, source: AuthoritySource) =>
    setSources(sources.map((one, place) => (place === at ? source : one)));
  const go = async () => {
    const body = { version: sheet.version, name, sources: [...sources], photoName };
    if (!(await save.run({ params: { id: sheet.id }, body })).ok) return;
    toast(left === 0 ? '已对好，可以导出' : `已保存，还有 ${left} 列没有对`);
    back();
  };
  const drop = async () => {
    if (!(await confirm({ title: '删除这张表', text: '以后要用得重新上传、重新对列。', yes: '删除', danger: true })))
      return;
    if ((await remove.run({ params: { id: sheet.id } })).ok) back();
  };
  return (
    <Page
      action={
        <BigButton
          id="save-map"
          text={left === 0 ? '保存' : `保存（还有 ${left} 列没有对）`}
          busy={save.busy}
          waitsFor={name.trim() === '' && '请先填表的名称'}
          onTap={() => void go()}
        />
      }
    >
      <Heading title="对应各列">每一列从哪里来，对一次，以后各批次都照此导出。</Heading>
      {asks ? (
        <NoticeBar tone="info">标了“问考生”的，会请考生自愿填写并说明用途；没有填的留空，不影响报名考试。</NoticeBar>
      ) : null}
      <RefusalMessage refusal={save.refusal ?? remove.refusal} />
      <Group>
        <TextField id="sheet-name" label="表的名称" value={name} maxlength={60} onChange={setName} />
        <PickField
          id="photo-name"
          label="照片文件怎么命名"
          options={[
            { key: NO_PHOTOS, text: '不要照片' },
            ...PHOTO_NAMES.map((key) => ({ key, text: photoNameWord(key) })),
          ]}
          value={photoName ?? NO_PHOTOS}
          onChange={(key) => setPhotoName(PHOTO_NAMES.find((one) => one === key) ?? null)}
        />
      </Group>
      {sheet.columns.map(({ header }, at) => (
        // two columns may bear one header: only the place tells them apart
        <ColumnPart
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          at={at}
          header={header}
          source={sources[at] ?? { from: 'unmapped' }}
          onChange={(source) => change(at, source)}
        />
      ))}
      <TextButton id="delete-sheet" text="删除这张表" onTap={() => void drop()} />
    </Page>
  );
}

type ColumnProps = {
  at: number;
  header: string;
  source: AuthoritySource;
  onChange: (source: AuthoritySource) => void;
};

function ColumnPart({ at, header, source, onChange }: ColumnProps) {
  const [codes, setCodes] = useState(codesText(source));
  const has = source.from === 'field' || source.from === 'question';
  return (
    <Group title={`第 ${at + 1} 列　${header === '' ? '（没有表头）' : header}`}>
      <PickField
        id={`column-${at}`}
        label="内容来自"
        options={OPTIONS}
        value={keyOf(source)}
        onChange={(key) => onChange(sourceOf(key))}
      />
      {source.from === 'fixed' ? (
        <TextField
          id={`fixed-${at}`}
          label="固定内容"
          value={source.text}
          maxlength={120}
          onChange={(text) => onChange({ from: 'fixed', text })}
        />
      ) : null}
      {has ? (
        <ProseField
          id={`codes-${at}`}
          label="换成代码（可不填）"
          placeholder="每行一个，如 男=1"
          value={codes}
          maxlength={2000}
          onChange={(text) => {
            setCodes(text);
            onChange({ ...source, codes: codesIn(text) });
          }}
        />
      ) : null}
    </Group>
  );
}
