import { RootPortal } from '@tarojs/components';
import type { PropsWithChildren } from 'react';

/** Draws its children above the page, whatever they stand in. */
export const Portal = ({ children }: PropsWithChildren) => <RootPortal>{children}</RootPortal>;
