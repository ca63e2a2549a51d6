import type { ComponentProps } from 'react';
import { ReviewScreen } from './review-screen';

/** An application to decide about, as a phone shows it. */
export function ReviewView(props: ComponentProps<typeof ReviewScreen>) {
  return <ReviewScreen key={props.id} {...props} />;
}
