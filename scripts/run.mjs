// The one entry of every npm script. Plain JavaScript for Node 20 and without dependencies, because it runs on a fresh
// clone: it sets up what the command needs (packages, Node 24, the built web pages) and then runs the command itself.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commandNamed, helpText } from './setup/commands.mjs'
import { environmentOf } from './setup/compiled.mjs'
import { SetupProblem } from './setup/problem.mjs'
import { setUp } from './setup/setup.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Where the person stood who typed the command: npm itself goes to the project's folder. */
const typedIn = process.env.INIT_CWD ?? process.cwd()

/** @param {number} pid @returns {{ name: string, parent: number } | undefined} */
const processOf = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const end = stat.lastIndexOf(')')
    return { name: stat.slice(stat.indexOf('(') + 1, end), parent: Number(stat.slice(end).split(' ')[2]) }
  } catch {
    return undefined
  }
}

/**
 * npm, which started us: our parent, or the one behind the shell that npm uses. Never whoever started npm: a shell that put us
 * into the background may end. Without /proc the parent alone.
 */
const npmAbove = () => {
  const parent = processOf(process.ppid)
  const isShell =
    parent !== undefined && !parent.name.startsWith('npm') && processOf(parent.parent)?.name.startsWith('npm')
  return isShell ? `${process.ppid} ${parent.parent}` : `${process.ppid}`
}

/**
 * Runs a program and passes on its end. A signal is passed down and its effect awaited, so nothing is left running. A terminal
 * that closes (SIGHUP) is none: where it takes npm along, that is noticed below.
 * @param {string} node @param {string[]} args @param {NodeJS.ProcessEnv} env
 */
const runToTheEnd = (node, args, env) => {
  const child = spawn(node, args, { cwd: root, env, stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))
  process.on('SIGHUP', () => {})
  // An npm that was killed hard passes nothing on: notice that it is gone.
  if (process.env.npm_lifecycle_event !== undefined) {
    const before = npmAbove()
    setInterval(() => npmAbove() !== before && child.kill('SIGTERM'), 500).unref()
  }
  child.on('error', (error) => {
    console.error(`sssbot: ${node} could not be started: ${error.message}`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)
  })
}

const [name = 'help', ...rest] = process.argv.slice(2)
const command = commandNamed(name)
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`sssbot: needs Node 20 or newer, this is ${process.version}. / Node 20 以上が必要です。`)
  process.exitCode = 1
} else if (!command) {
  console.log(helpText(process.stdout.isTTY ?? false))
  process.exitCode = name === 'help' ? 0 : 1
} else {
  try {
    const { node } = await setUp(root, command)
    // A product that runs for real may keep its credentials in .env; tests never see them.
    const dotenv = command.real && existsSync(resolve(root, '.env')) ? ['--env-file=.env'] : []
    /** @param {string} arg @param {number} at */
    const isFile = (arg, at) =>
      !arg.startsWith('-') &&
      (command.files === true || (command.files !== undefined && rest[at - 1] === command.files))
    const args = rest.map((arg, at) => (isFile(arg, at) ? resolve(typedIn, arg) : arg))
    const all = ['--disable-warning=ExperimentalWarning', ...dotenv, ...command.run, ...args]
    runToTheEnd(node, all, environmentOf(command, root, process.env))
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error
    console.error(`sssbot: ${error.message}`)
    process.exitCode = error.exitCode
  }
}
