import { slips } from '@jikaotong/shared/contract';
import { levelWord, remarkFieldWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open, useAnswer, useOnShow } from '../../platform';
import { BigButton, Cell, Group, Heading, NoticeBar, Page, Tag, TextButton } from '../../ui';
import { HelpLine, offeringName } from '../notice';
import { endsInSlip } from './draft/application-source';
import { mendState } from './draft/mending';
import { resavedSteps } from './draft/resaved-steps';
import { WithDraft } from './draft/step-page';
import { STEP_OF_REMARK, formSteps, type Step, openSteps, stepPath, stepTitle } from './draft/steps';
import type { Draft } from './draft/use-draft';
import { useWithdrawal } from './hand-in/withdraw';
import { RefusalNote } from './refusal-note';
import { retakeWords } from './retake-words';

/** Where a draft goes on, or a returned application is mended: its pages, and the first that needs something. */
export const FormScreen = ({ id }: { id: string }) => (
  <WithDraft id={id}>
    {(draft) => (draft.application.state === 'returned' ? <Mending draft={draft} /> : <Filling draft={draft} />)}
  </WithDraft>
);

function Filling({ draft }: { draft: Draft }) {
  const { application, notice, offering, on } = draft;
  const { id } = application;
  const lacking = openSteps(application, notice, on);
  const next: Step = lacking[0] ?? 'confirm';
  const withdrawal = useWithdrawal(id, true);
  const slip = useAnswer(slips.getSlip, { params: { id } }, { enabled: endsInSlip(application.state, notice) });
  if (application.state !== 'draft') return <NotWritable draft={draft} />;
  const showSlip = () => open('/packages/apply/slip/index', { id });
  return (
    <Page
      action={
        slip.state === 'ready' && slip.data.state === 'waiting' ? (
          <BigButton id="show-slip" text="出示现场报名单" onTap={showSlip} />
        ) : (
          <BigButton id="go-on" text={`继续：${stepTitle[next]}`} onTap={() => open(stepPath(next), { id })} />
        )
      }
    >
      <Heading title={offering.occupation}>
        {[levelOf(offering), application.sessionName, retakeWords(application)].filter(Boolean).join(' · ')}
      </Heading>
      <Group>
        {formSteps(notice).map((step) => (
          <Cell
            key={step}
            id={`step-${step}`}
            title={stepTitle[step]}
            value={lacking.includes(step) ? <Tag text="待填写" tone="warn" /> : <Tag text="已填好" tone="go" />}
            onTap={() => open(stepPath(step), { id, way: 'back' })}
          />
        ))}
      </Group>
      {slip.state === 'ready' && slip.data.note ? (
        <NoticeBar tone="warn" title="窗口退回修改">
          {slip.data.note}
        </NoticeBar>
      ) : null}
      <HelpLine contacts={notice.contacts} />
      <RefusalNote refusal={withdrawal.refusal} />
      <View className="row-of-texts">
        <TextButton id="give-up-draft" text="放弃这份草稿" onTap={() => void withdrawal.ask()} />
      </View>
    </Page>
  );
}

const MEND_TAGS = {
  changed: { text: '已修改', tone: 'go' },
  same: { text: '没有改动', tone: 'warn' },
  waiting: { text: '待修改', tone: 'warn' },
} as const;

function Mending({ draft }: { draft: Draft }) {
  const { application, notice, offering, on } = draft;
  const { id, remarks } = application;
  const [, redraw] = useState(0);
  useOnShow(() => redraw((count) => count + 1));
  const resaved = resavedSteps(id);
  const given = { changedFields: application.changedFields, resaved };
  const wanted = remarks.map((remark) => {
    const place = { ...remark, step: STEP_OF_REMARK[remark.field] };
    return { ...place, state: mendState(place, given) };
  });
  const lacking = openSteps(application, notice, on).filter((step) => !wanted.some((one) => one.step === step));
  const next = wanted.find(({ state }) => state === 'waiting');
  return (
    <Page
      action={
        next ? (
          <BigButton
            id="mend-next"
            text={`修改：${remarkFieldWord(next.field)}`}
            onTap={() => open(stepPath(next.step), { id, way: 'back' })}
          />
        ) : (
          <BigButton id="go-confirm" text="核对并重新提交" onTap={() => open(stepPath('confirm'), { id })} />
        )
      }
    >
      <Heading title="按审核意见修改">{offeringName(offering)}</Heading>
      <NoticeBar tone="info">只需修改下面这几项，其余内容都已保留。</NoticeBar>
      <Group title="审核意见">
        {wanted.map(({ field, text, step, state }) => (
          <Cell
            key={field}
            id={`mend-${field}`}
            title={remarkFieldWord(field)}
            note={text}
            value={<Tag {...MEND_TAGS[state]} />}
            onTap={() => open(stepPath(step), { id, way: 'back' })}
          />
        ))}
      </Group>
      {lacking.length > 0 ? (
        <Group title="还缺的内容">
          {lacking.map((step) => (
            <Cell
              key={step}
              id={`step-${step}`}
              title={stepTitle[step]}
              value={<Tag text="待填写" tone="warn" />}
              onTap={() => open(stepPath(step), { id, way: 'back' })}
            />
          ))}
        </Group>
      ) : null}
      <HelpLine contacts={notice.contacts} />
    </Page>
  );
}

/** Handed in or over in the meantime: nothing to write any more. */
function NotWritable({ draft }: { draft: Draft }) {
  return (
    <Page
      action={
        <BigButton
          id="see-application"
          text="查看进度"
          onTap={() => open('/packages/apply/detail/index', { id: draft.application.id })}
        />
      }
    >
      <Heading title="这份报名已经提交">{offeringName(draft.offering)}</Heading>
    </Page>
  );
}

const levelOf = ({ workType, level }: Draft['offering']): string =>
  [workType, level === null ? null : levelWord(level)].filter(Boolean).join(' ');
