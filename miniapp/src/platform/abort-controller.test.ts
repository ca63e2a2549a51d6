import { afterEach, expect, it, vi } from 'vitest';
// @ts-expect-error -- plain JavaScript, which the build puts in the place of a global that WeChat lacks
import { AbortController as Ours } from '../../config/abort-controller';

afterEach(() => vi.unstubAllGlobals());

it('cancels in WeChat, where there are no events and Taro plays a document that makes none', () => {
  vi.stubGlobal('Event', undefined);
  vi.stubGlobal('document', { createEvent: () => ({}) });
  const controller: AbortController = new Ours();
  const heard = vi.fn<() => void>();
  controller.signal.addEventListener('abort', heard);
  controller.abort();
  controller.abort();
  expect(controller.signal.aborted).toBe(true);
  expect(heard).toHaveBeenCalledTimes(1);
});
