import { useEffect, useState } from 'react';

/** A PDF drawn by the browser where it stands; the server forbids that its own pages are framed, so its bytes are. */
export function PdfInPlace({ url, name }: { url: string; name: string }) {
  const [own, setOwn] = useState<string | null>(null);
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    let address: string | null = null;
    let isOver = false;
    void (async () => {
      const reply = await fetch(url).catch(() => null);
      if (!reply?.ok) {
        setGone(true);
        return;
      }
      const bytes = await reply.blob();
      if (isOver) return;
      address = URL.createObjectURL(bytes);
      setOwn(address);
    })();
    return () => {
      isOver = true;
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [url]);
  if (isGone) return <div className="desk-papers__none">没有取到这份 PDF，请在新窗口打开</div>;
  if (own === null) return <div className="desk-papers__none">正在打开…</div>;
  return (
    <object className="desk-papers__pdf" data={own} type="application/pdf" aria-label={name}>
      <div className="desk-papers__none">浏览器不能在这里显示 PDF，请在新窗口打开</div>
    </object>
  );
}
