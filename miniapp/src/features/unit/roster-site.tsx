import { type RosterSiteView, type RosterView, rosterSites } from '@jikaotong/shared/contract';
import { dayWords } from '@jikaotong/shared/words';
import { useState } from 'react';
import { IN_WECHAT, openLink, toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Cell, Check, DayField, Group, Loaded, RefusalMessage, Source, TextField } from '../../ui';
import { useToday } from '../demonstration';
import { ListOfSystem } from './list-of-system';

/** What a unit does on the government's system: the printed steps, its own record, and the list that comes out of it. */
export function RosterSite({ roster }: { roster: RosterView }) {
  const answer = useAnswer(rosterSites.getRosterSite, { params: { id: roster.id } });
  return (
    <Loaded answer={answer}>
      {(site) => (
        <>
          <Steps rosterId={roster.id} site={site} />
          <Record key={`${site.reference} ${site.handedInOn}`} rosterId={roster.id} site={site} />
          {roster.closed === null ? <ListOfSystem rosterId={roster.id} site={site} /> : null}
        </>
      )}
    </Loaded>
  );
}

type Part = { rosterId: string; site: RosterSiteView };

function Steps({ rosterId, site: { steps, url, text, source, originals } }: Part) {
  const today = useToday();
  const tick = useCommand(rosterSites.tickRosterStep);
  return (
    <>
      <Group
        title={`办理步骤，已完成 ${steps.filter(({ doneOn }) => doneOn !== null).length} / ${steps.length}`}
        foot={<Source of={source}>{text}</Source>}
      >
        {steps.map((step, at) => (
          <Check
            key={step.text}
            id={`site-step-${at + 1}`}
            text={`${at + 1}. ${step.text}`}
            {...(step.doneOn ? { note: `${dayWords(step.doneOn, today)} 完成` } : {})}
            checked={step.doneOn !== null}
            onChange={(done) => void tick.run({ params: { id: rosterId, step: at + 1 }, body: { done } })}
          />
        ))}
      </Group>
      {originals.of > 0 ? (
        <Group>
          <Cell
            title="签字原件"
            note="协会收到一份记一份"
            value={`已收到 ${originals.received} / ${originals.of} 份`}
          />
        </Group>
      ) : null}
      <RefusalMessage refusal={tick.refusal} />
      {url ? (
        <BigButton
          id="open-system"
          text={IN_WECHAT ? '复制系统地址' : '打开系统'}
          tone="plain"
          onTap={() => openLink(url)}
        />
      ) : null}
    </>
  );
}

function Record({ rosterId, site }: Part) {
  const [reference, setReference] = useState(site.reference ?? '');
  const [handedInOn, setHandedInOn] = useState<string | null>(site.handedInOn);
  const note = useCommand(rosterSites.noteRosterSite);
  const save = async () => {
    const body = { reference: reference.trim() || null, handedInOn };
    if ((await note.run({ params: { id: rosterId }, body })).ok) toast('已保存');
  };
  return (
    <>
      <Group title="本单位的记录">
        <TextField id="site-reference" label="系统给的编号" maxlength={60} value={reference} onChange={setReference} />
        <DayField id="site-day" label="在系统提交的日期" value={handedInOn} onChange={setHandedInOn} />
      </Group>
      <RefusalMessage refusal={note.refusal} />
      <BigButton id="site-save" text="保存记录" tone="plain" busy={note.busy} onTap={() => void save()} />
    </>
  );
}
