import { type FSWatcher, watch } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Cancel, type Clock, later } from '../kit/clock.ts'

/** How long after the last sign of a change to look, in ms: an editor writes in several steps. */
const SETTLE_MS = 100

/** The longest to go on waiting in a folder that never rests, in ms. */
const LONGEST_SETTLE_MS = 1000

/** How often to look without a sign, in ms: shared folders and mounts in containers often give none. */
export const LOOK_MS = 5000

/**
 * Calls `look` soon after anything happens where the file stands, and every few seconds anyway. The folders are watched,
 * not the file, so that a file renamed into place is seen; so is the folder that a link points into, which a mounted
 * ConfigMap changes with each version. One look at a time; `look` must not throw. Returns what ends it.
 */
export function watchPlace(path: string, clock: Clock, look: () => Promise<void>): () => void {
  let closed = false
  let watchers = new Map<string, FSWatcher>()
  let cancel: Cancel = () => {}
  let firstSign: number | undefined
  let turn = Promise.resolve()

  const watchFolders = async () => {
    const target = await realpath(path).catch(() => path)
    const folders = [...new Set([dirname(path), dirname(target)])]
    if (closed || (folders.length === watchers.size && folders.every((folder) => watchers.has(folder)))) return
    for (const watcher of watchers.values()) watcher.close()
    watchers = new Map(folders.flatMap(watchOne))
  }
  const watchOne = (folder: string): [string, FSWatcher][] => {
    try {
      const watcher = watch(folder, sign)
      watcher.on('error', () => {
        watcher.close()
        watchers.delete(folder)
      })
      return [[folder, watcher]]
    } catch {
      // The regular look still finds every change, and tries again to watch.
      return []
    }
  }
  /** In this order: what changes before the watch begins is found by the look. */
  const watchAndLook = async () => {
    await watchFolders()
    if (!closed) await look()
  }
  const sign = () => {
    const now = clock.now().getTime()
    firstSign ??= now
    lookIn(Math.min(SETTLE_MS, firstSign + LONGEST_SETTLE_MS - now))
  }
  const lookIn = (ms: number) => {
    cancel()
    if (closed) return
    cancel = clock.setTimer(
      () => {
        firstSign = undefined
        lookIn(LOOK_MS)
        turn = turn.then(watchAndLook)
        return turn
      },
      later(clock.now(), ms),
    )
  }

  turn = watchAndLook()
  lookIn(LOOK_MS)
  return () => {
    closed = true
    cancel()
    for (const watcher of watchers.values()) watcher.close()
  }
}
