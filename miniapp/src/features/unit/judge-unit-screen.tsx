import { type StaffUnitView, units } from '@jikaotong/shared/contract';
import { unitEventWord, unitFieldWord, unitStateWord, unitTypeWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { confirm, open, reloadScreens, toast, useAnswer, useCommand, useOnShow, viewFile } from '../../platform';
import { BigButton, Cell, Group, Heading, Loaded, NoticeBar, Page, RefusalMessage, Tag } from '../../ui';
import { useToday } from '../demonstration';
import { momentWords } from '../staff';
import { InviteAgentSheet } from './invite-agent-sheet';
import { LinkCard } from './link-card';
import { ReasonSheet } from './reason-sheet';
import { ReturnUnitSheet } from './return-unit-sheet';
import { UnitContests } from './unit-contests';
import { UnitOriginals } from './unit-originals';
import { UnitReviews } from './unit-reviews';
import { UNIT_TONES } from './unit-tones';

/** One unit for staff: what it says of itself, what to decide, and what happened to it. */
export function JudgeUnitScreen({ id }: { id: string }) {
  const answer = useAnswer(units.getStaffUnit, { params: { id } });
  useOnShow(() => void reloadScreens());
  return answer.state === 'ready' ? (
    <Judged unit={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

type Asking = 'return' | 'reject' | 'suspend' | 'appoint' | null;

function Judged({ unit }: { unit: StaffUnitView }) {
  const [asking, setAsking] = useState<Asking>(null);
  const [link, setLink] = useState<{ phone: string; path: string } | null>(null);
  const approve = useCommand(units.approveUnit);
  const resume = useCommand(units.resumeUnit);
  const params = { id: unit.id };
  const body = { version: unit.version };
  const close = () => setAsking(null);
  const done = (words: string) => {
    close();
    toast(words);
  };
  const rivals = unit.sameCode.filter(({ state }) => state !== 'rejected');
  return (
    <Page
      action={
        unit.state === 'submitted' ? (
          <BigButton
            id="approve-unit"
            text="通过"
            busy={approve.busy}
            onTap={() => void approve.run({ params, body })}
          />
        ) : unit.state === 'suspended' ? (
          <BigButton id="resume-unit" text="恢复" busy={resume.busy} onTap={() => void resume.run({ params, body })} />
        ) : undefined
      }
    >
      <Heading title={unit.name}>
        <Tag text={unitStateWord(unit.state)} tone={UNIT_TONES[unit.state]} />
      </Heading>
      <RefusalMessage refusal={approve.refusal ?? resume.refusal} />
      {rivals.length > 0 ? (
        <NoticeBar tone="warn" title="另有单位用同一代码登记">
          只能通过一个。请对照证明材料，不是本单位的选“不予通过”。
        </NoticeBar>
      ) : null}
      {rivals.length > 0 ? (
        <Group>
          {rivals.map(({ id, name, state }) => (
            <Cell
              key={id}
              id={`same-code-${id}`}
              title={name}
              value={<Tag text={unitStateWord(state)} tone={UNIT_TONES[state]} />}
              onTap={() => open('/packages/unit/judge/index', { id })}
            />
          ))}
        </Group>
      ) : null}
      <UnitReviews unit={unit} />
      <Group title="单位信息">
        <Cell title={unitFieldWord('kind')} value={unitTypeWord(unit.kind)} />
        <Cell title={unitFieldWord('code')} value={unit.code ?? '没有，看证明材料'} />
        <Cell title={unitFieldWord('address')} value={unit.address} />
        <Cell title={unitFieldWord('contactName')} value={`${unit.contactName} ${unit.contactPhone}`} />
        <Cell
          id="unit-proof"
          title={unitFieldWord('proof')}
          note="与名称、代码逐字核对"
          onTap={() => void viewFile({ url: unit.proofUrl, type: unit.proofType })}
        />
      </Group>
      {unit.state === 'submitted'
        ? rivals
            .filter(({ state, hasAgent }) => state === 'approved' && !hasAgent)
            .map(({ id, name }) => <TakeClaimant key={id} claim={unit} of={{ id, name }} />)
        : null}
      {unit.state === 'submitted' ? (
        <Group>
          <Cell id="return-unit" title="退回修改" note="逐项写明要改什么" onTap={() => setAsking('return')} />
          <Cell id="reject-unit" title="不予通过" note="登记就此结束" onTap={() => setAsking('reject')} />
        </Group>
      ) : null}
      {unit.state === 'approved' ? <UnitContests unitId={unit.id} /> : null}
      <UnitOriginals unitId={unit.id} />
      {link ? <LinkCard phone={link.phone} path={link.path} /> : null}
      <Agents unit={unit} onAppoint={() => setAsking('appoint')} />
      {unit.state === 'approved' ? (
        <Group>
          <Cell
            id="suspend-unit"
            title="暂停这个单位"
            note="经办人只能看，不能再办理"
            onTap={() => setAsking('suspend')}
          />
        </Group>
      ) : null}
      <History unit={unit} />
      {asking === 'return' ? (
        <ReturnUnitSheet unit={unit} onClose={close} onDone={() => done('已退回，请单位修改')} />
      ) : null}
      {asking === 'reject' || asking === 'suspend' ? (
        <ReasonSheet unit={unit} act={asking} onClose={close} onDone={() => done('已办理')} />
      ) : null}
      {asking === 'appoint' ? (
        <InviteAgentSheet
          unitId={unit.id}
          handsOver={false}
          appoints
          onClose={close}
          onInvited={(phone, path) => {
            close();
            setLink({ phone, path });
          }}
        />
      ) : null}
    </Page>
  );
}

/** The unit is there already, entered by staff, and nobody acts for it: whoever claims it may. */
function TakeClaimant({ claim, of }: { claim: StaffUnitView; of: { readonly id: string; readonly name: string } }) {
  const take = useCommand(units.takeClaimant);
  const tap = async () => {
    const yes = await confirm({
      title: '核对过证明材料了吗？',
      text: `申请人马上可以为“${of.name}”办理，这一条登记就此结束，并告诉申请人。`,
      yes: '核对过了',
    });
    if (!yes) return;
    const reply = await take.run({ params: { id: claim.id }, body: { version: claim.version, unitId: of.id } });
    if (reply.ok) toast('已成为经办人');
  };
  return (
    <>
      <Group title="已登记的这个单位还没有经办人">
        <Cell
          id={`take-claimant-${of.id}`}
          title={`让申请人做“${of.name}”的经办人`}
          note="先看上面的证明材料；这一条登记随之结束"
          onTap={() => void tap()}
        />
      </Group>
      <RefusalMessage refusal={take.refusal} />
    </>
  );
}

function Agents({ unit, onAppoint }: { unit: StaffUnitView; onAppoint: () => void }) {
  const dismiss = useCommand(units.dismissAgent);
  const end = async (accountId: string) => {
    const yes = await confirm({ title: '移出经办人', text: '马上不能再为这个单位办理。', yes: '移出', danger: true });
    if (yes) await dismiss.run({ params: { id: unit.id, accountId } });
  };
  return (
    <>
      <Group title="经办人" {...(unit.agents.length === 0 ? { foot: '没有经办人：核实单位来人后，指定一名。' } : {})}>
        {unit.agents.map(({ accountId, phoneMasked }) => (
          <Cell
            key={accountId}
            id={`agent-${accountId}`}
            title={phoneMasked ?? '没有手机号'}
            note="轻点可移出"
            onTap={() => void end(accountId)}
          />
        ))}
        {unit.state === 'rejected' || unit.state === 'suspended' ? null : (
          <Cell id="appoint-agent" title="指定经办人" onTap={onAppoint} />
        )}
      </Group>
      <RefusalMessage refusal={dismiss.refusal} />
    </>
  );
}

function History({ unit }: { unit: StaffUnitView }) {
  const today = useToday();
  return (
    <Group title="经过">
      {unit.history.map(({ code, at, byName, reason, remarks }) => (
        <Cell
          key={`${code} ${at}`}
          title={unitEventWord(code)}
          note={
            <>
              <View>
                {momentWords(at, today)} {byName ?? '经办人'}
              </View>
              {reason ? <View>{reason}</View> : null}
              {remarks.map(({ field, text }) => (
                <View key={field}>
                  {unitFieldWord(field)}：{text}
                </View>
              ))}
            </>
          }
        />
      ))}
    </Group>
  );
}
