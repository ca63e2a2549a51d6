import { attr, findChains, readable, textOf, type Chain, type Element } from './element';

/** How a person finds something on a drawn page. */
export type PageFinder = {
  find: (asks: (element: Element) => boolean) => Chain[];
  /** Elements that say exactly this, or else the innermost ones that contain it. */
  saying: (words: string) => Chain[];
  /** Controls with this name in an attribute or inside them, then those that stand nearest to these words. */
  labelled: (words: string, isControl: (element: Element) => boolean) => Chain[];
  text: () => string;
};

export const createPageFinder = (draw: () => Element): PageFinder => {
  const find: PageFinder['find'] = (asks) => findChains(draw(), asks);
  const saying: PageFinder['saying'] = (words) => {
    const exact = find((element) => textOf(element).trim() === words || attr(element, 'aria-label') === words);
    const innermost = (chains: Chain[]): Chain[] =>
      chains.filter((chain) => !chains.some((other) => other.length > chain.length && other.includes(last(chain))));
    return innermost(exact.length > 0 ? exact : find((element) => textOf(element).includes(words)));
  };
  const labelled: PageFinder['labelled'] = (words, isControl) => {
    const named = find((element) => isControl(element) && isNamed(element, words));
    const beside = saying(words).flatMap((chain) =>
      chain.map((_, index) => chain.slice(0, chain.length - index)).flatMap((above) => inside(above, isControl)),
    );
    return [...named, ...beside];
  };
  return { find, saying, labelled, text: () => readable(draw()) };
};

export const isPicker = (element: Element): boolean => /^picker(-view)?$/.test(element.tag);
export const isField = (element: Element): boolean => element.tag === 'input' || element.tag === 'textarea';

/** Whether the mini-program itself takes no tap on this now, and says so to those who do not see it. */
export const isStill = (chain: Chain): boolean => chain.some((element) => attr(element, 'aria-disabled') === 'true');

/** What a picker's change says for the words of one of its lines; anything else is handed on as it is. */
export const pickedIn = (picker: Element | undefined, value: string | number | readonly number[]): unknown => {
  const lines: unknown = picker?.attrs['range'];
  if (typeof value !== 'string' || !Array.isArray(lines) || attr(picker, 'mode') !== 'selector') return value;
  const index = lines.indexOf(value);
  if (index < 0) throw new Error(`"${value}" is not among ${lines.join('、')}`);
  return index;
};

const isNamed = (element: Element, words: string): boolean =>
  ['placeholder', 'name', 'id', 'aria-label'].some((name) => attr(element, name) === words);
/** The control that the last element of a chain is, is in, or contains. */
const inside = (chain: Chain, isControl: (element: Element) => boolean): Chain[] => {
  const around = chain.findLastIndex(isControl);
  if (around >= 0) return [chain.slice(0, around + 1)];
  const element = last(chain);
  return findChains(element, isControl).map((below) => [...chain, ...below.slice(1)]);
};
const last = (chain: Chain): Element => {
  const element = chain.at(-1);
  if (!element) throw new Error('an empty chain');
  return element;
};
