import type { StaffSessionView } from '@jikaotong/shared/contract';
import { type LocalDate, parseLocalDate } from '@jikaotong/shared/kernel';
import type { PaperNeed, RoomKind } from '@jikaotong/shared/rules/planning';
import { dayWords, examSubjectWord } from '@jikaotong/shared/words';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { DayField, PickField, Tag, TextButton, TextField } from '../../ui';
import { useToday } from '../demonstration';
import { offeringName } from '../notice';
import { type ExamPaperDraft, minutesOfRound } from './places-draft';
import { KIND_OPTIONS } from './room-row';
import { TimeInput } from './time-input';

type Props = {
  paper: ExamPaperDraft;
  /** All shifts of the same subject and offering, this one among them. */
  shifts: readonly ExamPaperDraft[];
  session: StaffSessionView;
  days: readonly LocalDate[];
  siteNames: readonly string[];
  /** Null while it is not known. */
  need: PaperNeed | null;
  onChange: (part: Partial<ExamPaperDraft>) => void;
  onAdd: () => void;
  onRemove: () => void;
};

/** One shift of a subject: hours, day and site; on a tap rooms, rounds and another site for whoever finds no place. */
export function ShiftEditor({ paper, shifts, session, days, siteNames, need, onChange, onAdd, onRemove }: Props) {
  const today = useToday();
  const [open, setOpen] = useState(false);
  const at = shifts.indexOf(paper);
  const id = `paper-${paper.offeringCode}-${paper.subject}${at > 0 ? `-${at + 1}` : ''}`;
  const isLast = at === shifts.length - 1;
  const name = `${examSubjectWord(paper.subject, session.ofStage)}${shifts.length > 1 ? `第 ${at + 1} 场` : ''}`;
  return (
    <View className="paper">
      <View className="paper__subject">{name}</View>
      {paper.later ? (
        <View className="papers__hint">
          {session.ofStage ? '不在考场里考的就空着，按抽签的场次和工位进行' : '通知写明时间另行通知：还没定就空着'}
        </View>
      ) : null}
      <View className="paper__line">
        <View className="paper__time">
          <TimeInput
            id={`${id}-from`}
            label={`${name}开始时间`}
            value={paper.startsAt}
            onChange={(startsAt) => onChange({ startsAt })}
          />
        </View>
        <Text className="paper__to">至</Text>
        <View className="paper__time">
          <TimeInput
            id={`${id}-to`}
            label={`${name}结束时间`}
            value={paper.endsAt}
            onChange={(endsAt) => onChange({ endsAt })}
          />
        </View>
      </View>
      {paper.later ? (
        <DayField
          id={`${id}-day`}
          label="日期"
          value={paper.day || null}
          earliest={session.examStart}
          startAt={session.examStart}
          onChange={(day) => onChange({ day })}
        />
      ) : days.length > 1 ? (
        <PickField
          id={`${id}-day`}
          label="日期"
          options={days.map((day) => ({ key: day, text: dayWords(day, today) }))}
          value={days.find((day) => day === paper.day) ?? null}
          onChange={(day) => onChange({ day })}
        />
      ) : null}
      {siteNames.length > 1 ? (
        <PickField
          id={`${id}-site`}
          label="考点"
          options={siteNames.map((text) => ({ key: text, text }))}
          value={siteNames.includes(paper.siteName) ? paper.siteName : null}
          onChange={(siteName) => onChange({ siteName })}
        />
      ) : (
        <View className="paper__where">
          {paper.later ? '' : `${dayWords(days.find((day) => day === paper.day) ?? session.examStart, today)} · `}
          {siteNames[0] ?? '先添加考点'}
        </View>
      )}
      {open ? <ShiftMore id={id} paper={paper} siteNames={siteNames} onChange={onChange} /> : <ShiftWords {...paper} />}
      {need ? <ShiftNeed id={id} need={need} paper={paper} session={session} /> : null}
      <View className="paper__acts">
        <TextButton
          id={`${id}-more`}
          text={open ? '收起' : '考场类型、分轮'}
          label={`${name}的考场类型和分轮`}
          onTap={() => setOpen(!open)}
        />
        {isLast ? <TextButton id={`${id}-add`} text="＋ 再加一场" label={`${name}后再加一场`} onTap={onAdd} /> : null}
        {shifts.length > 1 ? (
          <TextButton id={`${id}-remove`} text="删除这场" label={`删除${name}`} onTap={onRemove} />
        ) : null}
      </View>
    </View>
  );
}

