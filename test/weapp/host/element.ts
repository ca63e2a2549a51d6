import type { RawNode, Render } from './wxml';
import type { WeappPackage } from './package-files';

/** A node of a page as WeChat would draw it; custom components are opened up in place. */
export type Element = {
  tag: string;
  attrs: Readonly<Record<string, unknown>>;
  children: readonly (Element | string)[];
};

/** An element with everything above it, outermost first; the last one is the element itself. */
export type Chain = readonly Element[];

/** Draws a page and the custom components inside it. */
export const drawPage = (weapp: WeappPackage, render: Render, route: string, data: unknown): Element => {
  const convert = (node: RawNode, owner: string): Element | string => {
    if (node === undefined || typeof node !== 'object') return node === undefined ? '' : String(node);
    const tag = node.tag === undefined || node.tag === 'virtual' ? 'virtual' : node.tag.replace(/^wx-/, '');
    const attrs = node.attr ?? {};
    const component = weapp.componentsOf(owner)[tag];
    const children = component
      ? [convert(render(component, attrs), component)]
      : (node.children ?? []).map((child) => convert(child, owner));
    return { tag, attrs, children };
  };
  const drawn = convert(render(route, data), route);
  return typeof drawn === 'string' ? { tag: 'virtual', attrs: {}, children: [drawn] } : drawn;
};

/** All elements that satisfy the question, in reading order; hidden parts are not seen. */
export const findChains = (root: Element, asks: (element: Element) => boolean): Chain[] => {
  const found: Chain[] = [];
  const visit = (element: Element, above: Chain): void => {
    if (isHidden(element)) return;
    const chain = [...above, element];
    if (asks(element)) found.push(chain);
    for (const child of element.children) if (typeof child !== 'string') visit(child, chain);
  };
  visit(root, []);
  return found;
};

/** What a person can read, a block element on a line of its own. */
export const textOf = (node: Element | string): string => {
  if (typeof node === 'string') return node;
  if (isHidden(node)) return '';
  const inner = node.children.map(textOf).join('');
  return isBlock(node) ? `\n${inner}\n` : inner;
};

/** `textOf` without empty lines and outer white space. */
export const readable = (node: Element): string =>
  textOf(node)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');

/** An attribute as text; '' when absent. WeChat's compiler hands `aria-label` on as `ariaLabel`, but `data-*` as written. */
export const attr = (element: Element | undefined, name: string): string => {
  const value = element?.attrs[name] ?? element?.attrs[camelCase(name)];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};

const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Whether a boolean attribute is set, as templates write it (`true`, `"true"`, or just present). */
export const isSet = (element: Element, name: string): boolean =>
  !['', 'false', 'undefined'].includes(attr(element, name));

/** `data-*` attributes as WeChat hands them to an event. */
export const datasetOf = (element: Element): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(element.attrs)
      .filter(([name]) => name.startsWith('data-'))
      .map(([name, value]) => [camelCase(name.slice(5)), value]),
  );

const inline = new Set(['text', 'virtual', 'image', 'icon', 'label', 'comp', 'custom-wrapper']);
const isBlock = (element: Element): boolean => !inline.has(element.tag);
const isHidden = (element: Element): boolean =>
  isSet(element, 'hidden') || /(^|;)\s*display:\s*none/.test(attr(element, 'style'));
