import { type OwnRosterRow, rosterRows } from '@jikaotong/shared/contract';
import { disputeFieldWord, disputeStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { confirm as ask, fileAddress, toast, useCommand } from '../../platform';
import { BigButton, Cell, Group, Picture, ProseField, RefusalMessage, Sheet, Tag } from '../../ui';

type Wrong = { readonly field: string; readonly label: string; readonly value: string };

/** What the unit entered, all of it: each fact can be called wrong before it is confirmed. */
export function OwnFacts({ own, isOpen }: { own: OwnRosterRow; isOpen: boolean }) {
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const waiting = new Map(own.disputes.filter(({ state }) => state === 'open').map((one) => [one.field, one]));
  const factOf = (field: string, label: string, value: string) => ({
    id: `own-${field}`,
    title: label,
    note: (
      <>
        {value === '' ? null : <View>{value}</View>}
        {waiting.has(field) ? <View>您说：{waiting.get(field)?.said}</View> : null}
      </>
    ),
    ...(waiting.has(field) ? { value: <Tag text="等单位改" tone="warn" /> } : {}),
    ...(isOpen ? { onTap: () => setWrong({ field, label, value }), label: `${label}，${value}，不对请轻点` } : {}),
  });
  return (
    <>
      <Group title="单位填的信息" {...(isOpen ? { foot: '哪一项不对，就点哪一项，写明对的是什么，单位会看到。' } : {})}>
        {own.facts.map(({ key, label, value }) => (
          <Cell key={key} {...factOf(key, label, value)} />
        ))}
        {own.papers.length > 0 ? (
          <Cell {...factOf('papers', '材料', own.papers.map(({ name, pages }) => `${name} ${pages} 页`).join('，'))} />
        ) : null}
        <Cell {...factOf('photo', '照片', own.photoUrl ? '' : '还没有')}>
          {own.photoUrl ? <Picture src={fileAddress(own.photoUrl)} mode="aspectFit" label="照片" /> : null}
        </Cell>
        {isOpen ? <Cell {...factOf('other', '有漏填的，或其他不对', '')} /> : null}
      </Group>
      <Settled own={own} isOpen={isOpen} />
      {wrong ? <DisputeSheet own={own} wrong={wrong} onClose={() => setWrong(null)} /> : null}
    </>
  );
}

/** What became of what was called wrong; what waits can be taken back. */
function Settled({ own, isOpen }: { own: OwnRosterRow; isOpen: boolean }) {
  const back = useCommand(rosterRows.withdrawOwnDispute);
  if (own.disputes.length === 0) return null;
  const withdraw = async (disputeId: string, label: string) => {
    const text = `不再请单位改“${label}”。`;
    if (!(await ask({ title: '收回这一条', text, yes: '收回' }))) return;
    if ((await back.run({ params: { id: own.applicationId, disputeId } })).ok) toast('已收回');
  };
  return (
    <Group title="您说不对的" foot="单位改好或答复以后，请再核对、确认。">
      {own.disputes.map(({ id, label, said, state, answer }) => (
        <Cell
          key={id}
          id={`dispute-${id}`}
          title={`${label}：${said}`}
          note={answer === null ? disputeStateWord(state) : `单位答复：${answer}`}
          value={state === 'open' && isOpen ? '收回' : undefined}
          {...(state === 'open' && isOpen ? { onTap: () => void withdraw(id, label) } : {})}
        />
      ))}
    </Group>
  );
}

function DisputeSheet({ own, wrong, onClose }: { own: OwnRosterRow; wrong: Wrong; onClose: () => void }) {
  const [said, setSaid] = useState('');
  const send = useCommand(rosterRows.disputeOwnRow);
  const go = async () => {
    const body = { version: own.version, field: wrong.field, said };
    const reply = await send.run({ params: { id: own.applicationId }, body });
    if (!reply.ok) return;
    toast('已告诉单位');
    onClose();
  };
  const isEmpty = said.trim() === '';
  return (
    <Sheet
      title={wrong.field === 'other' ? disputeFieldWord('other') : `“${wrong.label}”不对`}
      onClose={onClose}
      action={
        <BigButton
          id="send-dispute"
          text={isEmpty ? '请先写对的是什么' : '告诉单位'}
          busy={send.busy}
          disabled={isEmpty}
          onTap={() => void go()}
        />
      }
    >
      {wrong.value === '' ? null : <Cell title="单位填的" note={wrong.value} />}
      <RefusalMessage refusal={send.refusal} />
      <ProseField id="dispute-said" label="对的是什么" maxlength={200} value={said} onChange={setSaid} />
    </Sheet>
  );
}
