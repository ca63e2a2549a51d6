import { type PropsWithChildren, useLayoutEffect, useRef } from 'react';

/**
 * A browser's fixed boxes are above their page wherever they stand; Taro's portal only complains there. While one is open its
 * page lies above the tabs and does not scroll.
 */
export function Portal({ children }: PropsWithChildren) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const page = place.current?.closest('.taro_page');
    page?.classList.add('is-covered');
    return () => {
      if (page?.querySelector('.portal') === null) page.classList.remove('is-covered');
    };
  }, []);
  return (
    <div className="portal" ref={place}>
      {children}
    </div>
  );
}
