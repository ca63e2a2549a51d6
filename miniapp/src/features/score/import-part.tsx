import { type StaffSessionView, results } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type LocalFile, type Refusal, IN_WECHAT, chooseFile, openFile, toast } from '../../platform';
import { BigButton, Card, No, NoticeBar } from '../../ui';
import { useUpload } from '../staff';
import { SheetProblems } from './sheet-problems';
import { type SheetProblem, problemsIn } from './problems-in';

type Done = { readonly recorded: number; readonly unchanged: number; readonly absent: number };
type Props = { session: StaffSessionView; ticketed: number | null; today: LocalDate };

/** The template goes out and comes back filled; what is wrong is told row by row, and then nothing was taken. */
export function ImportPart({ session, ticketed, today }: Props) {
  const [fetching, setFetching] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [problems, setProblems] = useState<readonly SheetProblem[]>([]);
  const params = { id: session.id };
  const send = useUpload(results.importScores, { params });

  const early = today < session.examEnd ? `${dayWords(session.examEnd, today)} 考试当天起可以上传` : null;
  const fetchTemplate = async () => {
    setFetching(true);
    const name = `${session.name}成绩模板`;
    const reply = await openFile(results.downloadScoreTemplate, { params }, { name, kind: 'xlsx' });
    setFetching(false);
    setRefusal(reply.ok ? null : reply);
    if (reply.ok && !IN_WECHAT) toast('已下载');
  };
  const take = async (file: LocalFile) => {
    setDone(null);
    setProblems([]);
    setRefusal(null);
    const reply = await send.run(file);
    if (reply.ok) setDone(reply.data);
    else setProblems(problemsIn(reply.data));
  };
  const choose = async () => {
    const file = await chooseFile(['xlsx']);
    if (file) await take(file);
  };
  return (
    <>
      <Card>
        <View className="import__step">1 下载模板，每名考生一行、每科一列</View>
        <BigButton
          id="score-template"
          text={ticketed === 0 ? '发放准考证后才能下载' : '下载成绩模板（Excel）'}
          tone="plain"
          busy={fetching}
          disabled={ticketed === 0}
          onTap={() => void fetchTemplate()}
        />
        <View className="import__step">2 填 0 到 100，缺考填“缺考”，然后上传</View>
        <BigButton
          id="score-upload"
          text={early ?? (send.busy ? '正在导入' : IN_WECHAT ? '从聊天里选填好的表' : '上传填好的表')}
          tone={done ? 'plain' : 'primary'}
          busy={send.busy}
          disabled={ticketed === 0 || early !== null}
          onTap={() => void choose()}
        />
      </Card>
      {problems.length === 0 ? <No refusal={refusal ?? send.refusal} /> : null}
      <SheetProblems problems={problems} />
      {done ? (
        <NoticeBar tone="go" title="已导入">
          新登记 {done.recorded} 个成绩，其中缺考 {done.absent} 个；没有变化 {done.unchanged} 个。请在下面核对。
        </NoticeBar>
      ) : null}
    </>
  );
}
