import type { SignInApp, SignInSystem } from '@jikaotong/shared/contract';

export type Device = { readonly app: SignInApp; readonly system: SignInSystem };

/** The first that fits counts: most programs name those whose manners they copy. */
const APPS: readonly (readonly [RegExp, SignInApp])[] = [
  [/MicroMessenger/, 'wechat'],
  [/Edg(A|iOS)?\//, 'edge'],
  [/Firefox|FxiOS/, 'firefox'],
  [/Chrom|CriOS/, 'chrome'],
  [/Safari/, 'safari'],
];
const SYSTEMS: readonly (readonly [RegExp, SignInSystem])[] = [
  [/Android|OpenHarmony|HarmonyOS/, 'android'],
  [/iPhone|iPad|iPod/, 'ios'],
  [/Windows/, 'windows'],
  [/Mac OS X|Macintosh/, 'mac'],
  [/Linux|X11/, 'linux'],
];

/** What a program says it is, roughly: enough for people to know their devices apart, and nothing that tells them apart for us. */
export const deviceOf = (agent: string): Device => ({
  app: APPS.find(([sign]) => sign.test(agent))?.[1] ?? 'other',
  system: SYSTEMS.find(([sign]) => sign.test(agent))?.[1] ?? 'other',
});
