import { attr, datasetOf, findChains, isSet, textOf, type Chain, type Element } from './element';
import type { PageStack } from './page-stack';
import type { Person } from './person';

/** Events that climb from the touched element to the page. */
const climbing = /^(tap|long|touch|transitionend|animation)/;

/** What a hand can do on the drawn page. */
export type Gestures = {
  fire: (chain: Chain, type: string, detail?: object) => void;
  tap: (chain: Chain) => Promise<void>;
  type: (chain: Chain, value: string) => void;
  /** Touches down, along the points and up, in px of the element. */
  stroke: (chain: Chain, points: readonly (readonly [number, number])[]) => void;
};

export const createGestures = (options: {
  stack: PageStack;
  person: () => Person;
  adopt: (value: unknown) => unknown;
  /** What a call that was to fail once says instead of working; null when it works. */
  failing: (name: string) => object | null;
  /** Told when a tap begins and when whatever it called at once has run. */
  tapping: (now: boolean) => void;
}): Gestures => {
  const { stack, adopt } = options;
  const send = (chain: Chain, type: string, more: object): void => {
    const target = chain.at(-1);
    if (!target) return;
    for (const element of chain.toReversed()) {
      const held = handlerOf(element, 'catch', type);
      const handler = held || handlerOf(element, 'bind', type);
      if (handler) {
        const event = { type, timeStamp: Date.now(), mark: {}, target: place(target), currentTarget: place(element) };
        stack.call(stack.top(), handler, adopt({ detail: {}, ...event, ...more }));
      }
      if (held || !climbing.test(type)) return;
    }
  };
  const fire = (chain: Chain, type: string, detail: object = {}): void => send(chain, type, { detail });
  const touch = (chain: Chain, type: string, points: readonly (readonly [number, number])[]): void => {
    const touches = points.map(([x, y]) => ({ identifier: 0, x, y, pageX: x, pageY: y, clientX: x, clientY: y }));
    const up = type === 'touchend';
    send(chain, type, { detail: {}, touches: up ? [] : touches, changedTouches: touches });
  };

  const tap = async (chain: Chain): Promise<void> => {
    const disabled = chain.find((element) => element.tag !== 'view' && isSet(element, 'disabled'));
    if (disabled) throw new Error(`"${textOf(disabled).trim()}" is disabled`);
    if (!chain.some(listensToTap))
      throw new Error(`nothing listens to a tap on "${textOf(chain.at(-1) ?? '').trim()}"`);
    touch(chain, 'touchstart', [[10, 10]]);
    touch(chain, 'touchend', [[10, 10]]);
    options.tapping(true);
    try {
      fire(chain, 'tap', { x: 10, y: 10 });
      // promises that are settled already still belong to the tap, timers and answers of the network do not
      await new Promise((resolve) => setImmediate(resolve));
    } finally {
      options.tapping(false);
    }
    await defaultAction(chain);
  };
  /** What WeChat's own elements do beyond passing the tap on. */
  const defaultAction = async (chain: Chain): Promise<void> => {
    const control = chain.findLast((element) => nativeControls.has(element.tag));
    if (!control) return;
    const upTo = (tag: string): Chain => chain.slice(0, chain.findLastIndex((one) => one.tag === tag) + 1);
    const here = upTo(control.tag);
    if (control.tag === 'switch') fire(here, 'change', { value: !isSet(control, 'checked') });
    if (control.tag === 'radio') fire(upTo('radio-group'), 'change', { value: attr(control, 'value') });
    if (control.tag === 'checkbox')
      fire(upTo('checkbox-group'), 'change', { value: toggled(upTo('checkbox-group'), control) });
    if (control.tag === 'label') {
      const inside = findChains(control, (element) => ['radio', 'checkbox', 'switch'].includes(element.tag))[0];
      if (inside) await defaultAction([...here, ...inside.slice(1)]);
    }
    if (control.tag !== 'button') return;
    if (attr(control, 'open-type') === 'getPhoneNumber') {
      const failing = options.failing('getPhoneNumber');
      const code = failing === null ? await options.person().givesPhoneNumber() : null;
      fire(
        here,
        'getphonenumber',
        code === null ? { errMsg: 'getPhoneNumber:fail user deny', ...failing } : { errMsg: 'getPhoneNumber:ok', code },
      );
    }
    const form = upTo('form');
    if (attr(control, 'form-type') === 'submit' && form.length > 0) fire(form, 'submit', { value: valuesOf(form) });
  };
  const type = (chain: Chain, value: string): void => {
    const field = chain.at(-1);
    if (!field || isSet(field, 'disabled')) throw new Error('the field is disabled');
    const limit = Number(attr(field, 'maxlength')) || 140;
    const typed = limit < 0 ? value : value.slice(0, limit);
    fire(chain, 'focus', { value: attr(field, 'value'), height: 0 });
    fire(chain, 'input', { value: typed, cursor: typed.length, keyCode: 0 });
    fire(chain, 'blur', { value: typed, cursor: typed.length });
  };
  const stroke: Gestures['stroke'] = (chain, points) => {
    for (const [index, point] of points.entries()) touch(chain, index === 0 ? 'touchstart' : 'touchmove', [point]);
    touch(chain, 'touchend', points.slice(-1));
  };
  return { fire, tap, type, stroke };
};

const nativeControls = new Set(['switch', 'radio', 'checkbox', 'label', 'button']);

const handlerOf = (element: Element, kind: 'bind' | 'catch', type: string): string =>
  attr(element, kind + type) || attr(element, `${kind}:${type}`);

const listensToTap = (element: Element): boolean =>
  nativeControls.has(element.tag) ||
  handlerOf(element, 'bind', 'tap') !== '' ||
  handlerOf(element, 'catch', 'tap') !== '';

/** Whether a finger drawn over the last element leaves the page where it is. */
export const holdsStill = (chain: Chain): boolean =>
  chain.some((element) => isSet(element, 'disable-scroll') || handlerOf(element, 'catch', 'touchmove') !== '');

const place = (element: Element): object => ({
  id: attr(element, 'id'),
  offsetLeft: 0,
  offsetTop: 0,
  dataset: datasetOf(element),
});

const toggled = (group: Chain, control: Element): string[] => {
  const box = group.at(-1);
  if (!box) return [];
  const boxes = findChains(box, (element) => element.tag === 'checkbox').flatMap((chain) => chain.at(-1) ?? []);
  return boxes.filter((one) => isSet(one, 'checked') !== (one === control)).map((one) => attr(one, 'value'));
};

const valuesOf = (form: Chain): Record<string, string> => {
  const inside = form.at(-1);
  if (!inside) return {};
  const fields = findChains(
    inside,
    (element) => ['input', 'textarea'].includes(element.tag) && attr(element, 'name') !== '',
  );
  return Object.fromEntries(
    fields.flatMap((chain) => chain.at(-1) ?? []).map((one) => [attr(one, 'name'), attr(one, 'value')]),
  );
};
