import type { Person } from './person';
import { asynchronous, refusal, textOption, type WxOptions, type WxWorld } from './wx-world';

/** Everything by which wx asks or tells the person something, sign-in, payment and privacy included. */
export const dialogueApis = (world: WxWorld): Record<string, unknown> => {
  const { person } = world;
  const said = (name: string): unknown => asynchronous(world, name, () => ({}));
  const lines = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  let hasAgreed = false;
  const agree = (): void => {
    if (!person.agreesToPrivacy) throw refusal('privacy permission is not authorized', { errno: 104 });
    hasAgreed = true;
  };
  const inTap =
    (name: string, ask: unknown): unknown =>
    (options: WxOptions = {}) => {
      if (typeof ask !== 'function') throw new Error(`wx.${name} is no function`);
      if (world.phone.tapping) return Reflect.apply(ask, undefined, [options]);
      const late = asynchronous(world, name, () => Promise.reject(refusal('can only be invoked by user TAP gesture.')));
      return late(options);
    };
  return {
    showToast: said('showToast'),
    hideToast: said('hideToast'),
    showLoading: said('showLoading'),
    hideLoading: said('hideLoading'),
    vibrateShort: said('vibrateShort'),
    vibrateLong: said('vibrateLong'),
    makePhoneCall: said('makePhoneCall'),
    openLocation: said('openLocation'),
    showShareMenu: said('showShareMenu'),
    hideShareMenu: said('hideShareMenu'),
    updateShareMenu: said('updateShareMenu'),
    showModal: asynchronous(world, 'showModal', (options) => {
      const confirm = person.confirms({ title: textOption(options, 'title'), content: textOption(options, 'content') });
      return { confirm, cancel: !confirm, content: null };
    }),
    showActionSheet: asynchronous(world, 'showActionSheet', (options) => {
      const tapIndex = person.chooses(lines(options['itemList']));
      if (tapIndex === null) throw refusal('cancel');
      return { tapIndex };
    }),
    login: asynchronous(world, 'login', async () => ({ code: await person.signsIn() })),
    checkSession: said('checkSession'),
    requestPayment: asynchronous(world, 'requestPayment', async (options) => {
      for (const name of ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign']) {
        if (!textOption(options, name)) throw refusal(`parameter error: parameter.${name} should be String`);
      }
      if ((await person.pays(options)) === 'cancelled') throw refusal('cancel');
    }),
    requestSubscribeMessage: inTap(
      'requestSubscribeMessage',
      asynchronous(world, 'requestSubscribeMessage', async (options) => {
        const templates = lines(options['tmplIds']);
        if (templates.length === 0 || templates.length > 3)
          throw refusal('Templates count out of max bounds', { errCode: 20003 });
        const kept = person.keepsAnswers;
        if (kept === 'off') throw refusal('The main switch is switched off', { errCode: 20004 });
        const answers: [string, string][] = [];
        for (const id of templates) {
          // an answer kept for good shows no dialogue; an accepted one counts all the same
          const accepted = kept.get(id) === 'reject' ? false : await person.accepts(id);
          answers.push([id, accepted ? 'accept' : 'reject']);
        }
        return Object.fromEntries(answers);
      }),
    ),
    getSetting: asynchronous(world, 'getSetting', (options) => ({
      authSetting: {},
      ...(options['withSubscriptions'] === true ? { subscriptionsSetting: keptAnswers(person) } : {}),
    })),
    openSetting: asynchronous(world, 'openSetting', () => ({ authSetting: {} })),
    openAppAuthorizeSetting: said('openAppAuthorizeSetting'),
    authorize: said('authorize'),
    addPhoneCalendar: asynchronous(world, 'addPhoneCalendar', (options) => {
      for (const name of ['title', 'startTime']) {
        if (!options[name]) throw refusal(`parameter error: parameter.${name} should be given`);
      }
      if (!person.keepsDay(options)) throw refusal('auth deny');
    }),
    getPrivacySetting: asynchronous(world, 'getPrivacySetting', () => ({
      needAuthorization: !hasAgreed,
      privacyContractName: '《技考通小程序隐私保护指引》',
    })),
    requirePrivacyAuthorize: asynchronous(world, 'requirePrivacyAuthorize', agree),
    onNeedPrivacyAuthorization: () => {},
    openPrivacyContract: said('openPrivacyContract'),
    scanCode: asynchronous(world, 'scanCode', () => {
      const result = person.scans();
      if (result === null) throw refusal('cancel');
      return { result, scanType: 'QR_CODE', charSet: 'utf-8', path: '' };
    }),
    setClipboardData: said('setClipboardData'),
    getClipboardData: asynchronous(world, 'getClipboardData', () => ({ data: '' })),
  };
};

const keptAnswers = ({ keepsAnswers }: Person): object =>
  keepsAnswers === 'off' ? { mainSwitch: false } : { mainSwitch: true, itemSettings: Object.fromEntries(keepsAnswers) };
