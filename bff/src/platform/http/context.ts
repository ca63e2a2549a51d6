import type { AuditCode } from '@jikaotong/shared/contract';
import type { Logger } from 'pino';
import type { AuditValue } from '../audit';
import type { Clock, Now } from '../clock';
import type { Config } from '../config';
import type { Crypto } from '../crypto';
import type { Handle } from '../db';
import type { Files } from '../files';
import type { Pdf } from '../pdf';
import type { Sms } from '../sms';
import type { Wechat } from '../wechat';

/** The outside world as commands and jobs see it. */
export type Ports = {
  readonly config: Config;
  readonly clock: Clock;
  readonly crypto: Crypto;
  readonly files: Files;
  readonly wechat: Wechat;
  readonly sms: Sms;
  readonly pdf: Pdf;
  readonly log: Logger;
  /** Moves a demonstration on to a business instant, running every job due on the way until quiet. */
  advanceTo(businessMs: number): Promise<void>;
  /** Runs every job due by the business clock until none is left. */
  runDueJobs(): Promise<void>;
};

/** Something that happened, told to features to the right in the same transaction; made by `defineEvent`. */
export type Event = { readonly name: string };

/** What code inside a transaction (or a read) works with; events and jobs get the same. */
export type Context = {
  readonly h: Handle;
  readonly now: Now;
  readonly ports: Ports;
  readonly requestId: string;
  /** Notes an audit event; it is chained at the end of the transaction. Values must not be personal. */
  audit(code: AuditCode, ids: Readonly<Record<string, string>>, values?: Readonly<Record<string, AuditValue>>): void;
  /** Tells the features subscribed, here and now, in this transaction. */
  emit(event: Event): Promise<void>;
};

/** What code outside any transaction works with: network, files, heavy sums. */
export type Outside = {
  readonly now: Now;
  readonly ports: Ports;
  readonly requestId: string;
  read<T>(fn: (h: Handle) => Promise<T>): Promise<T>;
};
