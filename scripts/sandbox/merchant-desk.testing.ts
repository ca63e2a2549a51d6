import { type IncomingHttpHeaders, createServer } from 'node:http';
import { patience } from '../../test/support/patience';

type Letter = { headers: IncomingHttpHeaders; body: string };

export type MerchantDesk = {
  readonly url: string;
  readonly letters: readonly Letter[];
  /** Status of the answers to come. */
  answer(status: number): void;
  /** Resolves with the letters as soon as so many have come. */
  until(count: number): Promise<readonly Letter[]>;
  close(): Promise<void>;
};

/** A merchant's notify address on loopback that keeps what comes in. */
export async function openMerchantDesk(): Promise<MerchantDesk> {
  const letters: Letter[] = [];
  let status = 204;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      letters.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/notify`,
    letters,
    answer: (next) => (status = next),
    async until(count) {
      const endMs = Date.now() + patience(20_000);
      while (letters.length < count) {
        if (Date.now() > endMs) throw new Error(`only ${letters.length} of ${count} letters came`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return letters;
    },
    close: async () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
