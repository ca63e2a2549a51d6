import { type PropsWithChildren, useEffect, useRef, useState } from 'react';

type Props = PropsWithChildren<{ id: string; text: string; isOn?: boolean }>;

/** A button that opens a small panel below it; a click elsewhere or Escape closes it. */
export function Menu({ id, text, isOn = false, children }: Props) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const leave = (event: Event) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('keydown', escape);
    };
  }, [open]);
  return (
    <div className="desk-menu" ref={place}>
      <button
        type="button"
        id={id}
        className={isOn ? 'desk-button desk-button--on' : 'desk-button'}
        aria-expanded={open}
        aria-haspopup="true"
        onClick={() => setOpen(!open)}
      >
        {text}
        <span className="desk-menu__arrow" aria-hidden="true" />
      </button>
      {open ? <div className="desk-menu__panel">{children}</div> : null}
    </div>
  );
}
