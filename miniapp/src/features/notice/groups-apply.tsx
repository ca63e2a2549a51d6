import type { Notice } from '@jikaotong/shared/notice';
import { type GroupRule, groupsApply } from '@jikaotong/shared/rules/units';
import { open } from '../../platform';
import { Cell, Group } from '../../ui';
import { SourcedRow } from './references/sourced-row';

const HOW: Readonly<Record<GroupRule['where'], string>> = {
  online: '登记单位、交名单、统一缴费，都在技考通办',
  counter: '在技考通登记单位、做好名单，再到窗口办理',
  elsewhere: '在技考通登记单位、做好名单，再照通知印的步骤办理',
};

/** The way for a unit, where the notice has one: who may and how, as printed, and where to begin or go on. */
export function GroupsApply({ notice }: { notice: Notice }) {
  const rule = groupsApply(notice);
  if (rule === null) return null;
  return (
    <Group title="单位集体报名">
      <Cell
        id="go-group"
        title="单位集体报名"
        note={`${rule.unitKinds === null ? '' : '限通知写明的单位。'}${HOW[rule.where]}`}
        onTap={() => open('/packages/unit/mine/index', { body: notice.body.id })}
      />
      <SourcedRow of={rule.source}>{rule.text}</SourcedRow>
    </Group>
  );
}
