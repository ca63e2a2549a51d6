import type { Notice } from '@jikaotong/shared/notice';
import { paymentOpensOf, windowsOf } from '@jikaotong/shared/rules/calendar';
import { useMemo } from 'react';
import { Group } from '../../ui';
import { useToday } from '../demonstration';
import { useCalendar } from './calendar';
import { type PlanDraft, daysOf } from './plan-draft';
import { WindowsView } from './windows-view';

/** What the days written so far would give, by the same rules as the server's. */
export function WindowsPreview({ notice, draft }: { notice: Notice; draft: PlanDraft }) {
  const today = useToday();
  const calendar = useCalendar();
  const computed = useMemo(() => {
    const days = daysOf(draft);
    const session = { ...days, paymentOpens: paymentOpensOf(notice, days) };
    if (!calendar || !session.examStart || draft.offeringCodes.length === 0) return null;
    const each = draft.offeringCodes.map((offeringCode) => windowsOf({ notice, offeringCode, session, calendar }));
    const warnings = new Map(
      each.flatMap((one) => one.warnings).map((warning) => [warning.code + JSON.stringify(warning.data), warning]),
    );
    return { windows: each[0]?.windows ?? [], warnings: [...warnings.values()] };
  }, [notice, draft, calendar]);
  if (!computed) return null;
  return (
    <Group title="按通知算出的时间" foot="保存后还要逐条确认。">
      <WindowsView
        windows={computed.windows}
        warnings={computed.warnings.map(({ code, data }) => ({ code, data: { ...data } }))}
        today={today}
      />
    </Group>
  );
}
