import { type ContestGroupView, type RegistrationState, contestGroups } from '@jikaotong/shared/contract';
import { dayWords, registrationStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { IN_WECHAT, openLink, toast, useCommand } from '../../platform';
import { BigButton, Check, DayField, Group, PickField, RefusalMessage, Source, TextField } from '../../ui';
import { useToday } from '../demonstration';

const STATES: readonly RegistrationState[] = ['preparing', 'submitted', 'accepted', 'refused', 'dropped'];

/** The printed steps of somebody else's site, ticked off one by one, and the unit's own record of it. */
export function GroupSite({ group }: { group: ContestGroupView }) {
  const today = useToday();
  const tick = useCommand(contestGroups.tickGroupStep);
  const { url, steps, closed } = group;
  const isOpen = closed === null;
  return (
    <>
      {url ? (
        <BigButton
          id="open-site"
          text={IN_WECHAT ? '复制网站地址' : '打开报名网站'}
          tone={isOpen ? 'primary' : 'plain'}
          onTap={() => openLink(url)}
        />
      ) : null}
      <Group
        title={`报名步骤，已完成 ${steps.filter(({ doneOn }) => doneOn !== null).length} / ${steps.length}`}
        foot={<Source of={group.source}>{group.text}</Source>}
      >
        {steps.map(({ text, source, doneOn }, at) => (
          <View key={text}>
            <Check
              id={`step-${at + 1}`}
              text={`${at + 1}. ${text}`}
              {...(doneOn ? { note: `${dayWords(doneOn, today)} 完成` } : {})}
              checked={doneOn !== null}
              onChange={(done) => {
                if (isOpen) void tick.run({ params: { id: group.id, step: at + 1 }, body: { done } });
              }}
            />
            <View className="group__source">
              <Source of={source}>{null}</Source>
            </View>
          </View>
        ))}
      </Group>
      <RefusalMessage refusal={tick.refusal} />
      <Record key={`${group.state} ${group.reference} ${group.registeredOn}`} group={group} />
    </>
  );
}

function Record({ group }: { group: ContestGroupView }) {
  const [state, setState] = useState(group.state);
  const [reference, setReference] = useState(group.reference ?? '');
  const [registeredOn, setRegisteredOn] = useState<string | null>(group.registeredOn);
  const note = useCommand(contestGroups.noteGroup);
  const save = async () => {
    const body = { state, reference: reference.trim() || null, registeredOn };
    if ((await note.run({ params: { id: group.id }, body })).ok) toast('已保存');
  };
  return (
    <>
      <Group title="本单位的记录">
        <PickField
          id="group-state"
          label="报名情况"
          options={STATES.map((key) => ({ key, text: registrationStateWord(key) }))}
          value={state}
          onChange={setState}
        />
        <TextField id="group-reference" label="网站给的编号" maxlength={60} value={reference} onChange={setReference} />
        <DayField id="group-day" label="提交日期" value={registeredOn} onChange={setRegisteredOn} />
      </Group>
      <RefusalMessage refusal={note.refusal} />
      <BigButton id="group-save" text="保存记录" tone="plain" busy={note.busy} onTap={() => void save()} />
    </>
  );
}
