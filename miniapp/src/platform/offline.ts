import type { AccountView } from '@jikaotong/shared/contract';

/** WeChat keeps the mini-program itself on the phone; what is kept of a ticket stands in its storage. */
export function prepareOffline(): void {}

export const keepAccount = (_account: AccountView): Promise<void> => Promise.resolve();

export const keptAccount = (): Promise<AccountView | null> => Promise.resolve(null);

export const forgetMine = (): Promise<void> => Promise.resolve();
