import type { EntrantPlaceView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { HEAT, dayWords, placeWords, subjectWord } from '@jikaotong/shared/words';

type Stage = { readonly name: string; readonly isLast: boolean; readonly people: readonly EntrantPlaceView[] };
type OfStage = Pick<Stage, 'isLast'> & { readonly today: LocalDate };

/** What an entrant's agent tells them of a stage: its result once that is published, else when and where, a line each. */
export function entrantLines({ ticket, result }: EntrantPlaceView, { isLast, today }: OfStage): string[] {
  if (result) return [resultWords(result, isLast)];
  if (!ticket) return [];
  return [
    ...ticket.seats.map(
      ({ subject, day, startsAt, siteName, roomName, seat }) =>
        `${subjectWord(subject)}：${dayWords(day, today)} ${startsAt} ${siteName} ${roomName} 座位${seat}`,
    ),
    ...(ticket.heat
      ? [`${HEAT}：${dayWords(ticket.heat.day, today)} ${ticket.heat.startsAt} ${placeWords(ticket.heat)}`]
      : []),
  ];
}

function resultWords({ rank, advances, standing }: NonNullable<EntrantPlaceView['result']>, isLast: boolean): string {
  if (standing === 'absent') return '缺考，没有名次';
  if (rank === null) return '没有名次';
  if (isLast) return `第${rank}名`;
  return `第${rank}名，${advances ? '晋级' : '未晋级'}`;
}

/** All that is known of everybody, as text for the unit's own group. */
export function allPlacesText(
  { unitName, stages }: { readonly unitName: string; readonly stages: readonly Stage[] },
  today: LocalDate,
): string {
  return stages
    .map(({ name, isLast, people }) =>
      [
        `${unitName} ${name}`,
        ...people.map((one, at) => `${at + 1}. ${one.name} ${entrantLines(one, { isLast, today }).join('；')}`),
      ].join('\n'),
    )
    .join('\n\n');
}
