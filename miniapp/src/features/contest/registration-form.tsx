import {
  type RegistrationState,
  type RegistrationView,
  contestEntries,
  registrations,
} from '@jikaotong/shared/contract';
import { type LocalDate, isLocalDate, tidyPhone } from '@jikaotong/shared/kernel';
import type { DocumentType, Notice } from '@jikaotong/shared/notice';
import { MOBILE_NUMBER, parseIdentityNumber } from '@jikaotong/shared/rules/identity';
import { documentTypeWord, registrationStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toast, useAnswer, useCommand } from '../../platform';
import { BigButton, DayField, FieldRow, Group, Loaded, PickField, TextButton, TextField } from '../../ui';
import { ConsentSheet, useConsent } from '../account';
import { PhoneField, RefusalNote, faultWords } from '../application';
import type { KnownEntrant } from './entry-form';
import './contest.scss';

const STATES: readonly RegistrationState[] = ['preparing', 'submitted', 'accepted', 'refused', 'dropped'];

type Props = {
  notice: Notice;
  way: RegistrationView['way'];
  registration: RegistrationView | null;
  today: LocalDate;
};

/** One's own note of how it stands on the site, with what the organiser's list is held against. */
export function RegistrationForm(props: Props) {
  const known = useAnswer(contestEntries.getKnownEntrant, { params: { id: props.notice.id } });
  return <Loaded answer={known}>{(data) => <Form {...props} known={data} />}</Loaded>;
}

function Form({ notice, way, registration, today, known }: Props & { known: KnownEntrant }) {
  const types = documentTypesOf(notice);
  const [state, setState] = useState<RegistrationState>(registration?.state ?? 'preparing');
  const [reference, setReference] = useState(registration?.reference ?? '');
  const [registeredOn, setRegisteredOn] = useState<string | null>(registration?.registeredOn ?? null);
  const [name, setName] = useState(registration?.name ?? known.name ?? '');
  const [phone, setPhone] = useState('');
  const [documentType, setDocumentType] = useState<DocumentType | null>(
    registration?.documentType ?? known.documentType ?? types[0] ?? null,
  );
  const [number, setNumber] = useState('');
  const [retyping, setRetyping] = useState(false);
  const [consenting, setConsenting] = useState(false);
  const consented = useConsent();
  const save = useCommand(registrations.noteRegistration);
  const masked =
    documentType === registration?.documentType
      ? (registration?.documentNumberMasked ?? null)
      : documentType === known.documentType
        ? known.documentNumberMasked
        : null;

  const typed = number.trim();
  const parsed = documentType !== null && typed !== '' ? parseIdentityNumber(documentType, typed, today) : null;
  const wrong = parsed && !parsed.ok ? faultWords('documentNumber', parsed.error) : null;

  const send = async () => {
    const hasNumber = number.trim() !== '' || masked !== null;
    const body = {
      way,
      state,
      reference: reference.trim() || null,
      registeredOn: registeredOn !== null && isLocalDate(registeredOn) ? registeredOn : null,
      name: name.trim() || null,
      documentType: hasNumber ? documentType : null,
      ...(number.trim() === '' ? {} : { documentNumber: number.trim() }),
      ...(phone === '' ? {} : { phone }),
    };
    const reply = await save.run({ params: { id: notice.id }, body });
    if (reply.ok) toast('已记下');
  };
  return (
    <Group
      title="我的报名记录"
      foot="只有您自己和主办机构的工作人员看得到。姓名、证件号码和您在“我的”里绑定的手机号，都与官网名单一致才能对上；名单来了还没对上，请再点一次“记下”，或者联系主办机构。"
    >
      <PickField
        id="registration-state"
        label="现在的情况"
        options={STATES.map((key) => ({ key, text: registrationStateWord(key) }))}
        value={state}
        onChange={setState}
      />
      <TextField
        id="registration-reference"
        label="报名编号（选填）"
        value={reference}
        placeholder="官网给出的编号"
        maxlength={60}
        onChange={setReference}
      />
      <DayField
        id="registered-on"
        label="提交日期（选填）"
        startAt={today}
        value={registeredOn}
        onChange={setRegisteredOn}
      />
      <TextField id="registration-name" label="姓名" value={name} maxlength={50} onChange={setName} />
      {types.length > 1 ? (
        <PickField
          id="registration-document-type"
          label="证件类型"
          options={types.map((key) => ({ key, text: documentTypeWord(key) }))}
          value={documentType}
          onChange={(type) => {
            setDocumentType(type);
            setNumber('');
          }}
        />
      ) : null}
      {masked && !retyping ? (
        <FieldRow
          label="证件号码"
          side={<TextButton id="retype-number" text="重新填写" onTap={() => setRetyping(true)} />}
        >
          <View>{masked}</View>
        </FieldRow>
      ) : (
        <TextField
          id="registration-number"
          label="证件号码（选填）"
          type={documentType === 'resident-id' ? 'idcard' : 'text'}
          value={number}
          maxlength={40}
          error={wrong}
          onChange={setNumber}
        />
      )}
      <PhoneField
        value={phone}
        masked={registration?.phoneMasked ?? known.phoneMasked}
        error={phone !== '' && !MOBILE_NUMBER.test(tidyPhone(phone)) ? '请填写 11 位手机号' : null}
        onChange={setPhone}
        onLeave={() => undefined}
      />
      <View className="contest__save">
        <RefusalNote refusal={save.refusal} />
        <BigButton
          id="save-registration"
          text="记下"
          tone="plain"
          busy={save.busy}
          disabled={wrong !== null || (phone !== '' && !MOBILE_NUMBER.test(tidyPhone(phone)))}
          onTap={() => (consented ? void send() : setConsenting(true))}
        />
      </View>
      {consenting ? (
        <ConsentSheet
          onClose={() => setConsenting(false)}
          onDone={() => {
            setConsenting(false);
            void send();
          }}
        />
      ) : null}
    </Group>
  );
}

/** The documents that the notice accepts, each once. */
const documentTypesOf = ({ identity }: Notice): readonly DocumentType[] => [
  ...new Set((identity?.origins ?? []).flatMap(({ documents }) => documents.map(({ type }) => type))),
];
