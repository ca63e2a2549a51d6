import { useSyncExternalStore } from 'react';
import { type SignInState, onSignInChange, signInState } from './signed-in';

/** Who is signed in, kept up to date. */
export const useSignIn = (): SignInState => useSyncExternalStore(onSignInChange, signInState, signInState);
