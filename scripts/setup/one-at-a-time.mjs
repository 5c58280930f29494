import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const heartbeat = 1000
const silence = 10_000

/** @param {string} file */
const holderIsGone = (file) => {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    if (Date.now() - statSync(file).mtimeMs > silence || pid === process.pid) return true
    if (pid > 0) process.kill(pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

/** Creates the file if nobody has it. @param {string} file */
const claim = (file) => {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Only one at a time may declare a holder gone, or the second would remove the first one's new claim. @param {string} file */
const takeAwayFromGoneHolder = (file) => {
  const broom = `${file}.broom`
  if (!claim(broom)) {
    if (holderIsGone(broom)) rmSync(broom, { force: true })
    return
  }
  if (holderIsGone(file)) rmSync(file, { force: true })
  rmSync(broom, { force: true })
}

/**
 * Does `work` while no other process on this folder does. A holder that was killed is noticed (its process is gone, or
 * the file has not been touched for ten seconds) and its place is taken.
 * @template T
 * @param {string} file @param {() => void} onWait called once where another is at work @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export const oneAtATime = async (file, onWait, work) => {
  mkdirSync(dirname(file), { recursive: true })
  for (let waited = false; !claim(file); waited = true) {
    if (!waited) onWait()
    if (holderIsGone(file)) takeAwayFromGoneHolder(file)
    else await sleep(200)
  }
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), heartbeat)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    rmSync(file, { force: true })
  }
}
