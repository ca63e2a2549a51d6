import { type DutyCode, type ReplyOf, overview } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayAndDistanceWords, dutyWord, roleWord } from '@jikaotong/shared/words';
import { open } from '../../platform';
import { Cell, Group, Tag } from '../../ui';
import { useStaff } from '../staff';
import { ownDutyPage, roleFor } from './duty';

type Duty = ReplyOf<typeof overview.getSessionCounts>['duties'][number];
type Props = { sessionId: string; bodyId: string; duties: readonly Duty[]; today: LocalDate };

/** What is to be done next, most urgent first; what is not one's own says whose it is. */
export function Duties({ sessionId, bodyId, duties, today }: Props) {
  const { may } = useStaff();
  if (duties.length === 0) return null;
  return (
    <Group title="待办">
      {duties.map((duty) => {
        const own = ownDutyPage(duty.code, (by) => may(by, bodyId));
        const role = roleFor(duty.code);
        return (
          <Cell
            key={duty.code}
            id={`duty-${duty.code}`}
            title={dutyTitle(duty)}
            note={dueWords(duty, today)}
            value={
              duty.overdue ? (
                <Tag text="已逾期" tone="stop" />
              ) : own || role === null ? undefined : (
                `由${roleWord(role)}办理`
              )
            }
            {...(own && { onTap: () => open(own.page, { ...own.asks, session: sessionId, id: sessionId }) })}
          />
        );
      })}
    </Group>
  );
}

/** `催缴费用（12 人）`. */
export const dutyTitle = ({ code, waiting }: Pick<Duty, 'code' | 'waiting'>): string =>
  waiting === undefined ? dutyWord(code) : `${dutyWord(code)}（${waiting} ${COUNTED[code] ?? '人'}）`;

/** What is counted where that is not people. */
const COUNTED: Partial<Readonly<Record<DutyCode, string>>> = {
  'resolve-cases': '项',
  'decide-score-reviews': '件',
  'decide-objections': '件',
  'replace-certificates': '份',
  'send-certificates': '份',
  'register-certificates': '份',
  'withdraw-certificates': '份',
  'check-stage-marks': '项',
  'correct-marks': '件',
  'decide-protests': '件',
};

/** `截至 11月30日 周一 · 还有7天`; without a day, that nothing presses. */
export const dueWords = ({ dueOn, overdue }: Pick<Duty, 'dueOn' | 'overdue'>, today: LocalDate): string =>
  dueOn ? `${overdue ? '应在' : '截至'} ${dayAndDistanceWords(dueOn, today)}` : '没有截止日';
