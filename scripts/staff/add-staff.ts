import {
  addInvitation,
  addStaff,
  endFamiliesOf,
  findStaff,
  forgetSecondFactor,
  grantsOf,
  invitationPath,
  setRoles,
} from '@jikaotong/bff/features/accounts';
import { addBodyIfAbsent, findBody, listBodies } from '@jikaotong/bff/features/bodies';
import { importSeeds } from '@jikaotong/bff/features/notices';
import { startRefused } from '@jikaotong/bff/platform/config';
import type { Handle } from '@jikaotong/bff/platform/db';
import type { StaffOptions } from './options';

/** The path of a one-time link to set a password with, and in sentences what else was changed for whom. */
export type Invited = { readonly path: string; readonly changed: readonly string[] };

/**
 * Adds a member of staff. One who is there already is refused without `existing`: giving them another body, other roles
 * and a new link must be meant. Refuses a body that is neither there nor named.
 */
export async function inviteStaff(h: Handle, options: StaffOptions, nowMs: number, wallMs: number): Promise<Invited> {
  // the bodies come with their notices; this may run before the first start
  await importSeeds(h, nowMs);
  const { bodyId, bodyName } = options;
  if (bodyName !== null) await addBodyIfAbsent(h, { id: bodyId, name: bodyName, nowMs });
  const body = await findBody(h, bodyId);
  if (!body) {
    const known = (await listBodies(h)).map(({ id, name }) => `${id} (${name})`);
    throw startRefused(`There is no body "${bodyId}"; there are: ${known.join(', ')}. A new one needs --body-name.`);
  }
  const staff = { ...options, bodyName: body.name };
  const known = await findStaff(h, options.name);
  const before = known ? await worksAs(h, known.id) : '';
  if (known && !options.existing) throw startRefused(thereAlready(options, before));
  const account = known ?? (await addStaff(h, staff, nowMs));
  if (account === 'name-taken') throw startRefused(`The name ${options.name} is taken.`);
  if (known) await setRoles(h, { ...staff, accountId: known.id }, nowMs);
  if (options.forgetSecondFactor && (await forgetSecondFactor(h, account.id, { wallMs, by: null })))
    await endFamiliesOf(h, account.id, wallMs);
  const path = invitationPath(await addInvitation(h, account.id, wallMs));
  if (!known) return { path, changed: [] };
  const after = await worksAs(h, known.id);
  return {
    path,
    changed: [
      `${options.name} was there already. Before: ${before}. Now: ${after}.`,
      'A link given out earlier for this name has stopped working; the password stays until this one is used.',
    ],
  };
}

/** `bspia (publisher, reviewer)`, one for each body. */
async function worksAs(h: Handle, accountId: string): Promise<string> {
  const grants = await grantsOf(h, accountId);
  return grants.map(({ bodyId, roles }) => `${bodyId} (${[...roles].toSorted().join(', ')})`).join(', ') || 'no body';
}

const thereAlready = ({ name, bodyId, roles }: StaffOptions, before: string): string =>
  `The name ${name} is there already and works for ${before}. Nothing was changed. For somebody else take another name. ` +
  `To give this very account for ${bodyId} the roles ${roles.join(', ')} (instead of any it has there) and a new link, ` +
  'which ends a link given out earlier, add --existing.';
