import type { MessageCode } from '@jikaotong/shared/contract';
import type { Ports } from '../http';

/** The ways a message goes out besides standing in the app, where it always does; a job each, sent by `messages`. */
export const CHANNELS = ['wechat'] as const;
export type Channel = (typeof CHANNELS)[number];

type Delivery = {
  /** Its payload is a `messageId`; jobs of this name wait in the database. */
  readonly job: string;
  /** Whether it takes messages of this code at all. */
  takes(ports: Pick<Ports, 'config'>, code: MessageCode): boolean;
};

export const DELIVERIES: Readonly<Record<Channel, Delivery>> = {
  wechat: {
    job: 'message-delivery',
    takes: ({ config }, code) => config.wechat.messageTemplates[code] !== undefined,
  },
};
