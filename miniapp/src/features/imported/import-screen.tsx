import { IMPORTED_KINDS, type ImportedKind, importedRecords } from '@jikaotong/shared/contract';
import { importedKindWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, openFile } from '../../platform';
import { BigButton, Card, Chips, Heading, NoticeBar, Page, RefusalMessage } from '../../ui';
import { SheetImport } from '../sheet';

const SHEETS = {
  ban: importedRecords.bansSheet,
  pass: importedRecords.passesSheet,
  certificate: importedRecords.certificatesSheet,
} as const satisfies Record<ImportedKind, unknown>;

const WHAT: Readonly<Record<ImportedKind, string>> = {
  ban: '一人一行。核对后，期限内不能报名、参赛；正在办的报名会停办。',
  pass: '一次考试一行。核对后，本人凭准考证号或手机号找回，只考没有合格的科目。',
  certificate: '一证一行。核对后，任何人可以凭编号和姓名查验。',
};

/** Brings in what a body has from before, a kind at a time: a template out, a filled sheet in. */
export function ImportScreen({ bodyId }: { bodyId: string }) {
  const [kind, setKind] = useState<ImportedKind>('pass');
  const [fetching, setFetching] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const fetchTemplate = async () => {
    setFetching(true);
    const reply = await openFile(
      importedRecords.downloadImportTemplate,
      { params: { id: bodyId, kind } },
      { name: `从前的${importedKindWord(kind)}模板`, kind: 'xlsx' },
    );
    setFetching(false);
    setRefusal(reply.ok ? null : reply);
  };
  return (
    <Page>
      <Heading title="导入从前的记录">写明每条来自哪本台账；导入后由另一人核对才生效。</Heading>
      <Card>
        <Chips
          id="imported-kind"
          label="哪一种"
          options={IMPORTED_KINDS.map((key) => ({ key, text: importedKindWord(key) }))}
          value={kind}
          onChoose={setKind}
        />
        <View>{WHAT[kind]}</View>
      </Card>
      <BigButton
        id="import-template"
        text="下载模板（Excel）"
        tone="plain"
        busy={fetching}
        onTap={() => void fetchTemplate()}
      />
      <RefusalMessage refusal={refusal} />
      <SheetImport
        key={kind}
        id="imported-upload"
        endpoints={SHEETS[kind]}
        subjectId={bodyId}
        unit="条"
        extensions={['xlsx', 'csv']}
        closed={null}
      />
      <NoticeBar tone="info">同一条再导入一次不会重复；内容有变的会列出原来和现在，核对前仍按原来的执行。</NoticeBar>
    </Page>
  );
}
