import { statfs } from 'node:fs/promises';

/** Whether a folder's disk has so many bytes left for us. */
export async function hasRoom(folder: string, reserveBytes: number): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize >= reserveBytes;
}
