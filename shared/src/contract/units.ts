import * as z from 'zod/mini';
import { tidyCapitals } from '../kernel';
import { UnitKindSchema } from '../notice';
import { endpoint } from './endpoint';
import { Count, Day, Done, Id, IdParams, Instant, PersonName, Phone, line, prose } from './fields';

export const UNIT_STATES = ['submitted', 'returned', 'approved', 'suspended', 'rejected'] as const;
export type UnitState = (typeof UNIT_STATES)[number];

/** What staff may send back, each with a remark of its own. */
export const UNIT_FIELDS = ['name', 'kind', 'code', 'address', 'contactName', 'contactPhone', 'proof'] as const;
export type UnitField = (typeof UNIT_FIELDS)[number];

export const UNIT_EVENTS = [
  'registered',
  'changed',
  'returned',
  'approved',
  'rejected',
  'suspended',
  'resumed',
  'agent-invited',
  'agent-joined',
  'agent-removed',
] as const;
export type UnitEventCode = (typeof UNIT_EVENTS)[number];

const Remark = z.strictObject({ field: z.enum(UNIT_FIELDS), text: prose(200) });

/** The name as licensed; 统一社会信用代码, null where a unit has none; a scan that proves both. */
const told = {
  name: line(80, 2),
  kind: UnitKindSchema,
  code: z.nullable(z.string().check(z.overwrite(tidyCapitals), z.regex(/^[0-9A-Z]{18}$/))),
  address: line(120),
  contactName: PersonName,
  contactPhone: Phone,
  proofFileId: Id,
};

const UnitSummary = z.object({
  id: Id,
  bodyId: Id,
  bodyName: z.string(),
  name: z.string(),
  kind: UnitKindSchema,
  code: z.nullable(z.string()),
  state: z.enum(UNIT_STATES),
});

const AgentView = z.object({ accountId: Id, phoneMasked: z.nullable(z.string()), since: Instant, isMe: z.boolean() });
const InvitationView = z.object({ id: Id, phoneMasked: z.string(), expiresAt: Instant, handsOver: z.boolean() });

const whole = {
  ...UnitSummary.shape,
  version: Count,
  address: z.string(),
  contactName: z.string(),
  contactPhone: z.string(),
  proofFileId: Id,
  proofUrl: z.string(),
  proofType: z.string(),
  registeredAt: Instant,
  agents: z.array(AgentView),
  invitations: z.array(InvitationView),
};

/** A unit as its agents see it; `remarks` are those to answer, `reason` why it is rejected or suspended. */
export const UnitView = z.object({
  ...whole,
  remarks: z.array(z.object({ field: z.enum(UNIT_FIELDS), text: z.string() })),
  reason: z.nullable(z.string()),
});
export type UnitView = z.output<typeof UnitView>;

/** The same for staff, with what happened to it, the latest first, and who else registered under the same code. */
export const StaffUnitView = z.object({
  ...UnitView.shape,
  sameCode: z.array(z.object({ id: Id, name: z.string(), state: z.enum(UNIT_STATES), hasAgent: z.boolean() })),
  history: z.array(
    z.object({
      code: z.enum(UNIT_EVENTS),
      at: Instant,
      byName: z.nullable(z.string()),
      reason: z.nullable(z.string()),
      remarks: z.array(z.object({ field: z.enum(UNIT_FIELDS), text: z.string() })),
    }),
  ),
});
export type StaffUnitView = z.output<typeof StaffUnitView>;

/** One's own units, and the bodies with which one may be registered. */
export const listMyUnits = endpoint({
  name: 'listMyUnits',
  method: 'GET',
  path: '/units',
  who: 'signed-in',
  reply: z.object({
    items: z.array(UnitSummary),
    bodies: z.array(z.object({ id: Id, name: z.string() })),
  }),
  refusals: [],
});

/**
 * Registers a unit with a body; whoever does is its first agent. A code that somebody else holds already gets the same
 * answer: staff see both.
 */
export const registerUnit = endpoint({
  name: 'registerUnit',
  method: 'POST',
  path: '/units',
  who: 'signed-in',
  body: z.strictObject({ bodyId: Id, ...told }),
  reply: UnitView,
  refusals: ['unit-code-wrong', 'phone-not-proven', 'file-refused', 'wrong-state'],
});

export const getUnit = endpoint({
  name: 'getUnit',
  method: 'GET',
  path: '/units/:id',
  who: 'signed-in',
  params: IdParams,
  reply: UnitView,
  refusals: [],
});

/**
 * Mends what was sent back, or what nobody has looked at yet, and hands it in again; of an approved unit only address
 * and contact. `If-Match` is the unit's version.
 */
export const changeUnit = endpoint({
  name: 'changeUnit',
  method: 'PATCH',
  path: '/units/:id',
  who: 'signed-in',
  ifMatch: true,
  params: IdParams,
  body: z.strictObject({
    name: z.optional(told.name),
    kind: z.optional(told.kind),
    code: z.optional(told.code),
    address: z.optional(told.address),
    contactName: z.optional(told.contactName),
    contactPhone: z.optional(told.contactPhone),
    proofFileId: z.optional(told.proofFileId),
  }),
  reply: UnitView,
  refusals: ['unit-code-wrong', 'file-refused', 'wrong-state'],
});

/** The path of the link is in the first reply only. */
const Invited = z.object({ invitationId: Id, linkPath: z.nullable(z.string()) });

/**
 * A one-time link by which the owner of this number becomes an agent; `handsOver`: in the place of whoever invites,
 * from the moment it is used.
 */
