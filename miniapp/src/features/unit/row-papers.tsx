import { type RosterRowDetail, type RosterView, files, rosterRows } from '@jikaotong/shared/contract';
import { rowConfirmationWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { type Refusal, back, chooseDocument, confirm, fileAddress, openFile, upload, useCommand } from '../../platform';
import { Cell, Group, Picture, RefusalMessage } from '../../ui';

/** The photo, and the form that the member signs. */
export function RowPapers({ roster, row }: { roster: RosterView; row: RosterRowDetail }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isSending, setSending] = useState(false);
  const change = useCommand(rosterRows.changeRosterRow);
  const takeForm = useCommand(rosterRows.takeSignedForm);
  const remove = useCommand(rosterRows.removeRosterRow);
  const params = { id: roster.id, rowId: row.id };
  const send = async (purpose: 'photo' | 'document') => {
    const file = await chooseDocument();
    if (!file) return;
    setSending(true);
    const sent = await upload(files.uploadFile, { query: { purpose } }, file);
    setSending(false);
    setRefusal(sent.ok ? null : sent);
    if (!sent.ok) return;
    if (purpose === 'photo')
      await change.run({ params, body: { photoFileId: sent.data.id } }, { ifMatch: row.version });
    else await takeForm.run({ params, body: { fileId: sent.data.id, version: row.version } });
  };
  const print = async () => {
    const reply = await openFile(rosterRows.downloadRosterForm, { params }, { name: '申报表', kind: 'pdf' });
    setRefusal(reply.ok ? null : reply);
  };
  const drop = async () => {
    const yes = await confirm({ title: '移出名单', text: `${row.name}不再由本单位报名。`, yes: '移出', danger: true });
    if (yes && (await remove.run({ params })).ok) back();
  };
  return (
    <>
      <Group title="照片和本人确认">
        <Cell
          id="row-photo"
          title="证件照片"
          value={isSending ? '正在上传' : row.hasPhoto ? '已上传' : '上传'}
          onTap={() => void send('photo')}
        >
          {row.photoUrl ? <Picture src={fileAddress(row.photoUrl)} mode="aspectFit" label="证件照片" /> : null}
        </Cell>
        <Cell id="row-form" title="打印申报表" note="本人核对后签字" onTap={() => void print()} />
        <Cell
          id="row-signed"
          title="上传签字的申报表"
          note={row.confirmed ? rowConfirmationWord(row.confirmed) : '签字表代表本人确认；改了信息要重新确认'}
          value={row.confirmed ? '已确认' : '上传'}
          onTap={() => void send('document')}
        />
        {row.claimCode ? (
          <Cell
            id="row-code"
            title="认领码"
            note="只告诉本人。本人在“单位替我报了名”里填，手机号不对也能认领"
            value={row.claimCode.replace(/^.{4}/, '$& ')}
          />
        ) : null}
        {row.claimed ? null : <Cell id="row-remove" title="移出名单" onTap={() => void drop()} />}
      </Group>
      <RefusalMessage refusal={refusal ?? change.refusal ?? takeForm.refusal ?? remove.refusal} />
    </>
  );
}
