import { randomBytes } from 'node:crypto';
import type { Role } from '@jikaotong/shared/contract';
import { addStaff, findStaff, hashPassword, setPasswordHash, setRoles } from '@jikaotong/bff/features/accounts';
import type { Db } from '@jikaotong/bff/platform/db';
import { z } from 'zod';

/** What a demonstration keeps beside its database: the one password of its staff. */
export const demonstrationSchema = z.object({ staffPassword: z.string() });

/** Easy to type on a phone: no capitals, nothing that looks like something else. */
export const freshPassword = (): string =>
  [...randomBytes(12)]
    .map((byte, place) => `${LETTERS[byte % LETTERS.length]}${place % 4 === 3 && place < 11 ? '-' : ''}`)
    .join('');
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

type Member = { readonly name: string; readonly role: Role; readonly displayName: string };

/** The body whose staff sign in by the bare name of their role; a name is taken once among all bodies. */
const FIRST_BODY = 'bspia';

/** One member of staff a role, each named after it: `kaowu`, and at any other body `kaowu-shqbxh`. */
export const demonstrationStaff = (bodyId: string): readonly Member[] =>
  bodyId === FIRST_BODY ? MEMBERS : MEMBERS.map((member) => ({ ...member, name: `${member.name}-${bodyId}` }));

const MEMBERS: readonly Member[] = [
  { role: 'reviewer', name: 'shenhe', displayName: '审核员' },
  { role: 'finance', name: 'caiwu', displayName: '财务' },
  { role: 'exam-officer', name: 'kaowu', displayName: '考务员' },
  { role: 'score-officer', name: 'chengji', displayName: '成绩员' },
  { role: 'publisher', name: 'fabu', displayName: '发布员' },
  { role: 'invigilator', name: 'jiankao', displayName: '监考员' },
  { role: 'administrator', name: 'guanli', displayName: '管理员' },
];

/** The name by which the member of staff with this role signs in for a body. */
export const staffNameOf = (bodyId: string, role: Role): string => {
  const found = demonstrationStaff(bodyId).find((member) => member.role === role);
  if (!found) throw new Error(`nobody is ${role}`);
  return found.name;
};

/** Somebody has to look after the demonstration as a whole. */
const isOperator = (bodyId: string, role: Role): boolean => bodyId === FIRST_BODY && role === 'administrator';

/** Brings the staff of a demonstration in, or gives them the present password if they are there. */
export async function addDemonstrationStaff(
  db: Db,
  given: { body: { id: string; name: string }; password: string; nowMs: number },
): Promise<void> {
  const { body, password, nowMs } = given;
  const secretHash = await hashPassword(password);
  await db.tx(async (h) => {
    for (const { name, role, displayName } of demonstrationStaff(body.id)) {
      const roles: readonly Role[] = isOperator(body.id, role) ? [role, 'operator'] : [role];
      const staff = { name, displayName, bodyId: body.id, bodyName: body.name, roles };
      const known = await findStaff(h, name);
      const account = known ?? (await addStaff(h, staff, nowMs));
      if (account === 'name-taken') throw new Error(`staff name ${name} is taken`);
      // a demonstration of before has none
      if (known && roles.includes('operator')) await setRoles(h, { ...staff, accountId: account.id }, nowMs);
      await setPasswordHash(h, account.id, secretHash);
    }
  });
}
