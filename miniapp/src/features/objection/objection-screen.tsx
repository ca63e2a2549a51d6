import { OBJECTION_SUBJECTS, type ObjectionSubject, objections } from '@jikaotong/shared/contract';
import { objectionSubjectWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { type Refusal, call } from '../../platform';
import { BigButton, Choices, Group, Heading, NoticeBar, Page, ProseField, TextField } from '../../ui';
import { PhoneCodeFields, usePhoneCode } from '../account';
import { Filed } from './filed';

/** Anybody objects to one line of a public list, by a phone that a code proves. */
export function ObjectionScreen({ sessionId, ticket }: { sessionId: string; ticket: string }) {
  const typed = usePhoneCode();
  const [ticketNumber, setTicketNumber] = useState(ticket);
  const [subject, setSubject] = useState<ObjectionSubject | null>(null);
  const [reasons, setReasons] = useState('');
  const [name, setName] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [receipt, setReceipt] = useState<string | null>(null);
  if (receipt !== null) return <Filed receipt={receipt} />;

  const faults = {
    ticketNumber: ticketNumber.trim() === '' ? '请填写名单里的准考证号' : null,
    reasons: reasons.trim().length < 5 ? '请写清楚是什么情况' : null,
    name: name.trim() === '' ? '请填写您的姓名' : null,
  };
  const send = async () => {
    setShown(true);
    const isProven = typed.isWhole();
    if (!isProven || subject === null || Object.values(faults).some((fault) => fault !== null)) return;
    setBusy(true);
    const reply = await call(objections.fileObjection, {
      params: { id: sessionId },
      body: { ticketNumber, subject, reasons, name, phone: typed.phone, code: typed.code },
    });
    setBusy(false);
    setRefusal(reply.ok ? null : reply);
    if (reply.ok) setReceipt(reply.data.receipt);
  };
  return (
    <Page action={<BigButton id="file-objection" text="提交异议" busy={busy} onTap={() => void send()} />}>
      <Heading title="对公示名单提出异议">
        不用登录。您的姓名和手机号只有核查的工作人员能看到；提交后得到回执号，凭回执号查答复。
      </Heading>
      <Group>
        <TextField
          id="objection-ticket"
          label="名单里的准考证号"
          value={ticketNumber}
          maxlength={24}
          error={shown ? faults.ticketNumber : null}
          onChange={setTicketNumber}
        />
      </Group>
      <Group title="什么情况">
        <Choices
          label="什么情况"
          options={OBJECTION_SUBJECTS.map((key) => ({ key, text: objectionSubjectWord(key) }))}
          value={subject}
          onChoose={setSubject}
        />
        {shown && subject === null ? <NoticeBar tone="stop">请选择是什么情况</NoticeBar> : null}
        <ProseField
          id="objection-reasons"
          label="具体说明"
          value={reasons}
          placeholder="时间、地点、您看到或知道的事实"
          maxlength={600}
          error={shown ? faults.reasons : null}
          onChange={setReasons}
        />
      </Group>
      <Group title="您是谁" foot="照片、文件等证据，提交后可以添加。">
        <TextField
          id="objection-name"
          label="您的姓名"
          value={name}
          maxlength={60}
          autocomplete="name"
          error={shown ? faults.name : null}
          onChange={setName}
        />
      </Group>
      <PhoneCodeFields of={typed} refusal={refusal} onChange={() => setRefusal(null)} />
    </Page>
  );
}
