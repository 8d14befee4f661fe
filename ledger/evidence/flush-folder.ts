import { open } from 'node:fs/promises';

/** So that the names in it survive a power cut as the content does. Windows cannot open a folder and does not need it. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
