import { type RosterRowDetail, type RosterView, files, rosterRows, rosters } from '@jikaotong/shared/contract';
import {
  applicationStateWord,
  cellProblemSentence,
  remarkFieldWord,
  rowConfirmationWord,
  rowStandingWord,
} from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import {
  type Refusal,
  back,
  chooseDocument,
  confirm,
  fileAddress,
  openFile,
  toast,
  upload,
  useAnswer,
  useCommand,
} from '../../platform';
import {
  BigButton,
  Cell,
  DayField,
  Group,
  Heading,
  Loaded,
  NoticeBar,
  Page,
  PickField,
  Picture,
  RefusalMessage,
  TextField,
} from '../../ui';

/** One person of a roster, in the columns of the sheet; without `rowId` a new one. */
export function RowScreen({ id, rowId }: { id: string; rowId: string | null }) {
  const roster = useAnswer(rosters.getRoster, { params: { id } });
  if (roster.state !== 'ready')
    return (
      <Page>
        <Loaded answer={roster}>{() => null}</Loaded>
      </Page>
    );
  return rowId === null ? <RowForm roster={roster.data} row={null} /> : <KnownRow roster={roster.data} rowId={rowId} />;
}

function KnownRow({ roster, rowId }: { roster: RosterView; rowId: string }) {
  const answer = useAnswer(rosterRows.getRosterRow, { params: { id: roster.id, rowId } });
  return answer.state === 'ready' ? (
    <RowForm key={answer.data.version} roster={roster} row={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

type Part = { roster: RosterView; row: RosterRowDetail };

function RowForm({ roster, row }: { roster: RosterView; row: RosterRowDetail | null }) {
  const [values, setValues] = useState<Readonly<Record<string, string>>>(row?.values ?? {});
  const add = useCommand(rosterRows.addRosterRow);
  const change = useCommand(rosterRows.changeRosterRow);
  const refusal = add.refusal ?? change.refusal;
  const isOpen = row === null || row.state === 'draft' || row.state === 'returned';
  const save = async () => {
    const told = Object.fromEntries(roster.columns.map(({ key }) => [key, values[key] ?? '']));
    const reply = row
      ? await change.run({ params: { id: roster.id, rowId: row.id }, body: { values: told } }, { ifMatch: row.version })
      : await add.run({ params: { id: roster.id }, body: { values: told } });
    if (!reply.ok) return;
    toast('已保存');
    if (row === null) back();
  };
  const faults = problemsIn(refusal);
  return (
    <Page
      action={
        isOpen ? (
          <BigButton id="save-row" text="保存" busy={add.busy || change.busy} onTap={() => void save()} />
        ) : undefined
      }
    >
      <Heading title={row ? row.name : '添加一人'}>
        {row ? (isOpen ? rowStandingWord(row.standing) : applicationStateWord(row.state)) : '与证件一致'}
      </Heading>
      {row ? <RowState row={row} /> : null}
      <RefusalMessage refusal={refusal} />
      {row && isOpen ? <RowPapers roster={roster} row={row} /> : null}
      <Group title="本人信息">
        {roster.columns.map(({ key, header, kind, choices, required }) => {
          const field = {
            id: `row-${key}`,
            label: required ? header : `${header}（选填）`,
            error: faults.get(key) ?? null,
          };
          const put = (text: string) => setValues((known) => ({ ...known, [key]: text }));
          const value = values[key] ?? '';
          if (!isOpen) return <Cell key={key} title={header} value={value} />;
          if (choices.length > 0)
            return (
              <PickField
                key={key}
                {...field}
                options={choices.map((choice) => ({ key: choice, text: choice }))}
                value={value === '' ? null : value}
                onChange={put}
              />
            );
          return kind === 'day' ? (
            <DayField key={key} {...field} value={value === '' ? null : value} onChange={put} />
          ) : (
            <TextField key={key} {...field} maxlength={80} value={value} onChange={put} />
          );
        })}
      </Group>
    </Page>
  );
}

function RowState({ row }: { row: RosterRowDetail }) {
  return (
    <>
      {row.remarks.length > 0 ? (
        <NoticeBar tone="warn" title="协会退回，请修改后再提交">
          {row.remarks.map(({ field, text }) => (
            <View key={field}>
              {remarkFieldWord.any(field)}：{text}
            </View>
          ))}
        </NoticeBar>
      ) : null}
      {row.rejection ? (
        <NoticeBar tone="stop" title="没有通过">
          {row.rejection}
        </NoticeBar>
      ) : null}
      {row.reasons.length > 0 ? (
        <NoticeBar tone={row.standing === 'ineligible' ? 'stop' : 'warn'} title={rowStandingWord(row.standing)}>
          {row.reasons.map((reason) => (
            <View key={reason}>{reason}</View>
          ))}
        </NoticeBar>
      ) : null}
    </>
  );
}

/** The photo, and the form that the member signs. */
function RowPapers({ roster, row }: Part) {
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
    const yes = await confirm({ title: '移出名单', text: `${row.name}不再由本单位报名。`, yes: '移出' });
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
          note={row.confirmed ? rowConfirmationWord(row.confirmed) : '签字表代表本人确认；改了信息要重新签'}
          value={row.confirmed ? '已确认' : '上传'}
          onTap={() => void send('document')}
        />
        {row.claimed ? null : <Cell id="row-remove" title="移出名单" onTap={() => void drop()} />}
      </Group>
      <RefusalMessage refusal={refusal ?? change.refusal ?? takeForm.refusal ?? remove.refusal} />
    </>
  );
}

/** What the server said of each column. */
function problemsIn(refusal: Refusal | null): ReadonlyMap<string, string> {
  const problems: unknown = refusal?.data['problems'];
  const found = new Map<string, string>();
  if (!Array.isArray(problems)) return found;
  for (const one of problems) {
    const { key, code, value }: { key?: unknown; code?: unknown; value?: unknown } = Object(one);
    if (typeof key === 'string' && typeof code === 'string') found.set(key, cellProblemSentence(code, { value }));
  }
  return found;
}
