import { ROLES, type Role } from '@jikaotong/shared/contract';
import { type Result, failed, ok } from '@jikaotong/shared/kernel';

export type StaffOptions = {
  readonly name: string;
  readonly displayName: string;
  readonly bodyId: string;
  /** Makes a body that has no notice yet; null: the body must be there. */
  readonly bodyName: string | null;
  readonly roles: readonly Role[];
  /** For the one administrator there is, who lost it: nobody else could. */
  readonly forgetSecondFactor: boolean;
  /** The name may be there already: its account gets these roles for the body and a new link. */
  readonly existing: boolean;
};

export const USAGE = `npm run staff -- add NAME --body BODY [--body-name 名称] [--display 名字] [--role ${ROLES.join('|')}]… [--existing] [--forget-second-factor]`;

const SWITCHES = ['--forget-second-factor', '--existing'];

/**
 * Reads `add wang --body bspia --display 王芳 --role administrator`; without a role as an administrator. With
 * `--body-name` a body is made that has no notice yet: its staff import the first one. `--existing` allows a name
 * that is there already.
 */
export function readOptions(words: readonly string[]): Result<StaffOptions, string> {
  const forgetSecondFactor = words.includes('--forget-second-factor');
  const existing = words.includes('--existing');
  const [verb, name = '', ...rest] = words.filter((word) => !SWITCHES.includes(word));
  if (verb !== 'add') return failed(USAGE);
  if (!/^[a-z0-9][a-z0-9._-]{1,39}$/.test(name)) {
    return failed('NAME is 2 to 40 of a-z, 0-9 and ". _ -", such as wang.fang.');
  }
  const none = { bodyId: '', bodyName: null, roles: [] };
  let options: StaffOptions = { name, displayName: name, ...none, forgetSecondFactor, existing };
  for (let place = 0; place < rest.length; place += 2) {
    const [flag, value = ''] = [rest[place], rest[place + 1]];
    const role = ROLES.find((known) => known === value);
    if (value === '') return failed(USAGE);
    if (flag === '--body') options = { ...options, bodyId: value };
    else if (flag === '--body-name') options = { ...options, bodyName: value.slice(0, 80) };
    else if (flag === '--display') options = { ...options, displayName: value.slice(0, 40) };
    else if (flag === '--role' && role) options = { ...options, roles: [...options.roles, role] };
    else return failed(USAGE);
  }
  if (options.bodyId === '') return failed(USAGE);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(options.bodyId) || options.bodyId.length > 36)
    return failed('BODY is 1 to 36 of a-z, 0-9 and single hyphens, such as bspia.');
  return ok(options.roles.length > 0 ? options : { ...options, roles: ['administrator'] });
}
