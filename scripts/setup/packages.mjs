// Are the packages of package-lock.json installed? npm leaves what it installed in node_modules/.package-lock.json, at
// the very end: comparing the two needs no stamp of our own and also sees what people install by hand.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {{ version?: string, integrity?: string, dev?: boolean, optional?: boolean, devOptional?: boolean,
 *   os?: string | string[], cpu?: string | string[] }} Entry
 * @typedef {Record<string, Entry>} Entries
 * @typedef {'ready' | 'absent' | 'stale'} State
 */

/** @param {string} file @returns {Entries | undefined} */
const entriesOf = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** npm's rule for the fields os and cpu: listed, or not listed as `!name`. @param {string | string[] | undefined} field @param {string} here */
const allows = (field, here) => {
  const names = field === undefined ? [] : [field].flat()
  const refused = names.filter((name) => name.startsWith('!'))
  return refused.length === names.length ? !refused.includes(`!${here}`) : names.includes(here)
}

/** @param {Entry} entry @param {{ platform: string, arch: string }} machine */
const fits = (entry, { platform, arch }) => allows(entry.os, platform) && allows(entry.cpu, arch)

/**
 * Compares what is installed with what the lock file wants.
 * `absent`: nothing usable (nothing, an install that was cut off, or one made on another machine).
 * @param {Entries} wanted @param {Entries | undefined} installed
 * @param {{ dev: boolean, machine: { platform: string, arch: string } }} need
 * @returns {State}
 */
export const compare = (wanted, installed, { dev, machine }) => {
  if (!installed || Object.values(installed).some((entry) => !fits(entry, machine))) return 'absent'
  const missing = Object.entries(wanted).some(([key, entry]) => {
    const here = installed[key]
    if (key === '') return false
    if (!here) return !entry.optional && (dev || (!entry.dev && !entry.devOptional))
    return here.version !== entry.version
  })
  return missing ? 'stale' : 'ready'
}

/** Whether development dependencies are among what is installed. @param {string} root */
export const hasDevelopmentPackages = (root) => {
  const wanted = entriesOf(join(root, 'package-lock.json')) ?? {}
  const installed = entriesOf(join(root, 'node_modules', '.package-lock.json')) ?? {}
  return Object.keys(installed).some((key) => wanted[key]?.dev)
}

/**
 * The state of node_modules against package-lock.json.
 * @param {string} root @param {boolean} dev with the development dependencies
 * @returns {State}
 */
export const packagesState = (root, dev) =>
  compare(
    entriesOf(join(root, 'package-lock.json')) ?? {},
    entriesOf(join(root, 'node_modules', '.package-lock.json')),
    {
      dev,
      machine: process,
    },
  )
