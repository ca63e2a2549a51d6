import { STAGE_HOURS, type StageHours } from '@jikaotong/shared/contract';
import { type LocalDate, isTimeOfDay, parseLocalDate } from '@jikaotong/shared/kernel';
import { stageHoursWord } from '@jikaotong/shared/words';
import { Chips, DayField, Group, TextButton, TextField } from '../../ui';

/** One hour of a stage as it is typed. */
export type TypedHours = {
  readonly kind: StageHours['kind'];
  readonly day: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
};

export const typedHours = (plan: readonly StageHours[]): TypedHours[] =>
  plan.map(({ endsAt, ...hours }) => ({ ...hours, endsAt: endsAt ?? '' }));

/** What is typed as it travels; null while a part of it is missing, wrong, or before the first day. */
export function planOf(typed: readonly TypedHours[], firstDay: LocalDate | null): StageHours[] | null {
  const plan = typed.flatMap(({ kind, day: text, startsAt, endsAt, place }) => {
    const day = text === null ? null : parseLocalDate(text);
    const ends = endsAt.trim() === '' ? null : endsAt;
    if (!day?.ok || !isTimeOfDay(startsAt) || place.trim() === '' || (firstDay !== null && day.value < firstDay))
      return [];
    if (ends !== null && (!isTimeOfDay(ends) || ends <= startsAt)) return [];
    return [{ kind, day: day.value, startsAt, endsAt: ends, place: place.trim() }];
  });
  return plan.length === typed.length ? plan : null;
}

const MOST = 20;
type Props = {
  typed: readonly TypedHours[];
  onChange: (typed: readonly TypedHours[]) => void;
  first: { readonly day: string | null; readonly place: string };
  today: LocalDate;
  error: string | null;
};

/** The hours of a stage where there is more than one: an opening, several days, several places. */
export function PlanFields({ typed, onChange, first, today, error }: Props) {
  const put = (at: number, more: Partial<TypedHours>) =>
    onChange(typed.map((one, place) => (place === at ? { ...one, ...more } : one)));
  const add = () =>
    onChange([
      ...typed,
      {
        kind: typed.length === 0 ? 'opening' : 'theory',
        day: first.day,
        startsAt: '09:00',
        endsAt: '',
        place: first.place,
      },
    ]);
  return (
    <>
      {typed.map((one, at) => (
        <Group key={at} title={`日程 ${at + 1}`}>
          <Chips
            id={`plan-kind-${at + 1}`}
            label="内容"
            options={STAGE_HOURS.map((key) => ({ key, text: stageHoursWord(key) }))}
            value={one.kind}
            onChoose={(kind) => put(at, { kind })}
          />
          <DayField
            id={`plan-day-${at + 1}`}
            label="日期"
            value={one.day}
            earliest={today}
            startAt={today}
            error={null}
            onChange={(day) => put(at, { day })}
          />
          <TextField
            id={`plan-starts-${at + 1}`}
            label="开始时间"
            value={one.startsAt}
            maxlength={5}
            onChange={(startsAt) => put(at, { startsAt })}
          />
          <TextField
            id={`plan-ends-${at + 1}`}
            label="结束时间（可不填）"
            value={one.endsAt}
            maxlength={5}
            onChange={(endsAt) => put(at, { endsAt })}
          />
          <TextField
            id={`plan-place-${at + 1}`}
            label="地点"
            value={one.place}
            maxlength={120}
            onChange={(place) => put(at, { place })}
          />
          <TextButton
            id={`plan-drop-${at + 1}`}
            text="去掉这一项"
            onTap={() => onChange(typed.filter((_, place) => place !== at))}
          />
        </Group>
      ))}
      {error ? <Group foot={error}>{null}</Group> : null}
      {typed.length < MOST ? <TextButton id="plan-add" text="加一项日程（开幕式、分天、分地点）" onTap={add} /> : null}
    </>
  );
}
