import type { AccountView, EndpointSpec, Role } from '@jikaotong/shared/contract';
import { useSignIn } from '../../platform';

export type Staff = {
  readonly account: AccountView | null;
  /** Whether the person may call the endpoint, for this body or, without one, for any. */
  readonly may: (endpoint: Pick<EndpointSpec, 'who'>, bodyId?: string) => boolean;
};

/** Who works here and what they may do; the server judges again at every call. */
export function useStaff(): Staff {
  const { account } = useSignIn();
  const may: Staff['may'] = ({ who }, bodyId) =>
    typeof who === 'string' || rolesOf(account, bodyId).some((role) => who.includes(role));
  return { account, may };
}

/** The roles of an account for a body, or for all of its bodies. */
export const rolesOf = (account: AccountView | null, bodyId?: string): readonly Role[] => [
  ...new Set(
    (account?.grants ?? [])
      .filter((grant) => bodyId === undefined || grant.bodyId === bodyId)
      .flatMap(({ roles }) => roles),
  ),
];
