import { ROLES, type Role } from '@jikaotong/shared/contract';
import { type Result, failed, ok } from '@jikaotong/shared/kernel';

export type StaffOptions = {
  readonly name: string;
  readonly displayName: string;
  readonly bodyId: string;
  readonly roles: readonly Role[];
  /** For the one administrator there is, who lost it: nobody else could. */
  readonly forgetSecondFactor: boolean;
};

export const USAGE = `npm run staff -- add NAME --body BODY [--display 名字] [--role ${ROLES.join('|')}]… [--forget-second-factor]`;

/** Reads `add wang --body bspia --display 王芳 --role administrator`; without a role she is an administrator. */
export function readOptions(words: readonly string[]): Result<StaffOptions, string> {
  const isForgetting = words.includes('--forget-second-factor');
  const [verb, name = '', ...rest] = words.filter((word) => word !== '--forget-second-factor');
  if (verb !== 'add') return failed(USAGE);
  if (!/^[a-z0-9][a-z0-9._-]{1,39}$/.test(name)) {
    return failed('NAME is 2 to 40 of a-z, 0-9 and ". _ -", such as wang.fang.');
  }
  let options: StaffOptions = { name, displayName: name, bodyId: '', roles: [], forgetSecondFactor: isForgetting };
  for (let place = 0; place < rest.length; place += 2) {
    const [flag, value = ''] = [rest[place], rest[place + 1]];
    const role = ROLES.find((known) => known === value);
    if (value === '') return failed(USAGE);
    if (flag === '--body') options = { ...options, bodyId: value };
    else if (flag === '--display') options = { ...options, displayName: value.slice(0, 40) };
    else if (flag === '--role' && role) options = { ...options, roles: [...options.roles, role] };
    else return failed(USAGE);
  }
  if (options.bodyId === '') return failed(USAGE);
  return ok(options.roles.length > 0 ? options : { ...options, roles: ['administrator'] });
}
