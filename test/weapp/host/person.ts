/** What the person who holds the phone does when WeChat asks; a test replaces what it cares about. */
export type Person = {
  /** The one-time code that WeChat hands out for this person at this moment. */
  signsIn: () => Promise<string>;
  /** The one-time code behind "use my phone number", or null when declined. */
  givesPhoneNumber: () => Promise<string | null>;
  /** Pays on WeChat's own page with the parameters of requestPayment. */
  pays: (parameters: Readonly<Record<string, unknown>>) => Promise<'paid' | 'cancelled'>;
  /** The file picked or taken, or null when the person backs out. */
  picksFile: () => Promise<{ bytes: Uint8Array; name: string } | null>;
  /** What the camera reads, or null when the person backs out. */
  scans: () => string | null;
  /** Whether the person presses the confirming button of a dialogue. */
  confirms: (dialogue: { title: string; content: string }) => boolean;
  /** Which line of an action sheet the person takes, or null for none. */
  chooses: (lines: readonly string[]) => number | null;
  /** Answers WeChat's question for a message template; allowing it once is what lets one message through. */
  accepts: (templateId: string) => boolean | Promise<boolean>;
  /** What the person keeps for good in WeChat's settings, so that it is not asked; `off` is the main switch. */
  keepsAnswers: Map<string, 'accept' | 'reject'> | 'off';
  /** Whether an event may go into the phone's own calendar. */
  keepsDay: (event: Readonly<Record<string, unknown>>) => boolean;
  /** Whether the person agrees when WeChat shows the privacy guide. */
  agreesToPrivacy: boolean;
};

/** Somebody who agrees to everything but brings nothing along. */
export const willingPerson = (): Person => ({
  signsIn: () => Promise.reject(new Error('this test has no WeChat sign-in: set person.signsIn')),
  givesPhoneNumber: () => Promise.resolve(null),
  pays: () => Promise.resolve('cancelled'),
  picksFile: () => Promise.resolve(null),
  scans: () => null,
  confirms: () => true,
  chooses: () => 0,
  accepts: () => true,
  keepsAnswers: new Map(),
  keepsDay: () => true,
  agreesToPrivacy: true,
});
