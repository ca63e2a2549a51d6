import * as z from 'zod/mini';
import { recordOf } from '../kernel';
import { line } from './fields';

/**
 * What a candidate may tell besides the identity, in the order in which it is asked and shown; none of it is needed and
 * all of it is stored sealed. A new one is a line here: who stores, asks, prints and exports it then does not compile.
 */
export const CONTACT_FIELDS = ['employer', 'address'] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** How long each may be, in characters. */
export const CONTACT_LENGTHS: Readonly<Record<ContactField, number>> = { employer: 80, address: 120 };

/** As they are told: absent, it stays as it was; null takes it back. */
export const contactInputs = recordOf(CONTACT_FIELDS, (field) => z.optional(z.nullable(line(CONTACT_LENGTHS[field]))));
export const contactViews = recordOf(CONTACT_FIELDS, () => z.nullable(z.string()));
