import { spawn } from 'node:child_process'
import { hasDevelopmentPackages, packagesState } from './packages.mjs'
import { SetupProblem } from './problem.mjs'

const unreachable = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ENOTCACHED)\b/

/**
 * What went wrong with npm, in a line for the person who can act, or npm's own last lines where we know no better.
 * @param {string} output @param {number} code @returns {SetupProblem}
 */
export const npmProblem = (output, code) => {
  const network = unreachable.exec(output)?.[1]
  if (network) {
    return new SetupProblem(
      `the packages could not be fetched: no network to the npm registry (${network}). Connect, or set npm's proxy or ` +
        'registry, and run it again. / パッケージを取得できません。ネットワークを確認して、もう一度実行してください。',
    )
  }
  if (/\bENOSPC\b/.test(output)) return new SetupProblem('the disk is full: the packages need about 800 MB.')
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output)) {
    return new SetupProblem('no permission to write node_modules in the project folder: run it as the folder’s owner.')
  }
  const tail = output
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^npm (warn|notice)/.test(line))
    .slice(-15)
  return new SetupProblem(`npm ended with code ${code}:\n${tail.join('\n')}`)
}

/**
 * The npm that started us, run by the Node that runs it; outside npm, the one on the PATH.
 * @param {string[]} args @returns {{ file: string, args: string[], shell: boolean }}
 */
const npm = (args) => {
  const cli = process.env.npm_execpath
  if (cli && /npm-cli\.c?js$/.test(cli)) {
    return { file: process.env.npm_node_execpath ?? process.execPath, args: [cli, ...args], shell: false }
  }
  return { file: 'npm', args, shell: process.platform === 'win32' }
}

/** The environment without what the outer npm set for its own run (a --prefix, a log level, NODE_ENV). */
const environment = () => {
  const outer =
    /^npm_(config_(prefix|local_prefix|global_prefix|loglevel|ignore_scripts|omit|include|dry_run)|package_.*|lifecycle_.*|command)$/i
  const kept = Object.entries(process.env).filter(([name]) => !outer.test(name) && name !== 'NODE_ENV')
  return Object.fromEntries(kept)
}

/** @param {string} root @param {string[]} args @returns {Promise<void>} */
const runNpm = (root, args) =>
  new Promise((resolve, reject) => {
    const call = npm(args)
    const child = spawn(call.file, call.args, {
      cwd: root,
      env: environment(),
      shell: call.shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk).slice(-100_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const stop = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
    process.on('SIGINT', stop).on('SIGTERM', stop)
    child.on('error', (error) => reject(new SetupProblem(`npm could not be started: ${error.message}`)))
    child.on('close', (code, signal) => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      if (code === 0) resolve()
      else if (signal || code === 130 || code === 143)
        reject(new SetupProblem('stopped while installing packages.', 130))
      else reject(npmProblem(output, code ?? 1))
    })
  })

/**
 * Installs what the lock file says. Install scripts are off: nothing here needs one, and npm 12 blocks them anyway.
 * Something usable is completed in place and never wiped: another command may be running from it.
 * @param {string} root @param {boolean} dev with the development dependencies
 */
export const install = async (root, dev) => {
  const keepsDev = dev || hasDevelopmentPackages(root)
  const way = packagesState(root, dev) === 'absent' ? ['ci'] : ['install', '--no-save', '--prefer-offline']
  const kinds = keepsDev ? ['--include=dev'] : ['--omit=dev']
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error']
  const patience = ['--fetch-retries=3', '--fetch-retry-mintimeout=500', '--fetch-retry-maxtimeout=4000']
  await runNpm(root, [...way, ...kinds, '--include=optional', ...quiet, ...patience])
}
