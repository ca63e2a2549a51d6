import { type ListDifference, SheetProblem, registrations } from '@jikaotong/shared/contract';
import { cellProblemSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { type PropsWithChildren, useState } from 'react';
import * as z from 'zod/mini';
import { IN_WECHAT, type LocalFile, type Refusal, chooseFile, openBytes, openFile, toast } from '../../platform';
import { BigButton, Card, Cell, Check, Group, No, NoticeBar, TextButton } from '../../ui';
import { useStaff, useUpload } from '../staff';
import './contest.scss';

/** The list of the site where people register: what it would change is shown before it is taken. */
export function ListImport({ noticeId }: { noticeId: string }) {
  const { may } = useStaff();
  const [file, setFile] = useState<LocalFile | null>(null);
  const [difference, setDifference] = useState<ListDifference | null>(null);
  const [problems, setProblems] = useState<readonly SheetProblem[]>([]);
  const [marked, setMarked] = useState<string | null>(null);
  const [drops, setDrops] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const params = { id: noticeId };
  const look = useUpload(registrations.importList, { params, query: { apply: 'no', gone: 'keep' } });
  const take = useUpload(registrations.importList, {
    params,
    query: { apply: 'yes', gone: drops ? 'withdraw' : 'keep' },
  });
  if (!may(registrations.importList)) return null;

  const choose = async () => {
    const chosen = await chooseFile(['xlsx', 'csv']);
    if (!chosen) return;
    setFile(chosen);
    setDrops(false);
    await send(look, chosen);
  };
  const send = async (way: typeof look, chosen: LocalFile) => {
    const reply = await way.run(chosen);
    setDifference(reply.ok ? reply.data : null);
    setProblems(reply.ok ? [] : problemsIn(reply.data));
    const sheet = reply.ok ? null : reply.data['marked'];
    setMarked(typeof sheet === 'string' ? sheet : null);
  };
  const fetchTemplate = async () => {
    const reply = await openFile(
      registrations.downloadListTemplate,
      { params },
      { name: '官网报名名单', kind: 'xlsx' },
    );
    setRefusal(reply.ok ? null : reply);
  };
  return (
    <>
      <Card>
        <View>从报名官网导出名单，核对列名后上传（Excel 或 CSV）。可以反复上传，不会重复。</View>
        <TextButton id="list-template" text="下载名单模板" onTap={() => void fetchTemplate()} />
        <BigButton
          id="list-upload"
          text={IN_WECHAT ? '从聊天里选名单' : '上传官网名单'}
          tone={difference && !difference.applied ? 'plain' : 'primary'}
          busy={look.busy}
          onTap={() => void choose()}
        />
      </Card>
      {problems.length === 0 ? (
        <No refusal={refusal ?? look.refusal ?? take.refusal} />
      ) : (
        <Problems of={problems} marked={marked} />
      )}
      {difference ? (
        <Difference of={difference} drops={drops} onDrops={setDrops}>
          {file && !difference.applied ? (
            <BigButton id="list-apply" text="确认导入" busy={take.busy} onTap={() => void send(take, file)} />
          ) : null}
        </Difference>
      ) : null}
    </>
  );
}

type DifferenceProps = PropsWithChildren<{ of: ListDifference; drops: boolean; onDrops: (drops: boolean) => void }>;

function Difference({ of, drops, onDrops, children }: DifferenceProps) {
  const { applied, added, changed, unchanged, gone, matched } = of;
  const names = (people: readonly { name: string; documentNumberMasked: string }[]) =>
    people
      .slice(0, SHOWN)
      .map(({ name, documentNumberMasked }) => `${name}（${documentNumberMasked.slice(-4)}）`)
      .join('、') + (people.length > SHOWN ? ` 等` : '');
  return (
    <>
      {applied ? <NoticeBar tone="go" title="名单已导入" /> : null}
      <Group title={applied ? '导入结果' : '导入后会有这些变化'}>
        <Cell title="新增" value={`${added.length} 人`} note={names(added)} />
        <Cell
          title="有改动"
          value={`${changed.length} 人`}
          note={changed
            .slice(0, SHOWN)
            .map(({ name, columns }) => `${name}：${columns.join('、')}`)
            .join('；')}
        />
        <Cell title="没有变化" value={`${unchanged} 人`} />
        <Cell title="名单里没有了" value={`${gone.length} 人`} note={names(gone)} />
        <Cell title="与自己的记录对上" value={`${matched} 人`} />
        {gone.length > 0 && !applied ? (
          <Check id="list-drops" text="把名单里没有了的人移出报名名单" checked={drops} onChange={onDrops} />
        ) : null}
      </Group>
      {applied ? null : <View className="contest__go">{children}</View>}
    </>
  );
}

const SHOWN = 20;

function Problems({ of, marked }: { of: readonly SheetProblem[]; marked: string | null }) {
  const take = async (sheet: string) => {
    if (!(await openBytes(sheet, { name: '官网名单-标出错误', kind: 'xlsx' }))) toast('没有打开，请按下面的说明改');
  };
  return (
    <Group
      title={`表里有 ${of.length} 处要改，没有导入任何人`}
      foot={marked ? <TextButton id="list-marked" text="下载标出错误的表格" onTap={() => void take(marked)} /> : null}
    >
      {of.slice(0, 50).map(({ row, column, code, value }) => (
        <Cell
          key={`${row} ${column} ${code}`}
          title={`第 ${row} 行${column ? `　${column}` : ''}`}
          note={cellProblemSentence(code, { value })}
        />
      ))}
    </Group>
  );
}

function problemsIn(data: Readonly<Record<string, unknown>>): readonly SheetProblem[] {
  const read = z.safeParse(z.array(SheetProblem), data['problems']);
  return read.success ? read.data : [];
}
