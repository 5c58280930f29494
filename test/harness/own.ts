import { chmod, chown, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Gives a folder and all in it to whom another folder belongs: only root can, and only for root it matters. */
export async function own(
  folder: string,
  { uid, gid, mode }: { uid: number; gid: number; mode: number },
): Promise<void> {
  await chmod(folder, mode)
  if (process.getuid?.() !== 0) return
  await chown(folder, uid, gid)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    await chown(join(entry.parentPath, entry.name), uid, gid)
}
