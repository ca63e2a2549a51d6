import { type BanView, bans } from '@jikaotong/shared/contract';
import { dayAt } from '@jikaotong/shared/kernel';
import { banStateWord, fullDayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open, useAnswer, useCommand } from '../../platform';
import {
  BigButton,
  Card,
  Cell,
  Group,
  Loaded,
  NoticeBar,
  Page,
  ProseField,
  RefusalMessage,
  Source,
  Tag,
} from '../../ui';
import { BAN_TONES } from './ban-tones';
import './breach-desk.scss';

/** One ban: why, until when, and how it ends before its day. */
export function BanScreen({ id }: { id: string }) {
  const answer = useAnswer(bans.getBan, { params: { id } });
  return answer.state === 'ready' ? (
    <Ban key={answer.data.state} ban={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function Ban({ ban }: { ban: BanView }) {
  const { id, name, from, until, state, source, breachId, imported, lifting, liftedAt, liftedBy } = ban;
  const propose = useCommand(bans.proposeLifting);
  const confirm = useCommand(bans.confirmLifting);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const params = { id };
  const said = reason.trim();
  const send = () => {
    setAsked(true);
    if (said !== '') void propose.run({ params, body: { reason: said } });
  };
  const decide = (agrees: boolean) => void confirm.run({ params, body: { agrees } });
  const action =
    state === 'standing' ? (
      <BigButton id="propose-lifting" text="提出提前解除" busy={propose.busy} onTap={send} />
    ) : state === 'lifting' && !lifting?.mine ? (
      <BigButton id="confirm-lifting" text="同意解除" busy={confirm.busy} onTap={() => decide(true)} />
    ) : undefined;
  return (
    <Page action={action}>
      <Card>
        <View className="breach-desk__name">{name}</View>
        <Tag text={banStateWord(state)} tone={BAN_TONES[state]} />
      </Card>
      <RefusalMessage refusal={propose.refusal ?? confirm.refusal} />
      <Group title="不得参加评价">
        <Cell title="起" value={fullDayWords(from)} />
        <Cell title="止（含当日）" value={fullDayWords(until)} />
        <Cell title="范围" value="本机构的评价和竞赛" note="通知没有写范围的，推定只在本机构，其他机构不受影响" />
        <View className="breach-desk__clause">
          <Source of={source}>处理依据</Source>
        </View>
        {imported ? (
          <Cell title="从前的记录" value={`${fullDayWords(imported.on)}导入`} note={`来源：${imported.source}`} />
        ) : null}
        {breachId ? (
          <Cell
            id="see-breach"
            title="看违纪处理"
            onTap={() => open('/packages/conduct/breach/index', { id: breachId })}
          />
        ) : null}
      </Group>
      {lifting ? (
        <Group title={`${lifting.by}提出提前解除`}>
          <Cell title={fullDayWords(dayAt(lifting.at))} note={lifting.reason} />
          {liftedAt !== null ? <Cell title="同意人" value={liftedBy} note={fullDayWords(dayAt(liftedAt))} /> : null}
        </Group>
      ) : null}
      {state === 'lifting' && lifting?.mine ? (
        <NoticeBar tone="info">要由另一位工作人员同意，解除以前仍然有效。</NoticeBar>
      ) : null}
      {state === 'lifting' && !lifting?.mine ? (
        <Group>
          <Cell id="refuse-lifting" title="不同意，继续执行" onTap={() => decide(false)} />
        </Group>
      ) : null}
      {state === 'standing' ? (
        <Group title="提前解除" foot="由另一位工作人员同意后生效，并告知本人。">
          <ProseField
            id="lifting-reason"
            label="理由"
            value={reason}
            maxlength={200}
            error={asked && said === '' ? '请写明理由' : null}
            onChange={setReason}
          />
        </Group>
      ) : null}
    </Page>
  );
}
