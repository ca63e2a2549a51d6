import {
  addInvitation,
  addStaff,
  endFamiliesOf,
  findStaff,
  forgetSecondFactor,
  invitationPath,
  setRoles,
} from '@jikaotong/bff/features/accounts';
import { addBodyIfAbsent, findBody, listBodies } from '@jikaotong/bff/features/bodies';
import { importSeeds } from '@jikaotong/bff/features/notices';
import { startRefused } from '@jikaotong/bff/platform/config';
import type { Handle } from '@jikaotong/bff/platform/db';
import type { StaffOptions } from './options';

/**
 * Adds a member of staff, or gives one who is there these roles, and returns the path of a one-time link to set a
 * password with. Refuses a body that is neither there nor named.
 */
export async function inviteStaff(h: Handle, options: StaffOptions, nowMs: number, wallMs: number): Promise<string> {
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
  const account = known ?? (await addStaff(h, staff, nowMs));
  if (account === 'name-taken') throw startRefused(`The name ${options.name} is taken.`);
  if (known) await setRoles(h, { ...staff, accountId: known.id }, nowMs);
  if (options.forgetSecondFactor && (await forgetSecondFactor(h, account.id, wallMs)))
    await endFamiliesOf(h, account.id, wallMs);
  return invitationPath(await addInvitation(h, account.id, wallMs));
}