export const inviteAgent = endpoint({
  name: 'inviteAgent',
  method: 'POST',
  path: '/units/:id/invitations',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({ phone: Phone, handsOver: z.boolean() }),
  reply: Invited,
  refusals: ['wrong-state'],
});

export const withdrawAgentInvitation = endpoint({
  name: 'withdrawAgentInvitation',
  method: 'DELETE',
  path: '/units/:id/invitations/:invitationId',
  who: 'signed-in',
  params: z.strictObject({ id: Id, invitationId: Id }),
  reply: Done,
  refusals: ['wrong-state'],
});

const ByLink = z.strictObject({ token: z.string().check(z.regex(/^[\w-]{43}$/)) });

/** Which unit a link that can still be used is about, before it is used. */
export const readUnitInvitation = endpoint({
  name: 'readUnitInvitation',
  method: 'GET',
  path: '/unit-invitations/:token',
  who: 'signed-in',
  params: ByLink,
  reply: z.object({ unitName: z.string(), bodyName: z.string(), handsOver: z.boolean() }),
  refusals: ['invitation-invalid'],
});

/** Whoever has proven the number that the link is bound to becomes an agent, once. */
export const joinUnit = endpoint({
  name: 'joinUnit',
  method: 'POST',
  path: '/unit-invitations/:token',
  who: 'signed-in',
  params: ByLink,
  reply: z.object({ unitId: Id }),
  refusals: ['invitation-invalid', 'phone-not-proven', 'invitation-of-another-phone'],
});

const AgentParams = z.strictObject({ id: Id, accountId: Id });

/** Ends somebody's work for the unit at once, one's own too; the last one stays. */
export const removeAgent = endpoint({
  name: 'removeAgent',
  method: 'DELETE',
  path: '/units/:id/agents/:accountId',
  who: 'signed-in',
  params: AgentParams,
  reply: Done,
  refusals: ['last-agent'],
});

const UNIT_STAFF = ['reviewer', 'administrator'] as const;
const decided = { method: 'POST', who: UNIT_STAFF, params: IdParams, reply: StaffUnitView } as const;
const Reason = z.strictObject({ version: Count, reason: prose(200) });

export const getStaffUnit = endpoint({
  name: 'getStaffUnit',
  method: 'GET',
  path: '/staff/units/:id',
  who: UNIT_STAFF,
  params: IdParams,
  reply: StaffUnitView,
  refusals: [],
});

/** The units that wait for a decision, what is due first before the rest (N14); at most 50, `total` of them. */
export const listWaitingUnits = endpoint({
  name: 'listWaitingUnits',
  method: 'GET',
  path: '/staff/waiting-units',
  who: UNIT_STAFF,
  reply: z.object({
    total: Count,
    items: z.array(z.object({ id: Id, bodyId: Id, name: z.string(), dueOn: Day, overdue: z.boolean() })),
  }),
  refusals: [],
});

/** A unit that came by e-mail or in person, with what proves it (its letter, a picture of the mail); it has no agent yet. */
export const enterUnit = endpoint({
  name: 'enterUnit',
  method: 'POST',
  path: '/staff/bodies/:id/units',
  who: UNIT_STAFF,
  params: IdParams,
  body: z.strictObject(told),
  reply: StaffUnitView,
  refusals: ['unit-code-wrong', 'unit-code-held', 'file-refused'],
});

/** Refused while another unit holds the code: one of the two is rejected first. */
export const approveUnit = endpoint({
  ...decided,
  name: 'approveUnit',
  path: '/staff/units/:id/approval',
  body: z.strictObject({ version: Count }),
  refusals: ['wrong-state', 'unit-code-held'],
});

export const returnUnit = endpoint({
  ...decided,
  name: 'returnUnit',
  path: '/staff/units/:id/return',
  body: z.strictObject({ version: Count, remarks: z.array(Remark).check(z.minLength(1), z.maxLength(7)) }),
  refusals: ['wrong-state'],
});

export const rejectUnit = endpoint({
  ...decided,
  name: 'rejectUnit',
  path: '/staff/units/:id/rejection',
  body: Reason,
  refusals: ['wrong-state'],
});

/**
 * Whoever claims a code that an approved unit without any agent holds (staff entered it) becomes the agent of that unit; the
 * claim ends, and its agents are told why. Refuses `changed-meanwhile` where the other unit has an agent by now.
 */
export const takeClaimant = endpoint({
  ...decided,
  name: 'takeClaimant',
  path: '/staff/units/:id/claimant',
  body: z.strictObject({ version: Count, unitId: Id }),
  refusals: ['wrong-state'],
});

/** Its agents can look, and do nothing more. */
export const suspendUnit = endpoint({
  ...decided,
  name: 'suspendUnit',
  path: '/staff/units/:id/suspension',
  body: Reason,
  refusals: ['wrong-state'],
});

export const resumeUnit = endpoint({
  ...decided,
  name: 'resumeUnit',
  path: '/staff/units/:id/resumption',
  body: z.strictObject({ version: Count }),
  refusals: ['wrong-state'],
});

/** Where all agents are gone: a link for a number that the unit proved to staff. */
export const appointAgent = endpoint({
  name: 'appointAgent',
  method: 'POST',
  path: '/staff/units/:id/invitations',
  who: UNIT_STAFF,
  params: IdParams,
  body: z.strictObject({ phone: Phone }),
  reply: Invited,
  refusals: ['wrong-state'],
});

export const dismissAgent = endpoint({
  name: 'dismissAgent',
  method: 'DELETE',
  path: '/staff/units/:id/agents/:accountId',
  who: UNIT_STAFF,
  params: AgentParams,
  reply: Done,
  refusals: [],
});