/** A shift that somebody may sit: it stays as it is, and another may come after it. */
export function FixedShift({
  paper,
  number,
  session,
  onAdd,
}: Pick<Props, 'paper' | 'session'> & { number: number | null; onAdd: (() => void) | null }) {
  const today = useToday();
  const { offeringCode, subject, startsAt, endsAt, siteName } = paper;
  const parsed = parseLocalDate(paper.day);
  const name = `${examSubjectWord(subject, session.ofStage)}${number === null ? '' : `第 ${number} 场`}`;
  return (
    <View className="paper">
      <View className="paper__subject">{name}</View>
      <View className="paper__where">
        {`${parsed.ok ? dayWords(parsed.value, today) : ''} ${startsAt} 至 ${endsAt} · ${siteName}`}
      </View>
      {onAdd ? (
        <View className="paper__acts">
          <TextButton
            id={`paper-${offeringCode}-${subject}-add`}
            text="＋ 再加一场，给还没有座位的人"
            label={`${name}后再加一场`}
            onTap={onAdd}
          />
        </View>
      ) : null}
    </View>
  );
}

type NeedProps = Pick<Props, 'paper' | 'session'> & { id: string; need: PaperNeed };

function ShiftNeed({ id, need: { needed, places, short, shared }, paper, session }: NeedProps) {
  const others = shared?.with.map(({ offeringCode, subject }) => {
    const offering = session.offerings.find(({ code }) => code === offeringCode);
    const name = offering && offeringCode !== paper.offeringCode ? offeringName(offering) : '';
    return subject === paper.subject && name !== '' ? name : `${name}${examSubjectWord(subject, session.ofStage)}`;
  });
  const besides = shared ? `（与${[...new Set(others)].join('、')}共用，已占 ${shared.taken}）` : '';
  const words = `要考 ${needed} 人 · 有 ${places} 座${besides}`;
  return (
    <View id={`${id}-need`} className="papers__hint">
      {short > 0 ? <Tag tone="stop" text={`${words} · 少 ${short} 座`} /> : `${words} · 够`}
    </View>
  );
}

/** What was chosen beyond hours and site, in words. */
function ShiftWords(paper: ExamPaperDraft) {
  const minutes = minutesOfRound(paper);
  const words = [
    KIND_OPTIONS.find(({ key }) => key === paper.kind)?.text ?? '',
    paper.rounds ? `分 ${paper.rounds} 轮${minutes === null ? '' : `，每轮 ${minutes} 分钟`}` : '',
    paper.overflowSiteName ? `坐不下去${paper.overflowSiteName}` : '',
  ].filter((part) => part !== '');
  return words.length > 0 ? <View className="papers__hint">{words.join(' · ')}</View> : null;
}

/** No site is called so: names are trimmed. */
const NOWHERE = ' ';

type MoreProps = Pick<Props, 'paper' | 'siteNames' | 'onChange'> & { id: string };

function ShiftMore({ id, paper, siteNames, onChange }: MoreProps) {
  const minutes = minutesOfRound(paper);
  const others = siteNames.filter((name) => name !== paper.siteName);
  return (
    <View className="paper__more">
      <PickField<RoomKind | 'any'>
        id={`${id}-kind`}
        label="用哪类考场"
        options={[{ key: 'any', text: '不限' }, ...KIND_OPTIONS]}
        value={paper.kind ?? 'any'}
        onChange={(kind) => onChange({ kind: kind === 'any' ? undefined : kind })}
      />
      <TextField
        id={`${id}-rounds`}
        label="分几轮（工位轮着用；不分轮就空着）"
        type="number"
        maxlength={2}
        value={String(paper.rounds ?? '')}
        hint={paper.rounds && minutes !== null ? `每轮 ${minutes} 分钟` : undefined}
        onChange={(rounds) => onChange({ rounds })}
      />
      {others.length > 0 ? (
        <PickField
          id={`${id}-overflow`}
          label="坐不下的去哪个考点"
          options={[{ key: NOWHERE, text: '不另设' }, ...others.map((text) => ({ key: text, text }))]}
          value={paper.overflowSiteName ?? NOWHERE}
          onChange={(name) => onChange({ overflowSiteName: name === NOWHERE ? undefined : name })}
        />
      ) : null}
    </View>
  );
}
