export const EVENT_STATES = ['planned', 'published', 'cancelled'] as const;
export type EventState = (typeof EVENT_STATES)[number];

type Trait = 'visible' | 'standing';

/** Whether visitors see it, and whether it is held as far as anybody knows: a new state does not compile without. */
const TRAITS: Readonly<Record<EventState, Readonly<Record<Trait, boolean>>>> = {
  planned: { visible: false, standing: true },
  published: { visible: true, standing: true },
  cancelled: { visible: true, standing: false },
};

/** The states of an event of which this is true. */
export const eventStatesThatAre = (trait: Trait): readonly EventState[] =>
  EVENT_STATES.filter((state) => TRAITS[state][trait]);
