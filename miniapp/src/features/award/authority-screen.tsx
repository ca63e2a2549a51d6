import { AUTHORITY_SHEET_KINDS, type AuthoritySheetKind, authoritySheets, sessions } from '@jikaotong/shared/contract';
import { authoritySheetKindWord, photoNameWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { IN_WECHAT, type Refusal, chooseFile, open, openFile, useAnswer, useOnShow } from '../../platform';
import {
  BigButton,
  Cell,
  Empty,
  Group,
  Heading,
  Loaded,
  Page,
  PickField,
  RefusalMessage,
  Tag,
  TextField,
} from '../../ui';
import { useUpload } from '../staff';

/** The sheets that authorities want: each mapped once, then filled with a session at a tap. */
export function AuthorityScreen({ sessionId }: { sessionId: string }) {
  const session = useAnswer(sessions.getStaffSession, { params: { id: sessionId } });
  return session.state === 'ready' ? (
    <SheetsOf bodyId={session.data.bodyId} sessionId={sessionId} sessionName={session.data.name} />
  ) : (
    <Page>
      <Loaded answer={session}>{() => null}</Loaded>
    </Page>
  );
}

function SheetsOf({ bodyId, sessionId, sessionName }: { bodyId: string; sessionId: string; sessionName: string }) {
  const answer = useAnswer(authoritySheets.listAuthoritySheets, { params: { id: bodyId } });
  useOnShow(() => (answer.state === 'ready' ? answer.refresh() : undefined));
  const [kind, setKind] = useState<AuthoritySheetKind>('certificates');
  const send = useUpload(authoritySheets.uploadAuthoritySheet, { params: { id: bodyId }, query: { kind } });
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const add = async () => {
    const file = await chooseFile(['xlsx', 'csv']);
    if (!file) return;
    const reply = await send.run(file);
    if (reply.ok) open('/packages/award/authority-map/index', { id: reply.data.id });
  };
  const query = { reason: reason.trim() };
  const isTold = query.reason !== '';
  const take = async (sheetId: string, name: string) => {
    const params = { id: sessionId, sheetId };
    const reply = await openFile(authoritySheets.exportAuthoritySheet, { params, query }, { name, kind: 'xlsx' });
    setRefusal(reply.ok ? null : reply);
  };
  const takePhotos = async (sheetId: string, name: string) => {
    const params = { id: sessionId, sheetId };
    const reply = await openFile(authoritySheets.exportAuthorityPhotos, { params, query }, { name, kind: 'zip' });
    setRefusal(reply.ok ? null : reply);
  };
  return (
    <Page>
      <Heading title="上报表">{sessionName}</Heading>
      <RefusalMessage refusal={refusal} />
      <Loaded answer={answer} rows={3}>
        {({ items }) => (
          <>
            {items.length === 0 ? (
              <Empty title="还没有表样">把主管部门发的空表传上来，逐列对一次，以后每一批直接导出。</Empty>
            ) : (
              <Group foot="表里有证件号码等个人信息，导出会记入操作记录。">
                <TextField id="authority-reason" label="导出用途" value={reason} maxlength={200} onChange={setReason} />
              </Group>
            )}
            {items.map(({ id, name, kind: about, ready, photoName }) => (
              <Group key={id} title={name}>
                <Cell
                  id={`map-${id}`}
                  title={authoritySheetKindWord(about)}
                  note={ready ? '各列已对好，可以导出' : '还有列没有对上，对好后才能导出'}
                  value={<Tag text={ready ? '可导出' : '草稿'} tone={ready ? 'go' : 'warn'} />}
                  onTap={() => open('/packages/award/authority-map/index', { id })}
                />
                {ready ? (
                  <Cell
                    id={`export-${id}`}
                    title="导出这一批"
                    note={isTold ? 'Excel，列的顺序与空表一致' : '先填导出用途'}
                    {...(isTold && { onTap: () => void take(id, name) })}
                  />
                ) : null}
                {ready && photoName !== null ? (
                  <Cell
                    id={`photos-${id}`}
                    title="导出照片"
                    note={isTold ? photoNameWord(photoName) : '先填导出用途'}
                    {...(isTold && { onTap: () => void takePhotos(id, `${name}-照片`) })}
                  />
                ) : null}
              </Group>
            ))}
            <Group title="添加一张表" foot="传主管部门发的空表（.xlsx），表头会原样保留，不认识的列也不会丢。">
              <PickField
                id="authority-kind"
                label="上报什么"
                options={AUTHORITY_SHEET_KINDS.map((key) => ({ key, text: authoritySheetKindWord(key) }))}
                value={kind}
                onChange={setKind}
              />
            </Group>
            <RefusalMessage refusal={send.refusal} />
            <BigButton
              id="authority-upload"
              text={send.busy ? '正在读取' : IN_WECHAT ? '从聊天里选空表' : '上传空表'}
              tone="plain"
              busy={send.busy}
              onTap={() => void add()}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}
