import {
  SCORE_COLUMN_MEANINGS,
  type ScoreColumnMeaning,
  type ScoreColumns,
  scoreColumns as contract,
} from '@jikaotong/shared/contract';
import { scoreColumnWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { IN_WECHAT, chooseFile, refreshScreens, toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Group, Heading, Loaded, NoticeBar, Page, PickField, RefusalMessage, TextButton } from '../../ui';
import { useUpload } from '../staff';
import './score.scss';

/** Says once what the columns of a computer test's result files hold; the next file is read by it. */
export function ScoreColumnsScreen({ sessionId }: { sessionId: string }) {
  const answer = useAnswer(contract.getScoreColumns, { params: { id: sessionId } });
  if (answer.state === 'ready')
    return <Columns key={answer.data.columns.map(({ id }) => id).join()} sessionId={sessionId} of={answer.data} />;
  return (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function Columns({ sessionId, of }: { sessionId: string; of: ScoreColumns }) {
  const params = { id: sessionId };
  const [changed, setChanged] = useState<Readonly<Record<string, ScoreColumnMeaning>>>({});
  const look = useUpload(contract.uploadScoreColumns, { params });
  const save = useCommand(contract.mapScoreColumns);
  const meant = of.columns.map((one) => ({ ...one, means: changed[one.id] ?? one.means }));
  const left = meant.filter(({ means }) => means === 'unmapped').length;
  const isChanged = meant.some(({ means }, at) => means !== of.columns[at]?.means);
  const choose = async () => {
    const file = await chooseFile(['xlsx', 'csv']);
    if (file && (await look.run(file)).ok) await refreshScreens();
  };
  const go = async () => {
    const reply = await save.run({ params, body: { columns: meant.map(({ id, means }) => ({ id, means })) } });
    if (reply.ok) toast(left === 0 ? '已保存，可以上传了' : `已保存，还有 ${left} 列没有对`);
  };
  const options = SCORE_COLUMN_MEANINGS.filter(
    (key) =>
      !SUBJECT_MEANINGS.includes(key) ||
      of.subjects.some((subject) => subject === key) ||
      meant.some(({ means }) => means === key),
  ).map((key) => ({ key, text: scoreColumnWord(key) }));
  const saves = isChanged || left > 0;
  return (
    <Page
      action={
        of.columns.length === 0 ? (
          <BigButton id="look-at-file" text={CHOOSE} busy={look.busy} onTap={() => void choose()} />
        ) : (
          <BigButton
            id="save-columns"
            text={left === 0 ? '保存' : `保存（还有 ${left} 列没有对）`}
            busy={save.busy}
            waitsFor={!saves && '没有改动'}
            onTap={() => void go()}
          />
        )
      }
    >
      <Heading title="机考文件对应列">
        机考系统导出的成绩文件，列名和我们的模板不一样。在这里对一次，以后同样的文件可以直接上传。
      </Heading>
      <RefusalMessage refusal={look.refusal ?? save.refusal} />
      {of.columns.length === 0 ? (
        <NoticeBar tone="info">先选一份机考成绩文件，只读它的列名，不会登记成绩。</NoticeBar>
      ) : (
        <>
          {left > 0 ? (
            <NoticeBar tone="warn">没有对的列会让整份文件停下来，不会悄悄丢掉；用不到的选“用不到”。</NoticeBar>
          ) : null}
          <Group title="文件里的列">
            {meant.map(({ id, header, means }) => (
              <PickField
                key={id}
                id={`column-${id}`}
                label={header}
                options={options}
                value={means}
                onChange={(key) => setChanged({ ...changed, [id]: key })}
              />
            ))}
          </Group>
          <View className="import__more">
            <TextButton id="look-at-file" text={`再${CHOOSE}`} onTap={() => void choose()} />
          </View>
        </>
      )}
    </Page>
  );
}

const SUBJECT_MEANINGS: readonly ScoreColumnMeaning[] = ['theory', 'skill', 'review'];
const CHOOSE = IN_WECHAT ? '从聊天里选一份机考成绩文件' : '选一份机考成绩文件';
