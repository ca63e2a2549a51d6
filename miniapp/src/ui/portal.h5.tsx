import type { PropsWithChildren } from 'react';

/** A browser's fixed boxes are above the page wherever they stand; Taro's portal only complains there. */
export const Portal = ({ children }: PropsWithChildren) => <>{children}</>;
