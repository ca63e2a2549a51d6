import { BODY_ROLES, type Role } from '@jikaotong/shared/contract';
import type { StaffMember } from '../accounts';

/**
 * Whether a change would leave a body without anybody who can let people in: invitations lapse, so only an
 * administrator who signs in counts. A change to somebody else is never held back.
 */
export function isLastAdministrator(
  members: readonly Pick<StaffMember, 'accountId' | 'roles' | 'state'>[],
  change: { readonly accountId: string; readonly roles?: readonly Role[]; readonly disabled?: boolean },
): boolean {
  const administrators = members.filter(
    (member) => member.state === 'active' && member.roles.includes('administrator'),
  );
  const isOne = administrators.some((member) => member.accountId === change.accountId);
  const stays = change.disabled !== true && (change.roles?.includes('administrator') ?? true);
  return isOne && !stays && administrators.length === 1;
}

/** Whether a change gives somebody a role not held before: another has to agree to it, by doing it. */
export function grantsMore(
  members: readonly Pick<StaffMember, 'accountId' | 'roles'>[],
  change: { readonly accountId: string; readonly roles?: readonly Role[] },
): boolean {
  const held = members.find(({ accountId }) => accountId === change.accountId)?.roles ?? [];
  return change.roles?.some((role) => !held.includes(role)) ?? false;
}

/** The roles of somebody that no administrator gives, and so none takes away with the others. */
export const ofInstallation = (
  members: readonly Pick<StaffMember, 'accountId' | 'roles'>[],
  accountId: string,
): readonly Role[] =>
  (members.find((member) => member.accountId === accountId)?.roles ?? []).filter(
    (role) => !BODY_ROLES.some((given) => given === role),
  );
