/** So much of something, given to who comes first; who comes later waits for it. */
export type Pool = {
  /** Runs `fn` with a share, and takes it back however that ends. A share is never more than all there is. */
  take<T>(share: number, fn: () => Promise<T>): Promise<T>;
};

export function poolOf(all: number): Pool {
  let left = all;
  const waiting: { readonly share: number; readonly go: () => void }[] = [];
  const serve = (): void => {
    for (let next = waiting[0]; next !== undefined && next.share <= left; next = waiting[0]) {
      waiting.shift();
      left -= next.share;
      next.go();
    }
  };
  return {
    take: async (wanted, fn) => {
      const share = Math.min(wanted, all);
      await new Promise<void>((go) => {
        waiting.push({ share, go });
        serve();
      });
      try {
        return await fn();
      } finally {
        left += share;
        serve();
      }
    },
  };
}
