import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetupProblem } from './problem.mjs'

/** Folders with a vite.config.ts whose pages are built into their `dist`. `also`: what they import from elsewhere. */
const parts = [
  { folder: 'sandbox/web', also: ['sandbox/protocol.ts'] },
  { folder: 'web', also: ['src/rooms/api/contract.ts'] },
]

const notSources = new Set(['dist', 'node_modules'])

/** @param {string} folder @returns {string[]} */
const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !notSources.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort()

/** @param {string} root @param {{ folder: string, also: string[] }} part */
const fingerprint = (root, part) => {
  const hash = createHash('sha256')
  const others = [...part.also, 'package-lock.json'].map((file) => join(root, file)).filter((file) => existsSync(file))
  for (const file of [...filesIn(join(root, part.folder)), ...others]) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** @param {string} file */
const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/**
 * The web parts whose built pages do not fit their sources.
 * @param {string} root @returns {{ folder: string, print: string }[]}
 */
export const staleWebParts = (root) =>
  parts
    .filter(({ folder }) => existsSync(join(root, folder, 'vite.config.ts')))
    .map((part) => ({ folder: part.folder, print: fingerprint(root, part) }))
    .filter(({ folder, print }) => textOf(join(root, folder, 'dist', '.built-from')) !== print)

/**
 * Builds one web part aside and puts it in place whole, so that a running server never serves half a page.
 * @param {string} root @param {string} node @param {{ folder: string, print: string }} part
 */
export const buildWebPart = async (root, node, { folder, print }) => {
  const aside = join(root, '.build', folder.replaceAll('/', '-'))
  const place = join(root, folder, 'dist')
  await vite(root, node, ['build', folder, '--outDir', aside, '--emptyOutDir', '--logLevel', 'warn'])
  writeFileSync(join(aside, '.built-from'), print)
  mkdirSync(place, { recursive: true })
  rmSync(`${aside}.old`, { recursive: true, force: true })
  renameSync(place, `${aside}.old`)
  renameSync(aside, place)
  rmSync(`${aside}.old`, { recursive: true, force: true })
}

/** @param {string} root @param {string} node @param {string[]} args @returns {Promise<void>} */
const vite = (root, node, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), ...args], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
      })
    }
    const stop = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
    process.on('SIGINT', stop).on('SIGTERM', stop)
    child.on('error', (error) => reject(new SetupProblem(`the web pages could not be built: ${error.message}`)))
    child.on('close', (code, signal) => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      if (code === 0) resolve()
      else if (signal) reject(new SetupProblem('stopped while building the web pages.', 130))
      else
        reject(
          new SetupProblem(`the web pages could not be built:\n${output.trim().split('\n').slice(-20).join('\n')}`),
        )
    })
  })
