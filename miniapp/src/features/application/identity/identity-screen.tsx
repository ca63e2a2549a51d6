import { type LocalDate, addYears } from '@jikaotong/shared/kernel';
import { ORIGINS, type Origin } from '@jikaotong/shared/notice';
import { acceptedTypes, maskNumber, normaliseNumber } from '@jikaotong/shared/rules/identity';
import { documentTypeWord, fullDayWords, identityFaultSentence, originWord, sexWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import {
  BigButton,
  Check,
  Choices,
  DayField,
  FieldRow,
  Group,
  PickField,
  Source,
  TextButton,
  TextField,
} from '../../../ui';
import { type Way, goOn, nextWords } from '../draft/go-on';
import { StepPage, WithDraft } from '../draft/step-page';
import { type Draft, useSaving } from '../draft/use-draft';
import {
  type FieldFault,
  IDENTITY_FIELDS,
  type IdentityField,
  type IdentityForm,
  onlyType,
  readIdentity,
} from './identity-form';
import { PhoneField } from './phone-field';
import { Shown } from './shown';
import { useTyped } from './use-typed';

/** ① Who she is: the document by the notice's matrix, judged while she types. */
export const IdentityScreen = ({ id, way }: { id: string; way: Way }) => (
  <WithDraft id={id}>{(draft) => <IdentityStep draft={draft} way={way} />}</WithDraft>
);

function IdentityStep({ draft, way }: { draft: Draft; way: Way }) {
  const { application, notice, on } = draft;
  const { candidate: stored } = application;
  const [form, setForm] = useTyped(application.id, stored, notice.identity);
  const [left, setLeft] = useState<readonly IdentityField[]>([]);
  const [retyping, setRetyping] = useState(false);
  const { put, save, saving } = useSaving(application.id);
  const context = { matrix: notice.identity, stored, on, examOn: application.examStart };
  const reading = readIdentity(form, context);

  const change = (part: Partial<IdentityForm>) => {
    const next = { ...form, ...part };
    setForm(next);
    const { parts } = readIdentity(next, context);
    if (parts) put({ candidate: parts });
  };
  const leave = (field: IdentityField) => setLeft(left.includes(field) ? left : [...left, field]);
  const errorAt = (field: IdentityField): string | null => {
    const fault = reading.faults[field];
    return fault && left.includes(field) ? faultWords(field, fault) : null;
  };
  const wrong = IDENTITY_FIELDS.filter((field) => errorAt(field) !== null);
  const next = async () => {
    setLeft(IDENTITY_FIELDS);
    if (Object.keys(reading.faults).length > 0) return;
    if (await save(reading.parts ? { candidate: reading.parts } : undefined)) goOn('identity', application.id, way);
  };
  const matrixRow = notice.identity?.origins.find(({ origin }) => origin === form.origin);
  const types = form.origin ? acceptedTypes(notice.identity, form.origin) : [];
  const showsNumber = reading.keepsNumber && !retyping;
  return (
    <StepPage
      step="identity"
      draft={draft}
      hint="请与证件保持一致，考试时查验原件。"
      hasUnsaved={reading.parts === null}
      obstacle={wrong.length > 0 ? `请先填好：${wrong.map((field) => LABELS[field]).join('、')}` : null}
      action={
        <BigButton id="next-step" text={nextWords(way)} busy={saving.state === 'saving'} onTap={() => void next()} />
      }
    >
      <Group title="证件">
        {originsOf(draft).length > 1 ? (
          <PickField
            id="origin"
            label="国籍或地区"
            options={originsOf(draft).map((key) => ({ key, text: originWord(key) }))}
            value={form.origin}
            onChange={(origin) => change({ origin, documentType: onlyType(notice.identity, origin), number: '' })}
          />
        ) : null}
        {types.length > 1 ? (
          <PickField
            id="document-type"
            label="证件类型"
            options={types.map((key) => ({ key, text: documentTypeWord(key) }))}
            value={form.documentType}
            error={errorAt('documentType')}
            onChange={(documentType) => change({ documentType, number: '' })}
          />
        ) : (
          <FieldRow label="证件类型">
            <Shown>{form.documentType ? documentTypeWord(form.documentType) : ''}</Shown>
          </FieldRow>
        )}
        {showsNumber ? (
          <FieldRow
            label="证件号码"
            side={<TextButton id="retype-number" text="重新填写" onTap={() => setRetyping(true)} />}
          >
            <Shown>{stored.documentNumberMasked}</Shown>
          </FieldRow>
        ) : (
          <TextField
            id="document-number"
            label="证件号码"
            type={form.documentType === 'resident-id' ? 'idcard' : 'text'}
            value={form.number}
            placeholder="请对照证件填写"
            maxlength={40}
            error={errorAt('documentNumber')}
            hint={reading.told ? `已核对 ${maskNumber(normaliseNumber(form.number))}` : null}
            onChange={(number) => change({ number })}
            onLeave={() => leave('documentNumber')}
          />
        )}
        <TextField
          id="name"
          label="姓名"
          value={form.name}
          placeholder="与证件一致"
          maxlength={50}
          error={errorAt('name')}
          autocomplete="name"
          onChange={(name) => change({ name })}
          onLeave={() => leave('name')}
        />
        <BornAndSex
          form={form}
          told={reading.told}
          errorAt={errorAt}
          onChange={change}
          stored={showsNumber ? bornOf(stored) : null}
        />
      </Group>
      <Group title="证件有效期" foot="考试当天证件须在有效期内。">
        <Check
          id="long-term"
          text="长期有效，或证件上没有截止日"
          checked={form.longTerm}
          onChange={(longTerm) => change({ longTerm })}
        />
        {form.longTerm ? null : (
          <DayField
            id="document-expires"
            label="有效期截止日"
            startAt={addYears(on, 5)}
            earliest={on}
            value={form.expiresOn}
            error={errorAt('documentExpiresOn')}
            onChange={(expiresOn) => {
              change({ expiresOn });
              leave('documentExpiresOn');
            }}
          />
        )}
      </Group>
      <Group title="联系方式">
        <PhoneField
          value={form.phone}
          masked={stored.phoneMasked}
          error={errorAt('phone')}
          onChange={(phone) => change({ phone })}
          onLeave={() => leave('phone')}
        />
        <TextField
          id="employer"
          label="工作单位（选填）"
          value={form.employer}
          placeholder="单位全称"
          maxlength={80}
          onChange={(employer) => change({ employer })}
        />
        <TextField
          id="address"
          label="通信地址（选填）"
          value={form.address}
          placeholder="邮寄证书时使用"
          maxlength={120}
          autocomplete="street-address"
          onChange={(address) => change({ address })}
        />
      </Group>
      {matrixRow ? (
        <View className="aside">
          <Source of={matrixRow.source}>本通知接受的证件</Source>
        </View>
      ) : null}
    </StepPage>
  );
}

type BornProps = {
  form: IdentityForm;
  told: { birthDate: LocalDate; sex: 'male' | 'female' } | null;
  /** What is stored beside a number that is kept; null where a new number is typed. */
  stored: { birthDate: LocalDate; sex: 'male' | 'female' } | null;
  errorAt: (field: IdentityField) => string | null;
  onChange: (part: Partial<IdentityForm>) => void;
};

/** Birth date and sex: read from the number where it tells them, asked where it does not. */
function BornAndSex({ form, told, stored, errorAt, onChange }: BornProps) {
  const shown = told ?? stored;
  if (shown) {
    return (
      <FieldRow label="出生日期和性别" hint={told ? '从证件号码读取' : null}>
        <Shown>
          {fullDayWords(shown.birthDate)} {sexWord(shown.sex)}
        </Shown>
      </FieldRow>
    );
  }
  if (form.documentType === 'resident-id') return null;
  return (
    <>
      <DayField
        id="birth-date"
        label="出生日期"
        startAt="1985-06-15"
        value={form.birthDate}
        error={errorAt('birthDate')}
        onChange={(birthDate) => onChange({ birthDate })}
      />
      <FieldRow label="性别" error={errorAt('sex')}>
        <Choices
          label="性别"
          options={[
            { key: 'male', text: sexWord('male') },
            { key: 'female', text: sexWord('female') },
          ]}
          value={form.sex}
          onChoose={(sex) => onChange({ sex })}
        />
      </FieldRow>
    </>
  );
}

const bornOf = ({ birthDate, sex }: Draft['application']['candidate']): BornProps['stored'] =>
  birthDate && sex ? { birthDate, sex } : null;

const originsOf = ({ notice }: Draft): readonly Origin[] =>
  notice.identity?.origins.map(({ origin }) => origin) ?? ORIGINS;

const LABELS: Readonly<Record<IdentityField, string>> = {
  origin: '国籍或地区',
  documentType: '证件类型',
  documentNumber: '证件号码',
  name: '姓名',
  birthDate: '出生日期',
  sex: '性别',
  documentExpiresOn: '证件有效期',
  phone: '手机号',
};

const BLANKS: Readonly<Record<IdentityField, string>> = {
  origin: '请选择国籍或地区',
  documentType: '请选择证件类型',
  documentNumber: '请填写证件号码',
  name: '请填写姓名',
  birthDate: '请选择出生日期',
  sex: '请选择性别',
  documentExpiresOn: '请选择有效期截止日，或勾选长期有效',
  phone: '请填写手机号',
};

/** What is wrong with a field, in words. */
export function faultWords(field: IdentityField, fault: FieldFault): string {
  if (fault.code === 'blank') return BLANKS[field];
  if (fault.code === 'phone-form') return '请填写 11 位手机号';
  return identityFaultSentence(fault.code, fault.data);
}
