import { createCanvas } from './canvas';
import { attr, findChains, type Element } from './element';
import { notify, type WxWorld } from './wx-world';

/** `createSelectorQuery` over the drawn page: sizes come from inline styles, canvases are real enough to draw on. */
export const selectorApis = (world: WxWorld, draw: () => Element): Record<string, unknown> => {
  const canvasOf = (element: Element): object => {
    const page = world.stack.top();
    const canvases = world.canvases.get(page) ?? new Map<string, object>();
    world.canvases.set(page, canvases);
    const id = attr(element, 'id');
    const known = canvases.get(id);
    if (known) return known;
    const phone = {
      read: world.files.read,
      complain: (what: string) => world.faults.note('unknown-api', what),
    };
    const canvas = createCanvas(phone, sizeOf(element));
    canvases.set(id, canvas);
    return canvas;
  };
  const look = (element: Element | null, wants: (name: string) => boolean): unknown => {
    if (!element) return null;
    const { width, height } = sizeOf(element);
    const facts = {
      id: attr(element, 'id'),
      left: 0,
      top: 0,
      right: width,
      bottom: height,
      width,
      height,
      scrollLeft: 0,
      scrollTop: 0,
      scrollWidth: width,
      scrollHeight: height,
    };
    const adopted = world.adopt(facts);
    if (wants('node') && element.tag === 'canvas') Reflect.set(Object(adopted), 'node', canvasOf(element));
    return adopted;
  };

  const createSelectorQuery = (): object => {
    const questions: { ask: () => unknown; answer: unknown }[] = [];
    const select = (find: () => Element[], one: boolean): object => {
      const ask = (wants: (name: string) => boolean, answer: unknown): object => {
        const run = (): unknown => {
          const seen = find().map((element) => look(element, wants));
          return one ? (seen[0] ?? null) : seen;
        };
        questions.push({ ask: run, answer });
        return query;
      };
      return {
        boundingClientRect: (answer?: unknown) => ask(() => false, answer),
        scrollOffset: (answer?: unknown) => ask(() => false, answer),
        fields: (wanted: object, answer?: unknown) => ask((name) => Reflect.get(wanted, name) === true, answer),
        node: (answer?: unknown) => ask((name) => name === 'node', answer),
      };
    };
    const query = {
      in: () => query,
      select: (selector: string) => select(() => matching(draw(), selector).slice(0, 1), true),
      selectAll: (selector: string) => select(() => matching(draw(), selector), false),
      selectViewport: () => select(() => [draw()], true),
      exec: (answer?: unknown) => {
        world.busy += 1;
        setTimeout(() => {
          world.busy -= 1;
          const results = questions.map(({ ask }) => ask());
          for (const [index, question] of questions.entries()) notify(world, question.answer, results[index]);
          notify(world, answer, results);
        }, 0);
        return query;
      },
    };
    return query;
  };
  const observer = {
    relativeTo: () => observer,
    relativeToViewport: () => observer,
    observe: () => {},
    disconnect: () => {},
  };
  return { createSelectorQuery, createIntersectionObserver: () => observer };
};

const matching = (root: Element, selector: string): Element[] => {
  const last = selector.trim().split(/\s+/).pop() ?? '';
  const name = last.replace(/^[#.]/, '');
  const asks = (element: Element): boolean => {
    if (last.startsWith('#')) return attr(element, 'id') === name;
    if (last.startsWith('.')) return attr(element, 'class').split(/\s+/).includes(name);
    return element.tag === last;
  };
  return findChains(root, asks).flatMap((chain) => chain.at(-1) ?? []);
};

const sizeOf = (element: Element): { width: number; height: number } => {
  const [width, height] = element.tag === 'canvas' ? [300, 150] : [390, 100];
  const style = attr(element, 'style');
  return { width: lengthIn(style, 'width') ?? width, height: lengthIn(style, 'height') ?? height };
};

/** A length in px from an inline style; 750 rpx are the 390 px of this phone. */
const lengthIn = (style: string, name: string): number | null => {
  const found = new RegExp(`(?:^|[;\\s])${name}:\\s*([\\d.]+)(r?px)`).exec(style);
  return found ? Number(found[1]) * (found[2] === 'rpx' ? 390 / 750 : 1) : null;
};
