import { View } from '@tarojs/components';
import { useState } from 'react';
import { scrollToFault } from '../../../platform';
import { BigButton, Group, Source } from '../../../ui';
import { type StepMode, leaveStep, nextButtonText } from '../draft/leave-step';
import { StepPage, WithDraft } from '../draft/step-page';
import { type Draft, useSaving } from '../draft/use-draft';
import { ContactFields } from './contact-fields';
import { DocumentFields, ValidityFields } from './document-fields';
import { IDENTITY_FIELDS, type IdentityField, type IdentityForm, readIdentity } from './identity-form';
import { IDENTITY_WORDS, faultWords } from './identity-words';
import { PhoneField } from './phone-field';
import { SeatNeedField } from './seat-need-field';
import { useTyped } from './use-typed';

/** ① Who the candidate is: the document by the notice's matrix, judged while it is typed. */
export const IdentityScreen = ({ id, way }: { id: string; way: StepMode }) => (
  <WithDraft id={id}>{(draft) => <IdentityStep draft={draft} way={way} />}</WithDraft>
);

function IdentityStep({ draft, way }: { draft: Draft; way: StepMode }) {
  const { application, notice, on } = draft;
  const { candidate: stored } = application;
  const [form, setForm] = useTyped(application, notice.identity);
  const [left, setLeft] = useState<readonly IdentityField[]>([]);
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
    if (Object.keys(reading.faults).length > 0) return scrollToFault();
    if (await save(reading.parts ? { candidate: reading.parts } : undefined)) leaveStep('identity', draft, way);
  };
  const matrixRow = notice.identity?.origins.find(({ origin }) => origin === form.origin);
  return (
    <StepPage
      step="identity"
      draft={draft}
      hint="请与证件保持一致，考试时查验原件。"
      hasUnsaved={reading.parts === null}
      obstacle={wrong.length > 0 ? `请先填好：${wrong.map((field) => IDENTITY_WORDS[field].label).join('、')}` : null}
      action={
        <BigButton
          id="next-step"
          text={nextButtonText(way)}
          busy={saving.state === 'saving'}
          onTap={() => void next()}
        />
      }
    >
      <Group title="证件">
        <DocumentFields
          form={form}
          reading={reading}
          matrix={notice.identity}
          stored={stored}
          errorAt={errorAt}
          onChange={change}
          onLeave={leave}
        />
      </Group>
      <Group title="证件有效期" foot="考试当天证件须在有效期内。">
        <ValidityFields form={form} on={on} errorAt={errorAt} onChange={change} onLeave={leave} />
      </Group>
      <Group title="联系方式">
        <PhoneField
          value={form.phone}
          masked={stored.phoneMasked}
          error={errorAt('phone')}
          onChange={(phone) => change({ phone })}
          onLeave={() => leave('phone')}
        />
        <ContactFields value={form.contacts} onChange={(contacts) => change({ contacts })} />
      </Group>
      <SeatNeedField applicationId={application.id} />
      {matrixRow ? (
        <View className="aside">
          <Source of={matrixRow.source}>本通知接受的证件</Source>
        </View>
      ) : null}
    </StepPage>
  );
}
