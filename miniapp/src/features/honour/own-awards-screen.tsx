import { type BodyOf, type OwnAwards, ownAwards } from '@jikaotong/shared/contract';
import { awardGivesWord, awardStateWord, fullDayWords, yuanWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, openFile, toast, useAnswer, useCommand, useOnShow } from '../../platform';
import {
  BankAccountSheet,
  BigButton,
  Cell,
  Choices,
  Empty,
  Group,
  Loaded,
  NoticeBar,
  Page,
  RefusalMessage,
  Source,
  Tag,
} from '../../ui';
import { SignInGate } from '../account';
import { OwnCoach } from './own-coach';
import { OwnProtestsPart } from './own-protests';
import './honour.scss';

/** What one won, each with its clause: papers to fetch, an account for the money, and protests against ranks. */
export const OwnAwardsScreen = ({ id }: { id: string }) => (
  <Page>
    <SignInGate why="登录后可以查看自己的奖项。">
      <Own id={id} />
    </SignInGate>
  </Page>
);

function Own({ id }: { id: string }) {
  const answer = useAnswer(ownAwards.listMyAwards, { params: { id } });
  useOnShow(() => answer.state === 'ready' && answer.refresh());
  return (
    <Loaded answer={answer}>
      {(own) => (
        <>
          {own.lockedOn === null ? (
            <NoticeBar tone="info">奖项还没有确定，确定后会通知您。</NoticeBar>
          ) : own.items.length === 0 ? (
            <Empty title="这次没有获奖">感谢参赛，期待下一届。</Empty>
          ) : null}
          {own.account ? <Account entryId={id} account={own.account} /> : null}
          <OwnCoach entryId={id} />
          <Consent entryId={id} own={own} />
          {own.items.map((item) => (
            <Won key={item.id} item={item} />
          ))}
          <OwnProtestsPart id={id} />
        </>
      )}
    </Loaded>
  );
}

function Won({ item }: { item: OwnAwards['items'][number] }) {
  const { id, name, gives, giver, fen, tax, rank, state, reason, paperNumber, remindOn, paidOn, source } = item;
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const fetchPaper = async () => {
    const reply = await openFile(
      ownAwards.getAwardPaper,
      { params: { id } },
      { name: `证书-${paperNumber ?? ''}`, kind: 'pdf' },
    );
    setRefusal(reply.ok ? null : reply);
  };
  return (
    <Group title={giver ?? '按有关政策'}>
      <View className="honour__source">
        <Source of={source}>{name}</Source>
      </View>
      <Cell
        title={awardGivesWord(gives)}
        note={rank === null ? undefined : `第${rank}名`}
        value={
          state === 'given' ? (
            fen === null ? undefined : (
              `${yuanWords(fen)}${tax ? `（${tax}）` : ''}`
            )
          ) : (
            <Tag text={awardStateWord(state)} tone="stop" />
          )
        }
      />
      {state === 'given' || reason === null ? null : <Cell title="原因" note={reason} />}
      {paidOn ? <Cell title="奖金已发放" note={fullDayWords(paidOn)} /> : null}
      {remindOn && state === 'given' ? <Cell title="提醒单位推荐" value={fullDayWords(remindOn)} /> : null}
      {paperNumber ? (
        <Cell
          id={`paper-${item.code}`}
          title="下载证书（可转发）"
          note={`编号 ${paperNumber}`}
          onTap={() => void fetchPaper()}
        />
      ) : null}
      <RefusalMessage refusal={refusal} />
    </Group>
  );
}

/** Where the money shall go. */
function Account({ entryId, account }: { entryId: string; account: NonNullable<OwnAwards['account']> }) {
  const { fen, given } = account;
  const [asking, setAsking] = useState(false);
  return (
    <Group title={`奖金合计 ${yuanWords(fen)}（税前）`} foot="账户加密保存，只用于发放这次的奖金。">
      {given ? (
        <Cell
          id="award-account"
          title={`${given.holder} ${given.numberMasked}`}
          note={`${given.bank}，${fullDayWords(given.on)}填写`}
          value="修改"
          onTap={() => setAsking(true)}
        />
      ) : (
        <View className="honour__source">
          <BigButton id="award-account" text="填写收款账户" onTap={() => setAsking(true)} />
        </View>
      )}
      {asking ? <AccountSheet entryId={entryId} given={given} onClose={() => setAsking(false)} /> : null}
    </Group>
  );
}

type Given = NonNullable<OwnAwards['account']>['given'];

function AccountSheet({ entryId, given, onClose }: { entryId: string; given: Given; onClose: () => void }) {
  const give = useCommand(ownAwards.giveAwardAccount);
  const save = async (body: BodyOf<typeof ownAwards.giveAwardAccount>) => {
    if (!(await give.run({ params: { id: entryId }, body })).ok) return;
    toast('已保存');
    onClose();
  };
  return (
    <BankAccountSheet
      title="收款账户"
      holderLabel="户名（本人姓名）"
      known={given}
      busy={give.busy}
      refusal={give.refusal}
      onSave={(account) => void save(account)}
      onClose={onClose}
    />
  );
}

/** Whether one's data may stand in the talent databases that one has a right to. */
function Consent({ entryId, own }: { entryId: string; own: OwnAwards }) {
  const say = useCommand(ownAwards.consentToDatabase);
  const bases = own.items.filter(({ gives, state }) => gives === 'database' && state === 'given');
  if (bases.length === 0) return null;
  const said = bases[0]?.consents ?? null;
  return (
    <Group title="是否同意录入人才数据库" foot="同意的才录入，以后也可以改。">
      <Choices
        label="是否同意录入人才数据库"
        options={[
          { key: 'yes', text: '同意', note: bases.map(({ name }) => name).join('；') },
          { key: 'no', text: '不同意' },
        ]}
        value={said === null ? null : said ? 'yes' : 'no'}
        onChoose={(key) => void say.run({ params: { id: entryId }, body: { consents: key === 'yes' } })}
      />
      <RefusalMessage refusal={say.refusal} />
    </Group>
  );
}
