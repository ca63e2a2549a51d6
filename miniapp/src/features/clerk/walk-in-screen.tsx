import { counter } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { replace, useAnswer, useCommand } from '../../platform';
import { BigButton, Check, Choices, Empty, Group, Heading, Loaded, RefusalMessage, Page } from '../../ui';
import { CounterDaysView } from '../counter';
import { offeringName } from '../notice';

/** Starts an application for somebody who stands at the counter without a phone. */
export function WalkInScreen() {
  const answer = useAnswer(counter.listCounterSessions, {});
  const [sessionId, setSessionId] = useState<string | null>(null);
  const [offeringCode, setOfferingCode] = useState<string | null>(null);
  const [consents, setConsents] = useState(false);
  const entry = useCommand(counter.enterWalkIn);
  const items = answer.state === 'ready' ? answer.data.items : [];
  const [only, ...others] = items;
  const session = items.find((item) => item.sessionId === sessionId) ?? (others.length === 0 ? only : undefined);
  const [first, ...more] = session?.offerings ?? [];
  const code = session?.offerings.some((offering) => offering.code === offeringCode)
    ? offeringCode
    : more.length === 0
      ? (first?.code ?? null)
      : null;
  const start = async () => {
    if (!session || code === null || !consents) return;
    const reply = await entry.run({ body: { sessionId: session.sessionId, offeringCode: code, consents: true } });
    if (reply.ok) replace('/packages/staff/counter-desk/index', { id: reply.data.application.id });
  };
  return (
    <Page
      action={
        <BigButton
          id="start-walk-in"
          text="开始录入"
          busy={entry.busy}
          waitsFor={!session ? '请先选批次' : code === null ? '请先选报名项目' : !consents && '请先勾选考生同意'}
          onTap={() => void start()}
        />
      }
    >
      <Heading title="录入现场报名">由窗口代考生填写，考生以后可以用手机找回。</Heading>
      <Loaded answer={answer}>
        {() =>
          items.length === 0 ? (
            <Empty title="现在没有可以报名的批次">批次发布并且报名没有截止时，才能在窗口录入。</Empty>
          ) : (
            <>
              {others.length > 0 ? (
                <Group title="批次">
                  <Choices
                    label="批次"
                    options={items.map((item) => ({
                      key: item.sessionId,
                      text: item.sessionName,
                      note: item.noticeTitle,
                    }))}
                    value={session?.sessionId ?? null}
                    onChoose={setSessionId}
                  />
                </Group>
              ) : null}
              {session ? (
                <>
                  <Group title="报名项目">
                    <Choices
                      label="报名项目"
                      options={session.offerings.map((offering) => ({
                        key: offering.code,
                        text: offeringName(offering),
                      }))}
                      value={code}
                      onChoose={setOfferingCode}
                    />
                  </Group>
                  <Group title="个人信息">
                    <Check
                      id="consents"
                      text="考生已当面听取说明，同意我们为报名处理其身份证件、照片和联系方式"
                      note="请把个人信息处理规则念给考生听，或让考生自己看。"
                      checked={consents}
                      onChange={setConsents}
                    />
                  </Group>
                  <CounterDaysView counter={session.counter} />
                </>
              ) : null}
            </>
          )
        }
      </Loaded>
      <RefusalMessage refusal={entry.refusal} />
    </Page>
  );
}
