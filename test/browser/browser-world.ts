import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type TestBrowser, startChromium } from '../support/chromium';
import { password } from '../support/people';
import { projectFolder } from '../support/project-folder';
import { type World, type WorldOptions, openWorld } from '../support/world';
import { type Phone, phoneOf } from './phone';
import { enterStaff } from './staff';

/** A world that serves the built pages, and the people who visit it, each with a phone of their own. */
export type BrowserWorld = {
  world: World;
  browser: TestBrowser;
  /** A phone that has been nowhere yet. */
  phoneFor: (owner: string, options?: { offline?: boolean }) => Promise<Phone>;
  /** A new phone on which a candidate has signed in by SMS; it shows the list of notices. */
  candidateOn: (owner: string, mobile: string, options?: { offline?: boolean }) => Promise<Phone>;
  /** A new phone on which staff have signed in at a page of theirs; the workbench unless told otherwise. */
  staffOn: (owner: string, name: string, page?: string, options?: { offline?: boolean }) => Promise<Phone>;
  /** Signs in on the page for it that the phone shows. */
  signInByCode: (phone: Phone, mobile: string) => Promise<void>;
  /** Opens a page of the app with nothing kept from the one before. */
  goTo: (phone: Phone, page: string) => Promise<void>;
};

export const builtPages = join(projectFolder, 'miniapp/dist/h5');

/** Opens both on a day; they close when the test ends. */
export const openBrowserWorld = async (
  when: Pick<WorldOptions, 'day' | 'time' | 'env' | 'h5Folder'>,
): Promise<BrowserWorld> => {
  const [world, browser] = await Promise.all([openWorld({ h5Folder: builtPages, ...when }), startChromium()]);
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') {
      // into the error, which a log that is cut keeps to its end
      const shown = await browser.shown();
      task.result.errors?.forEach((error) => (error.message += `\n\n${shown}\n`));
    }
    await browser.close();
    await world.stop();
  });
  const phoneFor: BrowserWorld['phoneFor'] = async (owner, options) => phoneOf(await browser.phone(options), owner);
  const open = (phone: Phone, page: string) => phone.open(`${world.origin}/#/${page}`);
  const signInByCode = async (phone: Phone, mobile: string) => {
    // one code a minute: the story may have asked for one over HTTP just now
    world.clock.passWall(60_000);
    await phone.type('phone', mobile);
    await phone.tap('request-code');
    await phone.type('code', await world.owner.smsCode(mobile));
    await phone.tap('sign-in');
  };
  return {
    world,
    browser,
    phoneFor,
    candidateOn: async (owner, mobile, options) => {
      const phone = await phoneFor(owner, options);
      await open(phone, 'pages/sign-in/index');
      await signInByCode(phone, mobile);
      await phone.page.waitForURL(/notices/);
      // an address that is opened before the list stands would be overtaken by it
      await phone.rest();
      return phone;
    },
    staffOn: async (owner, name, page, options) => {
      const phone = await phoneFor(owner, options);
      await open(phone, page ?? 'packages/staff/home/index');
      await enterStaff(phone, name, password);
      if (page === undefined) await phone.sees('工作台');
      return phone;
    },
    signInByCode,
    goTo: async (phone, page) => {
      await open(phone, page);
      await phone.page.reload();
    },
  };
};
