import type { Context, Event } from './context';

/** Makes events of one kind: `applicationApproved({ applicationId })`. */
export type EventKind<P> = {
  (payload: P): Event;
  readonly eventName: string;
  payloadOf(event: Event): P;
};

export type Subscription = {
  readonly eventName: string;
  readonly handle: (c: Context, event: Event) => Promise<void>;
};

/** `export const applicationApproved = defineEvent<{ applicationId: string }>('applicationApproved')`. */
export function defineEvent<P>(eventName: string): EventKind<P> {
  const payloads = new WeakMap<Event, { payload: P }>();
  const make = (payload: P): Event => {
    const event = { name: eventName };
    payloads.set(event, { payload });
    return event;
  };
  const payloadOf = (event: Event): P => {
    const box = payloads.get(event);
    if (!box) throw new Error(`not an event of kind ${eventName}`);
    return box.payload;
  };
  return Object.assign(make, { eventName, payloadOf });
}

/** Subscribes a feature to a kind of event; a throw rolls the whole transaction back. */
export const on = <P>(kind: EventKind<P>, handle: (c: Context, payload: P) => Promise<void>): Subscription => ({
  eventName: kind.eventName,
  handle: (c, event) => handle(c, kind.payloadOf(event)),
});
