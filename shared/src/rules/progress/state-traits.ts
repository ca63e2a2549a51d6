import { APPLICATION_STATES, type ApplicationState } from './progress-facts';

/**
 * `live`: on its way, so what happens to its event or notice reaches it, and its owner may step back. `mendable`: its owner
 * may still write in it. `handedIn`: it holds its document against others. `ordered`: an order was opened for it.
 */
type Trait = 'live' | 'mendable' | 'handedIn' | 'ordered';

const TRAITS: Readonly<Record<ApplicationState, Readonly<Record<Trait, boolean>>>> = {
  draft: { live: true, mendable: true, handedIn: false, ordered: false },
  submitted: { live: true, mendable: false, handedIn: true, ordered: false },
  returned: { live: true, mendable: true, handedIn: false, ordered: false },
  approved: { live: true, mendable: false, handedIn: true, ordered: true },
  rejected: { live: false, mendable: false, handedIn: false, ordered: false },
  withdrawn: { live: false, mendable: false, handedIn: false, ordered: false },
  lapsed: { live: false, mendable: false, handedIn: false, ordered: true },
  void: { live: false, mendable: false, handedIn: false, ordered: false },
};

/** The states of an application of which this is true. */
export const statesThatAre = (trait: Trait): readonly ApplicationState[] =>
  APPLICATION_STATES.filter((state) => TRAITS[state][trait]);
