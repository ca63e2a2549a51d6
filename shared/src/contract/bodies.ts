import * as z from 'zod/mini';
import { tidyCapitals } from '../kernel';
import { endpoint } from './endpoint';
import { BodyRoleName, Done, Id, IdParams, StaffName, line } from './fields';

/** What is copied from a letter or a console: blanks, width and small letters are none of it. */
const copied = (form: RegExp) => z.string().check(z.overwrite(tidyCapitals), z.regex(form));

/** Positions 1 to 13 of a certificate number (机构类别 1 · 机构代码 4 · 省 2 · 站点 6). */
const CertificatePrefix = z.strictObject({
  letter: copied(/^[YS]$/),
  bodyCode: copied(/^\d{4}$/),
  province: copied(/^\d{2}$/),
  site: copied(/^\d{6}$/),
});

const Minutes = z.int().check(z.gte(0), z.lte(240));

export const BodyView = z.object({
  id: Id,
  name: z.string(),
  merchant: z.nullable(z.object({ mchid: z.string(), serialTail: z.string() })),
  ticketNumberPattern: z.string(),
  certificatePrefix: z.nullable(CertificatePrefix),
  sealFileId: z.nullable(Id),
  /** So long after the beginning of a paper somebody is still let in; null: half an hour, which nothing printed says. */
  graceMinutes: z.nullable(Minutes),
  /** Whose results the public list of a session shows. */
  publicityShows: z.enum(['all', 'passed']),
});
export type BodyView = z.output<typeof BodyView>;

export const getStaffBody = endpoint({
  name: 'getStaffBody',
  method: 'GET',
  path: '/staff/bodies/:id',
  who: ['administrator'],
  params: IdParams,
  reply: BodyView,
  refusals: [],
});

/** Ticket number pattern: literals and {yyyy} {mm} {dd} {level} {seq:N}; never an ID number (DOMAIN §2). */
export const updateBody = endpoint({
  name: 'updateBody',
  method: 'PATCH',
  path: '/staff/bodies/:id',
  who: ['administrator'],
  params: IdParams,
  body: z.strictObject({
    ticketNumberPattern: z.optional(line(60)),
    certificatePrefix: z.optional(CertificatePrefix),
    graceMinutes: z.optional(z.nullable(Minutes)),
    publicityShows: z.optional(z.enum(['all', 'passed'])),
  }),
  reply: BodyView,
  refusals: ['number-pattern-wrong'],
});

export const setMerchant = endpoint({
  name: 'setMerchant',
  method: 'PUT',
  path: '/staff/bodies/:id/merchant',
  who: ['administrator'],
  params: IdParams,
  body: z.strictObject({
    mchid: copied(/^\d{8,12}$/),
    serial: copied(/^[0-9A-F]{40}$/),
    privateKeyPem: z.string().check(z.maxLength(8000)),
    apiV3Key: z.string().check(z.trim(), z.minLength(32), z.maxLength(32)),
    platformKeyId: line(80),
    platformKeyPem: z.string().check(z.maxLength(4000)),
  }),
  reply: BodyView,
  refusals: ['invalid-input'],
});

export const setSeal = endpoint({
  name: 'setSeal',
  method: 'POST',
  path: '/staff/bodies/:id/seal',
  who: ['administrator'],
  kind: 'upload',
  limit: 'upload',
  params: IdParams,
  reply: BodyView,
  refusals: ['file-refused', 'storage-full'],
});

/** Invites a colleague; the one-time link is in the reply only. */
export const inviteStaff = endpoint({
  name: 'inviteStaff',
  method: 'POST',
  path: '/staff/bodies/:id/staff',
  who: ['administrator'],
  params: IdParams,
  body: z.strictObject({
    name: StaffName,
    displayName: line(40),
    roles: z.array(BodyRoleName).check(z.minLength(1)),
  }),
  reply: z.object({ accountId: Id, invitationPath: z.nullable(z.string()) }),
  refusals: ['name-taken'],
});

/** Gives somebody exactly these roles; an operator stays one, which is not a matter of the body. */
export const updateStaff = endpoint({
  name: 'updateStaff',
  method: 'PATCH',
  path: '/staff/bodies/:id/staff/:accountId',
  who: ['administrator'],
  params: z.strictObject({ id: Id, accountId: Id }),
  body: z.strictObject({
    roles: z.optional(z.array(BodyRoleName).check(z.minLength(1))),
    disabled: z.optional(z.boolean()),
  }),
  reply: Done,
  refusals: ['last-administrator', 'own-roles'],
});

/** Ends somebody's work for the body; with no other body left the account ends too and the name is free again. */
export const removeStaff = endpoint({
  name: 'removeStaff',
  method: 'DELETE',
  path: '/staff/bodies/:id/staff/:accountId',
  who: ['administrator'],
  params: z.strictObject({ id: Id, accountId: Id }),
  reply: Done,
  refusals: ['last-administrator'],
});

/** Takes a colleague's lost second factor away: every device of theirs is signed out, and a new one is to be set up. */
export const resetSecondFactor = endpoint({
  name: 'resetSecondFactor',
  method: 'DELETE',
  path: '/staff/bodies/:id/staff/:accountId/second-factor',
  who: ['administrator'],
  params: z.strictObject({ id: Id, accountId: Id }),
  reply: Done,
  refusals: ['another-administrator-needed', 'wrong-state'],
});

/** A fresh one-time link for a colleague who lost the first one or the password; not by who took the second factor away. */
export const reinviteStaff = endpoint({
  name: 'reinviteStaff',
  method: 'POST',
  path: '/staff/bodies/:id/staff/:accountId/invitations',
  who: ['administrator'],
  params: z.strictObject({ id: Id, accountId: Id }),
  reply: z.object({ accountId: Id, invitationPath: z.nullable(z.string()) }),
  refusals: ['another-administrator-needed'],
});
