import { Image } from '@tarojs/components';
import type { ComponentProps } from 'react';
import { aria } from './aria';

type Props = Pick<ComponentProps<typeof Image>, 'src' | 'mode' | 'className' | 'lazyLoad' | 'style'> & {
  /** What it shows, for those who do not see it; empty where what stands around says so. */
  label: string;
};

/** A picture that is also told. */
export const Picture = ({ label, ...picture }: Props) => <Image {...picture} {...told(label)} />;

/** A browser reads the picture within Taro's element. */
const told = (label: string) =>
  process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: label } } : label === '' ? {} : aria({ role: 'img', label });
