import { join } from 'node:path';
import { projectFolder } from '../support/project-folder';
import type { World } from '../support/world';
import { bootWeapp, type Launch, type WeappHost } from './host';

/** The built package on the phone of one WeChat user, talking to the world's BFF and paying in its sandbox. */
export const phoneOf = async (
  world: World,
  user: { openid: string; phone: string },
  launch?: Launch,
): Promise<WeappHost> => {
  const folder = join(projectFolder, 'miniapp', 'dist', 'weapp');
  const host = await bootWeapp({ folder, origin: world.origin, ...(launch ? { launch } : {}) });
  host.person.signsIn = () => world.owner.loginCode(user.openid);
  host.person.givesPhoneNumber = () => world.owner.phoneCode(user.phone);
  host.person.accepts = async (templateId) => {
    await world.owner.allowMessages(user.openid, [templateId]);
    return true;
  };
  host.person.pays = world.owner.requestPayment;
  return host;
};
