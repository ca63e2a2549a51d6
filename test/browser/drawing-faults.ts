import type { Page } from 'playwright-core';

/** What is wrong with how a screen is drawn, in words for the test's report; a sound screen has nothing. */
export const drawingFaults = async (page: Page): Promise<readonly string[]> =>
  // why: a phone's own `innerWidth` grows with a page that is too wide
  page.evaluate(faultsInPage, page.viewportSize()?.width ?? 390);

/** Runs inside the browser, so it stands alone. */
function faultsInPage(width: number): string[] {
  const found: string[] = [];
  const wide = document.documentElement.scrollWidth;
  if (wide > width) found.push(`the page is ${wide} points wide`);

  const cut = new Set(['hidden', 'clip', 'auto', 'scroll']);
  const isCutAbove = (element: Element): boolean => {
    for (let above = element.parentElement; above; above = above.parentElement) {
      // the frames around a whole page cut it silently; anything smaller does so on purpose
      const isFrame = above.matches('body, #app, .taro_router, .taro_page, .page');
      if (!isFrame && cut.has(getComputedStyle(above).overflowX)) {
        const { right } = above.getBoundingClientRect();
        if (right <= width + 1) return true;
      }
    }
    return false;
  };
  const name = (element: Element): string =>
    `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''} “${(element.textContent ?? '').trim().slice(0, 20)}”`;

  for (const element of document.body.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || !element.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(element);
    const ownText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    if ((box.right > width + 1 || box.left < -1) && ownText && !isCutAbove(element)) {
      found.push(`${name(element)} runs over the edge`);
    }
    if (ownText && cut.has(style.overflowX) && element.scrollWidth > element.clientWidth + 1) {
      found.push(`${name(element)} is cut off`);
    }
    const tappable = element.matches('[role=button],[role=radio],[role=checkbox],[role=switch],button,input,select');
    if (tappable && (box.height < 44 || box.width < 44)) {
      found.push(`${name(element)} is ${Math.round(box.width)} × ${Math.round(box.height)}, too small for a finger`);
    }
    if (element instanceof HTMLInputElement && element.value === '' && element.placeholder !== '') {
      const pen = document.createElement('canvas').getContext('2d');
      const hint = getComputedStyle(element, '::placeholder');
      if (pen) pen.font = `${hint.fontSize} ${hint.fontFamily}`;
      const needs = pen?.measureText(element.placeholder).width ?? 0;
      const padding = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
      if (needs > element.clientWidth - padding + 1) found.push(`the hint “${element.placeholder}” is cut off`);
    }
    if (element instanceof HTMLImageElement && element.complete && element.naturalWidth === 0 && element.src) {
      found.push(`${name(element)} shows no picture`);
    }
    const frame = element.parentElement?.getBoundingClientRect();
    if (element.matches('.taro-img__mode-aspectfit') && frame) {
      if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(`${name(element)} is out of its frame`);
    }
  }

  // the number of a request is made of chance letters, and now and then looks like a code
  const chance = /https?:\/\/\S+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
  const words = document.body.innerText.replace(chance, '');
  const codes = words.match(/\b(undefined|null|NaN|\[object \w+\]|[a-z]{2,}(-[a-z0-9]+)+)\b/g) ?? [];
  for (const code of codes) found.push(`“${code}” is no word`);
  return [...new Set(found)];
}
