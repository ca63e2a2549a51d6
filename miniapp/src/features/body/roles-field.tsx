import { BODY_ROLES, type BodyRole } from '@jikaotong/shared/contract';
import { roleWord } from '@jikaotong/shared/words';
import { Check } from '../../ui';

const DUTIES: Readonly<Record<BodyRole, string>> = {
  reviewer: '审核认定和竞赛的报名，窗口收件，办理同证件等核查',
  finance: '核对转账，登记收款，办理退款',
  'exam-officer': '安排批次、考点、座位，发准考证；竞赛名单、环节安排和海报',
  'score-officer': '导入成绩，办理成绩复核',
  publisher: '发布通知、批次和成绩，发证；竞赛环节安排和海报',
  invigilator: '查看座次表',
  administrator: '机构设置和人员，也能查看和办理多数业务',
};

type Props = { roles: readonly BodyRole[]; onChange: (roles: readonly BodyRole[]) => void };

/** What somebody may do; several may be ticked. */
export function RolesField({ roles, onChange }: Props) {
  return (
    <>
      {BODY_ROLES.map((role) => (
        <Check
          key={role}
          id={`role-${role}`}
          text={roleWord(role)}
          note={DUTIES[role]}
          checked={roles.includes(role)}
          onChange={(yes) => onChange(yes ? [...roles, role] : roles.filter((other) => other !== role))}
        />
      ))}
    </>
  );
}
