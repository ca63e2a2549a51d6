import { type SignedIn, accounts } from '@jikaotong/shared/contract';
import { type Reply, call, holdSignIn } from '../../platform';
import { REFRESH_TOKEN_PLACE } from '../account';

type Given = { name: string; password: string; totp?: string };

/** Signs staff in by password. */
export const signInStaff = async (given: Given): Promise<Reply<SignedIn>> =>
  held(await call(accounts.signInWithPassword, { body: { ...given, keep: REFRESH_TOKEN_PLACE } }));

/** Sets the password behind a one-time link and signs in with it; where a second factor is on, its code goes with it. */
export const acceptInvitation = async (token: string, given: Omit<Given, 'name'>): Promise<Reply<SignedIn>> =>
  held(await call(accounts.acceptInvitation, { params: { token }, body: { ...given, keep: REFRESH_TOKEN_PLACE } }));

function held(reply: Reply<SignedIn>): Reply<SignedIn> {
  if (reply.ok) holdSignIn(reply.data);
  return reply;
}
