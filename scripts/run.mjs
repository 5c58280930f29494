// The one entry of every npm script. Plain JavaScript for Node 20 and without dependencies, because it runs on a fresh
// clone: it sets up what the command needs (packages, Node 24, the built web pages) and then runs the command itself.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { commandNamed, helpText } from './setup/commands.mjs'
import { SetupProblem } from './setup/problem.mjs'
import { setUp } from './setup/setup.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs a program and passes on its end. A signal is passed down and its effect awaited, so nothing is left running.
 * @param {string} node @param {string[]} args
 */
const runToTheEnd = (node, args) => {
  const child = spawn(node, args, { cwd: root, stdio: 'inherit', env: { ...process.env, SSSBOT_SET_UP: '1' } })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  // A launcher (npm, a shell) that was killed hard passes nothing on: notice that it is gone.
  const launcher = process.ppid
  setInterval(() => process.ppid !== launcher && child.kill('SIGTERM'), 500).unref()
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
    runToTheEnd(node, ['--disable-warning=ExperimentalWarning', ...command.run, ...rest])
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error
    console.error(`sssbot: ${error.message}`)
    process.exitCode = error.exitCode
  }
}
