import { type NoticeDraftView, publishing } from '@jikaotong/shared/contract';
import { versionWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { back, confirm, open, toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Cell, Empty, Group, Heading, Loaded, RefusalMessage, NoticeBar, Page, TextButton } from '../../ui';
import { useToday } from '../demonstration';
import { offeringName } from '../notice';
import { momentWords } from '../staff';
import { byReason } from './by-reason';
import { NoticeChangesView } from './notice-changes-view';
import { affectedWords, toldWords } from './draft-words';
import { PublishSheet } from './publish-sheet';
import { TouchedSessions } from './touched-sessions';

/** A draft: what it would change, what is still to be done, and then publishing. */
export function DraftScreen({ id }: { id: string }) {
  const answer = useAnswer(publishing.getNoticeDraft, { params: { id } });
  if (answer.state !== 'ready')
    return (
      <Page>
        <Loaded answer={answer}>{() => null}</Loaded>
      </Page>
    );
  return answer.data.state === 'open' ? (
    <OpenDraft draft={answer.data} refresh={answer.refresh} />
  ) : (
    <EndedDraft draft={answer.data} />
  );
}

function EndedDraft({ draft }: { draft: NoticeDraftView }) {
  const today = useToday();
  const published = draft.state === 'published';
  const { endedBy, endedAt, publishedVersion } = draft;
  const when = endedAt === null ? '' : momentWords(endedAt, today);
  return (
    <Page>
      <Empty
        title={published ? '已经发布' : '草稿已经放弃'}
        action={published ? '看各个版本' : '返回'}
        onAction={() =>
          published ? open('/packages/publishing/notice-versions/index', { id: draft.noticeId }) : back()
        }
      >
        {published
          ? `${endedBy ?? ''} ${when} 发布了“${draft.title}”${versionWords(publishedVersion ?? draft.runningVersion)}。${toldWords(draft.affected)}`
          : `${endedBy ?? ''} ${when} 放弃的。要继续，请重新导入文件。`}
      </Empty>
    </Page>
  );
}

function OpenDraft({ draft, refresh }: { draft: NoticeDraftView; refresh: () => void }) {
  const today = useToday();
  const [asking, setAsking] = useState(false);
  const unconfirmed = byReason(draft.assumptions).filter(({ by }) => by === null).length;
  const outdated = draft.baseVersion !== draft.runningVersion;
  const blocked = outdated || draft.sessions.some(({ lost }) => lost.length > 0);
  const next = versionWords(draft.runningVersion + 1);
  const assume = () => open('/packages/publishing/notice-assumptions/index', { id: draft.id });
  return (
    <Page
      action={
        unconfirmed > 0 ? (
          <BigButton id="go-assumptions" text={`确认推定（还有 ${unconfirmed} 条）`} onTap={assume} />
        ) : (
          <BigButton
            id="publish-notice"
            text={blocked ? '还不能发布，见上面的说明' : `发布${next}`}
            disabled={blocked}
            onTap={() => setAsking(true)}
          />
        )
      }
    >
      <Heading title={draft.title}>
        <View>
          {draft.runningVersion === 0 ? '新通知' : `${versionWords(draft.runningVersion)} → ${next}`} · {draft.bodyName}
        </View>
        <View>
          {draft.importedBy} {momentWords(draft.importedAt, today)} 导入
        </View>
      </Heading>
      {outdated ? <Outdated draft={draft} /> : null}
      <TouchedSessions sessions={draft.sessions} today={today} />
      <Group title="发布前">
        <Cell
          id="go-trial"
          title="试算"
          note="看上一批次的人，或一份情况文件，按新版会有什么不同"
          onTap={() => open('/packages/publishing/notice-trial/index', { id: draft.id })}
        />
        {draft.assumptions.length > 0 ? (
          <Cell
            id="see-assumptions"
            title="推定的内容"
            note="通知没有写明、按理由处理的，逐条确认"
            value={unconfirmed === 0 ? '都已确认' : `${unconfirmed} 条未确认`}
            onTap={assume}
          />
        ) : null}
        <Cell title="发布后会通知" note={affectedWords(draft.affected)} />
      </Group>
      {draft.runningVersion === 0 ? (
        <NoticeBar tone="info" title="这是新通知">
          <View>发布后大家就能在通知列表里看到，并得到一张二维码海报。开设的项目：</View>
          {draft.offerings.map((offering) => (
            <View key={offering.code}>{offeringName(offering)}</View>
          ))}
        </NoticeBar>
      ) : (
        <Heading title={`与${versionWords(draft.runningVersion)}的不同`} />
      )}
      <NoticeChangesView changes={draft.changes} />
      <Discard id={draft.id} />
      {asking ? <PublishSheet draft={draft} onClose={() => setAsking(false)} onOvertaken={refresh} /> : null}
    </Page>
  );
}

function Outdated({ draft }: { draft: NoticeDraftView }) {
  const renew = useCommand(publishing.renewNoticeDraft);
  const running = versionWords(draft.runningVersion);
  const go = async () => {
    const reply = await renew.run({ params: { id: draft.id }, body: { runningVersion: draft.runningVersion } });
    if (reply.ok) toast(`已改为与${running}对照`);
  };
  return (
    <NoticeBar tone="warn" title={`有人已经发布了${running}`}>
      <View>
        这份草稿是按{draft.baseVersion === 0 ? '新通知' : versionWords(draft.baseVersion)}写的。下面是与{running}
        的不同，请逐条看过，别把别人的改动改回去。
      </View>
      <RefusalMessage refusal={renew.refusal} />
      <TextButton id="renew-draft" text={`看过了，在${running}上继续`} onTap={() => void go()} />
    </NoticeBar>
  );
}

function Discard({ id }: { id: string }) {
  const discard = useCommand(publishing.discardNoticeDraft);
  const go = async () => {
    if (!(await confirm({ title: '放弃草稿', text: '草稿和已确认的推定都不再保留。', yes: '放弃' }))) return;
    const reply = await discard.run({ params: { id } });
    if (reply.ok) back();
  };
  return (
    <>
      <RefusalMessage refusal={discard.refusal} />
      <View className="staff-centre">
        <TextButton id="discard-draft" text="放弃这份草稿" onTap={() => void go()} />
      </View>
    </>
  );
}
