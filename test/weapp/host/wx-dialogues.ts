import { asynchronous, refusal, textOption, type WxWorld } from './wx-world';

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
    requestSubscribeMessage: asynchronous(world, 'requestSubscribeMessage', (options) => {
      const templates = lines(options['tmplIds']);
      if (templates.length === 0 || templates.length > 3) throw refusal('Templates count out of max bounds');
      return Object.fromEntries(templates.map((id) => [id, person.accepts(id) ? 'accept' : 'reject']));
    }),
    getSetting: asynchronous(world, 'getSetting', () => ({
      authSetting: {},
      subscriptionsSetting: { mainSwitch: true },
    })),
    openSetting: asynchronous(world, 'openSetting', () => ({ authSetting: {} })),
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
