import type { Page } from 'playwright-core';

/** What a page has put on the clipboard, as any program reads it. */
export async function copiedPage(page: Page): Promise<{ text: string; html: string }> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const of = async (type: string) => (item?.types.includes(type) ? await (await item.getType(type)).text() : '');
    return { text: await of('text/plain'), html: await of('text/html') };
  });
}

/** Pastes into an empty sheet that takes pages, as the editor of an article does: the rows of each table that stands there. */
export async function pastedInto(page: Page): Promise<{ tables: string[][][] }> {
  const editor = await page.context().newPage();
  await editor.setContent('<div id="article" contenteditable style="min-height:200px"></div>');
  await editor.locator('#article').click();
  await editor.keyboard.press('ControlOrMeta+V');
  await editor.locator('#article table').first().waitFor();
  const tables = await editor.evaluate(() =>
    [...document.querySelectorAll('#article table')].map((table) =>
      [...table.querySelectorAll('tr')].map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''),
      ),
    ),
  );
  await editor.close();
  return { tables };
}
