import type { PhotoBatchEndpoints, PhotoBatchView } from '@jikaotong/shared/contract';
import { useEffect, useRef, useState } from 'react';
import { type Refusal, type Reply, call, confirm, newKey, showAnswer } from '../../platform';
import type { Chosen } from './originals';
import { pickFiles } from './pick-files';

type Going =
  | { readonly phase: 'idle' | 'reading' | 'ending' }
  | { readonly phase: 'sending'; readonly sent: number; readonly all: number; readonly waits: boolean };

/** What became of a batch whose photos have all come. */
type End = (batch: Pick<PhotoBatchView, 'id'>, chosen: Chosen) => Promise<Reply<unknown>>;

type Given = {
  readonly endpoints: PhotoBatchEndpoints;
  readonly id: string;
  readonly accept: readonly string[];
  /** Before anything is sent: what is wrong with the choice, or false where a screen has said so itself; null: nothing. */
  readonly look: (chosen: Chosen) => Promise<Refusal | false | null>;
  readonly end: End;
};

export type Originals = {
  readonly going: Going;
  readonly refusal: Refusal | null;
  readonly choose: (what: 'files' | 'folder') => Promise<void>;
  readonly stop: () => void;
  readonly giveUp: (batch: PhotoBatchView) => Promise<void>;
};

/** Photos chosen at a desk: read, shrunk and sent one by one, from where an earlier visit ended. */
export function useOriginals({ endpoints, id, accept, look, end }: Given): Originals {
  const [going, setGoing] = useState<Going>({ phase: 'idle' });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const stopping = useRef(new AbortController());
  useEffect(() => () => stopping.current.abort(), []);
  const params = { id };
  /** What stands on the server, also for the next visit of this screen. */
  const lookAgain = async (): Promise<void> => {
    const reply = await call(endpoints.get, { params });
    if (reply.ok) showAnswer(endpoints.get, { params }, reply);
  };
  const giveUp = async ({ id: batchId }: PhotoBatchView) => {
    const reply = await call(endpoints.cancel, { params: { id, batchId } });
    setRefusal(reply.ok || reply.code === 'batch-over' ? null : reply);
    await lookAgain();
  };

  const begin = async ({ photos }: Chosen): Promise<Reply<PhotoBatchView> | null> => {
    const body = { photos: photos.map(({ name, bytes }) => ({ name, bytes })) };
    const begun = await call(endpoints.begin, { params, body }, { key: newKey() });
    if (begun.ok || begun.code !== 'batch-open') return begun;
    const open = await call(endpoints.get, { params });
    const batch = open.ok ? open.data.batch : null;
    if (!batch) return begun;
    const left = batch.photos.filter(({ settled }) => !settled).length;
    if (left > 0 && !(await confirm(askAbout(batch, left)))) return null;
    await giveUp(batch);
    return call(endpoints.begin, { params, body }, { key: newKey() });
  };

  const run = async (chosen: Chosen): Promise<Refusal | null> => {
    const wrong = await look(chosen);
    if (wrong !== null) return wrong || null;
    const begun = await begin(chosen);
    if (begun === null) return null;
    if (!begun.ok) return begun;
    const batch = begun.data;
    const { sendPhotos, untilAnswered } = await import('./originals');
    const all = batch.photos.length;
    const { signal } = stopping.current;
    const sent = await sendPhotos({
      endpoints,
      id,
      batch,
      originals: chosen.photos,
      onStep: (step) => setGoing({ phase: 'sending', all, ...step }),
      signal,
    });
    if (sent !== 'all') return sent === 'stopped' ? null : sent;
    setGoing({ phase: 'ending' });
    const ended = await untilAnswered(() => end(batch, chosen), {
      signal,
      onWait: (waits) => setGoing(waits ? { phase: 'sending', all, sent: all, waits } : { phase: 'ending' }),
    });
    return ended === 'stopped' || ended.ok ? null : ended;
  };

  const taken = async (files: readonly File[]): Promise<Refusal | null> => {
    // what is used at desks alone comes when it is used
    const parts = await import('./originals').catch(() => null);
    if (!parts) return { ok: false, code: 'offline', data: {}, requestId: null };
    // a file that was moved since it was chosen cannot be read
    const chosen = await parts.chosenOf(files).catch(() => null);
    if (!chosen) return fileRefusal('damaged');
    return chosen.ok ? run(chosen.value) : fileRefusal(chosen.error);
  };

  const choose: Originals['choose'] = async (what) => {
    const files = await pickFiles(what, accept);
    if (files.length === 0) return;
    stopping.current = new AbortController();
    setRefusal(null);
    setGoing({ phase: 'reading' });
    setRefusal(await taken(files));
    await lookAgain();
    setGoing({ phase: 'idle' });
  };

  const stop = () => stopping.current.abort();
  return { going, refusal, choose, stop, giveUp };
}

/** A file that is refused before it is sent, in the words of one that the server refuses. */
export const fileRefusal = (reason: string): Refusal => ({
  ok: false,
  code: 'file-refused',
  data: { reason },
  requestId: null,
});

const askAbout = ({ photos }: PhotoBatchView, left: number) => ({
  title: '上次的照片还没有传完',
  text: `上次选的 ${photos.length} 张里还有 ${left} 张没有传到，这次选的不是同样的照片。要放弃上次的，传这次选的吗？`,
  yes: '传这次的',
  no: '先不传',
});
