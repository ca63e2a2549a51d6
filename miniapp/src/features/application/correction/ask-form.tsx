import {
  type ApplicationView,
  CONTACT_FIELDS,
  CONTACT_LENGTHS,
  DOCUMENT_REASONS,
  type DocumentReason,
  type FileView,
  corrections,
  files,
} from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import { contactFieldWord, documentReasonWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, chooseDocument, toast, upload, useCommand } from '../../../platform';
import { BigButton, Check, Choices, Group, ProseField, TextField } from '../../../ui';
import { DocumentFields, ValidityFields } from '../identity/document-fields';
import { type IdentityField, type IdentityForm, formOf, readIdentity } from '../identity/identity-form';
import { faultWords } from '../identity/identity-words';
import { RefusalNote } from '../refusal-note';
import { type Part, askedOf, documentDiffers } from './asked-of';
import { EvidenceFiles } from './evidence-files';
import { NewPhoto } from './new-photo';

const PARTS: readonly { readonly key: Part; readonly text: string }[] = [
  { key: 'identity', text: '姓名或证件' },
  { key: 'phone', text: '手机号' },
  { key: 'photo', text: '证件照片' },
  ...CONTACT_FIELDS.map((key) => ({ key, text: contactFieldWord(key) })),
];
const MOST_FILES = 9;

type Props = { application: ApplicationView; notice: Notice; on: LocalDate; onDone: () => void };

/** Asks for a correction: what is to be put right, how, why, and what proves it. */
export function AskForm({ application, notice, on, onDone }: Props) {
  const { id, candidate: stored } = application;
  const [parts, setParts] = useState<readonly Part[]>([]);
  const [form, setForm] = useState<IdentityForm>(() => formOf(stored, notice.identity, { isDraft: false }));
  const [because, setBecause] = useState<DocumentReason | null>(null);
  const [photo, setPhoto] = useState<FileView | null>(null);
  const [evidence, setEvidence] = useState<readonly FileView[]>([]);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState<Refusal | null>(null);
  const ask = useCommand(corrections.askCorrection);
  const reading = readIdentity(form, { matrix: notice.identity, stored, on, examOn: application.examStart });
  const has = (part: Part) => parts.includes(part);
  const change = (part: Partial<IdentityForm>) => setForm((known) => ({ ...known, ...part }));
  const errorAt = (field: IdentityField) => {
    const fault = reading.faults[field];
    return fault && (tried || fault.code !== 'blank') ? faultWords(field, fault) : null;
  };
  const fields = { form, errorAt, onChange: change, onLeave: () => undefined };
  const wantsReason = has('identity') && documentDiffers({ form, stored });
  const asked = askedOf({ parts, form, reading, stored, because, photoFileId: photo?.id ?? null });

  const add = async () => {
    setFailed(null);
    const file = await chooseDocument();
    if (!file) return;
    setSending(true);
    const sent = await upload(files.uploadFile, { query: { purpose: 'document' } }, file);
    setSending(false);
    if (sent.ok) setEvidence((known) => [...known, sent.data]);
    else setFailed(sent);
  };
  const send = async () => {
    setTried(true);
    if (!asked || parts.length === 0 || reason.trim() === '') return;
    const body = { ...asked, reason: reason.trim(), evidenceFileIds: evidence.map((file) => file.id) };
    const reply = await ask.run({ params: { id }, body });
    if (!reply.ok) return;
    toast('已提交，办理后会通知您');
    onDone();
  };
  return (
    <>
      <Group title="哪里要更正">
        {PARTS.map(({ key, text }) => (
          <Check
            key={key}
            id={`correct-${key}`}
            text={text}
            checked={has(key)}
            onChange={(yes) => setParts(yes ? [...parts, key] : parts.filter((part) => part !== key))}
          />
        ))}
      </Group>
      {has('identity') ? (
        <Group title="姓名和证件">
          <DocumentFields {...fields} reading={reading} matrix={notice.identity} stored={stored} />
          <ValidityFields {...fields} on={on} />
          {wantsReason ? (
            <Choices<DocumentReason>
              label="证件为什么变了"
              options={DOCUMENT_REASONS.map((key) => ({ key, text: `证件${documentReasonWord(key)}` }))}
              value={because}
              onChoose={setBecause}
            />
          ) : null}
        </Group>
      ) : null}
      {has('phone') ? (
        <Group title="手机号">
          <TextField
            id="correct-phone-number"
            label="新手机号"
            type="number"
            maxlength={11}
            value={form.phone}
            error={errorAt('phone')}
            onChange={(phone) => change({ phone })}
          />
        </Group>
      ) : null}
      {has('photo') ? <NewPhoto rule={notice.photo} photo={photo} onChange={setPhoto} /> : null}
      {CONTACT_FIELDS.filter(has).map((field) => (
        <Group key={field} title={contactFieldWord(field)}>
          <TextField
            id={`correct-${field}-name`}
            label={contactFieldWord(field)}
            maxlength={CONTACT_LENGTHS[field]}
            value={form.contacts[field]}
            onChange={(told) => change({ contacts: { ...form.contacts, [field]: told } })}
          />
        </Group>
      ))}
      <Group title="原因和证明材料" foot="更正姓名或证件，请上传身份证件的照片。">
        <ProseField
          id="correct-reason"
          label="为什么更正"
          maxlength={200}
          value={reason}
          error={tried && reason.trim() === '' ? '请写明原因' : null}
          onChange={setReason}
        />
        <View className="paper-in">
          <EvidenceFiles files={[...evidence]} />
          {evidence.length < MOST_FILES ? (
            <BigButton
              id="add-evidence"
              text={evidence.length === 0 ? '上传证明材料' : '再加一页'}
              tone="plain"
              busy={sending}
              onTap={() => void add()}
            />
          ) : null}
        </View>
      </Group>
      {tried && (!asked || parts.length === 0) ? (
        <View className="obstacle">
          {parts.length === 0
            ? '请先选哪里要更正'
            : wantsReason && because === null
              ? '请选证件为什么变了'
              : '请先填好要更正的内容'}
        </View>
      ) : null}
      <RefusalNote refusal={failed ?? ask.refusal} />
      <View className="correction-go">
        <BigButton id="send-correction" text="提交更正申请" busy={ask.busy} onTap={() => void send()} />
      </View>
    </>
  );
}
