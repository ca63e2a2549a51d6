import { type ExportView, type PersonalDataView, personalData } from '@jikaotong/shared/contract';
import { useEffect, useState } from 'react';
import { type Refusal, openFile, queryClient, useAnswer, useCommand } from '../../platform';
import { BigButton, Card, Group, NoticeBar, RefusalMessage } from '../../ui';

/** A copy of everything, made in the background and fetched while it lasts. */
export function ExportGroup({ view }: { view: PersonalDataView }) {
  const { lastExport, exportsLeft } = view;
  const request = useCommand(personalData.requestExport);
  const isReady = lastExport?.state === 'ready';
  return (
    <Group title="导出" foot="压缩包里有全部数据、您上传的文件、准考证和证书。生成后保留一天，只有您登录后能下载。">
      <Card>
        {lastExport?.state === 'waiting' ? <Making of={lastExport} /> : null}
        {lastExport?.state === 'failed' ? <NoticeBar tone="warn">上次导出没有成功，请再试一次。</NoticeBar> : null}
        {isReady ? <Fetch of={lastExport} /> : null}
        {lastExport?.state === 'waiting' ? null : (
          <BigButton
            id="request-export"
            text={isReady ? '重新导出' : '导出我的个人信息'}
            tone={isReady ? 'plain' : 'primary'}
            busy={request.busy}
            waitsFor={exportsLeft === 0 && '今天的次数已用完，请明天再来'}
            onTap={() => void request.run({})}
          />
        )}
        <RefusalMessage refusal={request.refusal} />
      </Card>
    </Group>
  );
}

function Making({ of: { id, done, total } }: { of: ExportView }) {
  const answer = useAnswer(personalData.getExport, { params: { id } }, { everyMs: 2000 });
  const now = answer.state === 'ready' ? answer.data : null;
  const isOver = now !== null && now.state !== 'waiting';
  useEffect(() => {
    if (isOver) void queryClient.invalidateQueries({ queryKey: [personalData.getPersonalData.name] });
  }, [isOver]);
  const of = now?.total ?? total;
  return (
    <NoticeBar tone="info">
      {of > 0 ? `正在生成，已完成 ${now?.done ?? done} / ${of}` : '正在生成，请稍候'}。可以离开本页，稍后回来下载。
    </NoticeBar>
  );
}

function Fetch({ of: { id, bytes } }: { of: ExportView }) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const fetch = async () => {
    setBusy(true);
    const reply = await openFile(
      personalData.downloadExport,
      { params: { id } },
      { name: '我的个人信息', kind: 'zip' },
    );
    setBusy(false);
    setRefusal(reply.ok ? null : reply);
  };
  return (
    <>
      <BigButton id="download-export" text={`下载${sizeWords(bytes)}`} busy={busy} onTap={() => void fetch()} />
      <RefusalMessage refusal={refusal} />
    </>
  );
}

const sizeWords = (bytes: number | null): string =>
  bytes === null
    ? ''
    : `（${bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`}）`;
