import { type StaffSessionView, notices, overview, sessions } from '@jikaotong/shared/contract';
import { daysBetween, addDays } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import { examDaysWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { backOr, call, replace, toast, useAnswer, useCommand, useEveryPage } from '../../platform';
import { BigButton, Cell, Group, Heading, Loaded, RefusalMessage, NoticeBar, Page } from '../../ui';
import { useToday } from '../demonstration';
import { CapacityPreview, conflictsIn } from './capacity-preview';
import { DrawnHeats } from './drawn-heats';
import { ExamDaysPart } from './exam-days';
import { ExamPapersEditor } from './exam-papers-editor';
import {
  type Admitted,
  type PlacesDraft,
  type SiteDraft,
  placesDraftOf,
  placesFaults,
  placesOf,
  seatsIn,
  withSite,
  withSites,
  withUsualHours,
} from './places-draft';
import { roomDraftOf } from './room-draft';
import { SavedMeanwhile } from './saved-meanwhile';
import { SiteEditor } from './site-editor';

type Props = { id: string; fresh: boolean };

/** Where and when each subject is examined. */
export function PlacesScreen({ id, fresh }: Props) {
  const answer = useAnswer(sessions.getStaffSession, { params: { id } });
  const noticeId = answer.state === 'ready' ? answer.data.noticeId : '';
  const notice = useAnswer(notices.getNotice, { params: { id: noticeId } }, { enabled: noticeId !== '' });
  if (answer.state === 'ready' && notice.state === 'ready') {
    return <EditPlaces session={answer.data} notice={notice.data.notice} fresh={fresh} />;
  }
  return (
    <Page>
      <Loaded answer={answer.state === 'ready' ? notice : answer}>{() => null}</Loaded>
    </Page>
  );
}

type EditProps = { session: StaffSessionView; notice: Notice; fresh: boolean };

function EditPlaces({ session, notice, fresh }: EditProps) {
  const today = useToday();
  const [filled, setFilled] = useState<PlacesDraft>(() => placesDraftOf(session, notice));
  const [draft, setDraft] = useState<PlacesDraft>(filled);
  const [shown, setShown] = useState(false);
  // of the plan that this draft was made from: what others save meanwhile comes in below and is not overwritten
  const [revision, setRevision] = useState(session.revision);
  const save = useCommand(sessions.setSessionPlaces);
  const admitted = useAdmitted(session);
  const faults = placesFaults(draft);
  const conflicts = conflictsIn(session, draft, { notice, admitted });
  const hasLater = draft.papers.some(({ later }) => later);
  const days = Array.from({ length: daysBetween(session.examStart, session.examEnd) + 1 }, (_, place) =>
    addDays(session.examStart, place),
  );

  const send = async () => {
    setShown(true);
    const body = placesOf(draft);
    if (!body) return;
    const reply = await save.run({ params: { id: session.id }, body: { ...body, revision } });
    if (!reply.ok) return;
    if (fresh) replace('/packages/planning/session-windows/index', { id: session.id, fresh: 1 });
    else {
      toast(conflicts.length > 0 ? `已保存，还有 ${conflicts.length} 处冲突要解决` : '已保存');
      backOr(session.ofStage ? '/packages/stage/desk/index' : '/packages/staff/session/index', { id: session.id });
    }
  };
  const isTyped = draft !== filled;
  const isBehind = revision !== session.revision && isTyped;
  // where nothing was typed there is nothing to keep: what stands now comes in by itself, such as after one's own move
  if (!isTyped && revision !== session.revision) {
    const next = placesDraftOf(session, notice);
    setFilled(next);
    setDraft(next);
    setRevision(session.revision);
  }
  const follow = (next: PlacesDraft) => {
    setDraft(next);
    setRevision(session.revision);
    save.forget();
  };
  return (
    <Page
      action={
        <>
          {isBehind ? null : <RefusalMessage refusal={save.refusal} />}
          {conflicts.length > 0 ? (
            <NoticeBar tone="warn">
              考试安排有 {conflicts.length} 处冲突：{conflicts[0]}。
              {session.ofStage ? '可以先保存，排座前要改好。' : '可以先保存，考试前要改好。'}
            </NoticeBar>
          ) : null}
          {shown && faults.length > 0 ? (
            <NoticeBar tone="stop">
              {faults.map((fault) => (
                <View key={fault}>{fault}</View>
              ))}
            </NoticeBar>
          ) : null}
          <BigButton
            id="save-places"
            text={fresh ? '下一步：确认各项时间' : '保存'}
            busy={save.busy}
            onTap={() => void send()}
          />
        </>
      }
    >
      <Heading title="考点、考场和各科时间">{session.name}</Heading>
      {session.ofStage ? <DrawnHeats stageId={session.id} noticeId={session.noticeId} /> : null}
      {session.placesFrozen ? (
        <NoticeBar tone="warn">
          已经排座：可以增加考点、考场、座位和场次；原有的要保留，座位不能减少，原来的时间不能改。
          {hasLater ? '另行通知的科目可以在下面填上时间。' : ''}
        </NoticeBar>
      ) : null}
      {isBehind ? (
        <SavedMeanwhile
          session={session}
          onTake={() => follow(placesDraftOf(session, notice))}
          onKeep={() => follow(draft)}
        />
      ) : null}
      {draft.sites.length === 0 ? (
        <Suggestions notice={notice} session={session} draft={draft} onTake={setDraft} />
      ) : null}
      {draft.sites.map((site, place) => (
        <SiteEditor
          key={place}
          place={place}
          site={site}
          onChange={(next) => setDraft(withSite(draft, place, next))}
          onRemove={() =>
            setDraft(
              withSites(
                draft,
                draft.sites.filter((_, other) => other !== place),
              ),
            )
          }
        />
      ))}
      {draft.sites.length > 0 ? (
        <KnownSites
          session={session}
          draft={draft}
          onTake={(site) => setDraft(withSites(draft, [...draft.sites, site]))}
        />
      ) : null}
      <Group>
        <Cell
          id="add-site"
          title={draft.sites.length === 0 ? '自己填写考点' : '再加一个考点'}
          onTap={() =>
            setDraft(
              withSites(draft, [...draft.sites, { name: '', address: '', rooms: [{ name: '第1考场', seats: '30' }] }]),
            )
          }
        />
      </Group>
      {session.ofStage ? (
        <Group title="比赛日" foot="改日期请到报名名单的“赛程”，各场会一起改。">
          <Cell title={examDaysWords(session, today)} />
        </Group>
      ) : (
        <ExamDaysPart session={session} days={days} revision={revision} onAdded={setRevision} />
      )}
      <ExamPapersEditor
        session={session}
        draft={draft}
        days={days}
        notice={notice}
        admitted={admitted}
        frozen={session.placesFrozen}
        onChange={(papers) => setDraft({ ...draft, papers })}
        onUsual={() => setDraft(withUsualHours(draft, session.examStart))}
        onExpected={(expected) => setDraft({ ...draft, expected })}
      />
      <CapacityPreview session={session} draft={draft} notice={notice} admitted={admitted} />
    </Page>
  );
}

/** Who is admitted to a published session, by what they take; empty while nobody is known. */
function useAdmitted({ id, published }: StaffSessionView): readonly Admitted[] {
  const answer = useAnswer(overview.getSeatCapacity, { params: { id } }, { enabled: published });
  return published && answer.state === 'ready' ? answer.data.admitted : NOBODY;
}
const NOBODY: readonly Admitted[] = [];

type SuggestionProps = {
  notice: Notice;
  session: StaffSessionView;
  draft: PlacesDraft;
  onTake: (draft: PlacesDraft) => void;
};

/** The sessions of the body, newest first. */
const useEarlier = (session: StaffSessionView): readonly StaffSessionView[] => {
  const earlier = useEveryPage(['sessions-to-choose'], (cursor) =>
    call(sessions.listStaffSessions, { query: { cursor, limit: 100 } }),
  );
  return earlier.state === 'ready'
    ? earlier.data.items.filter(
        ({ id, bodyId, plan }) => id !== session.id && bodyId === session.bodyId && plan.sites.length > 0,
      )
    : [];
};

const MOST_KNOWN = 8;

/** Sites that earlier sessions had, rooms and all, each at one tap. */
function KnownSites({
  session,
  draft,
  onTake,
}: Pick<SuggestionProps, 'session' | 'draft'> & { onTake: (site: SiteDraft) => void }) {
  const known = new Map<string, SiteDraft>();
  for (const { plan } of useEarlier(session))
    for (const { rooms, ...site } of plan.sites)
      if (!known.has(site.name) && !draft.sites.some(({ name }) => name === site.name))
        known.set(site.name, { ...site, rooms: rooms.map(roomDraftOf) });
  if (known.size === 0) return null;
  return (
    <Group title="以前用过的考点">
      {[...known.values()].slice(0, MOST_KNOWN).map((site, at) => (
        <Cell
          key={site.name}
          id={`take-site-${at}`}
          title={`加上${site.name}`}
          note={`${site.rooms.length} 间考场，共 ${seatsIn(site)} 个座位`}
          onTap={() => onTake(site)}
        />
      ))}
    </Group>
  );
}

/** Places at one tap: those of an earlier session, or the address that the notice prints. */
function Suggestions({ notice, session, draft, onTake }: SuggestionProps) {
  const [known] = useEarlier(session);
  const address = notice.counters[0]?.address.value;
  const take = (sites: PlacesDraft['sites']) => onTake(withSites(draft, sites));
  if (!known && !address) return null;
  return (
    <Group title="可以直接用">
      {known ? (
        <Cell
          id="take-earlier-places"
          title={`沿用${known.name}的考点`}
          note={known.plan.sites.map(({ name }) => name).join('、')}
          onTap={() =>
            take(
              known.plan.sites.map(({ rooms, ...site }) => ({
                ...site,
                rooms: rooms.map(roomDraftOf),
              })),
            )
          }
        />
      ) : null}
      {address ? (
        <Cell
          id="take-notice-address"
          title="用通知上的地址"
          note={address}
          onTap={() => take([{ name: notice.body.name, address, rooms: [{ name: '第1考场', seats: '30' }] }])}
        />
      ) : null}
    </Group>
  );
}
