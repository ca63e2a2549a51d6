import { MOST_NOTICE_CHARS, MOST_RAW_CHARS, publishing } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { replace, useCommand } from '../../platform';
import { BigButton, Heading, RefusalMessage, Page } from '../../ui';
import { FileProblems, problemsIn } from './file-problems';
import { TextPart } from './text-part';

/** A notice file and its printed text come in; what is wrong is told line by line, and then nothing was taken. */
export function ImportScreen() {
  const [yaml, setYaml] = useState<string | null>(null);
  const [rawText, setRawText] = useState<string | null>(null);
  const take = useCommand(publishing.importNotice);
  const problems = take.refusal ? problemsIn(take.refusal.data) : [];
  const go = async () => {
    if (yaml === null) return;
    const given = rawText === null || rawText.trim() === '' ? null : rawText;
    const reply = await take.run({ body: { yaml, rawText: given } });
    if (reply.ok) replace('/packages/publishing/notice-draft/index', { id: reply.data.id });
  };
  return (
    <Page
      action={
        <BigButton
          id="import-go"
          text={take.busy ? '正在检查' : '检查并导入'}
          busy={take.busy}
          waitsFor={(yaml === null || yaml.trim() === '') && '请先选通知文件'}
          onTap={() => void go()}
        />
      }
    >
      <Heading title="导入通知">导入后只是草稿，考生看不到；发布之前随时可以换一份或放弃。</Heading>
      {problems.length > 0 ? <FileProblems problems={problems} /> : <RefusalMessage refusal={take.refusal} />}
      <TextPart
        id="notice"
        title="通知文件"
        hint="YAML 格式，文件名以 .yaml 结尾"
        extensions={['yaml', 'yml', 'txt']}
        most={MOST_NOTICE_CHARS}
        text={yaml}
        onText={setYaml}
        onFile={take.forget}
      />
      <TextPart
        id="raw"
        title="通知原文"
        hint="文字版（txt），用来逐句核对引文。更新已有的通知而原文没有变，可以不选"
        extensions={['txt']}
        most={MOST_RAW_CHARS}
        text={rawText}
        onText={setRawText}
        onFile={take.forget}
      />
    </Page>
  );
}
