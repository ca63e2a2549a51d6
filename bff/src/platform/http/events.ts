import type { Context, Event } from './context';

/** Makes events of one kind: `applicationApproved({ applicationId })`. */
export type EventKind<P> = {
  (payload: P): Event;
  readonly eventName: string;
  payloadOf(event: Event): P;
};

export type Handler<P> = (ctx: Context, payload: P) => Promise<void>;

/** What is called, in this order, when an event of one kind happens. */
export type Subscription = {
  readonly eventName: string;
  readonly handlers: readonly Handler<Event>[];
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

/**
 * Subscribes these to a kind of event, in this order; a throw rolls the whole transaction back. Without any, the event is
 * heard by nobody, and that is known.
 */
export const on = <P>(kind: EventKind<P>, ...handlers: readonly Handler<P>[]): Subscription => ({
  eventName: kind.eventName,
  handlers: handlers.map((handle) => (ctx, event) => handle(ctx, kind.payloadOf(event))),
});
