import type { Locator } from 'playwright-core';

const TRIES = 3;

/**
 * Fills a field as a person types into it: whoever sees that no key arrived types again. Chromium drops what is typed into
 * a page that has lost the focus to another one in that instant; the field then hears nothing. What a field has heard and
 * does not show is the page's fault and stays for the test to find.
 */
export async function typeInto(field: Locator, text: string): Promise<void> {
  for (let nth = 1; ; nth += 1) {
    const before = await field.inputValue();
    const heard = await field.evaluateHandle((element) => {
      const keys = { heard: 0 };
      element.addEventListener('input', () => (keys.heard += 1), { capture: true });
      return keys;
    });
    await field.fill(text);
    // a page that goes on at the last key takes its keys along
    const count = await heard.evaluate((keys) => keys.heard).catch(() => 1);
    if (count > 0 || text === before) return;
    if (nth === TRIES) throw new Error(`nothing that is typed arrives in ${field}`);
    console.warn(`no key of “${text}” arrived in ${field}; it is typed again`);
  }
}
