import { join, resolve } from 'node:path'
import { blockedPorts, blockedPortWords } from '../../src/kit/blocked-ports.ts'
import { botRun } from '../setup/bot.mjs'

/** One process of a running sssbot. `ready` answers 200 once it serves. */
export type Part = { name: 'bot' | 'sandbox' | 'web'; args: string[]; port: number; variable: string; ready: string }

/** What `npm start` brings up: which processes, on which data, and what a person opens. */
export type Plan = { parts: Part[]; dataFolder: string; pages: { ja: string; en: string; url: string }[] }

/** Why nothing was started, told to the person who typed the command. */
export class StartProblem extends Error {}

type Environment = Readonly<Record<string, string | undefined>>

const credentials = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET']

/** What the sandbox hands out: set by hand, these mean the sandbox and not a real workspace. */
const ofSandbox = new Set(['xoxb-sandbox', 'xapp-sandbox', 'sandbox'])

/** Whether the environment names a real workspace: then the bot runs alone. */
export const hasRealCredentials = (env: Environment): boolean =>
  credentials.some((name) => {
    const value = env[name]?.trim() ?? ''
    return value !== '' && !ofSandbox.has(value)
  })

const portFrom = (env: Environment, variable: string, usual: number): number => {
  const text = env[variable]?.trim() || String(usual)
  const port = Number(text)
  if (blockedPorts.has(port)) throw new StartProblem(blockedPortWords(variable, text))
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port
  throw new StartProblem(`${variable} is "${text}": write a port number between 1 and 65535.`)
}

/**
 * Decides what to bring up, from the environment alone.
 * `watch`: reload each part when its files change, and serve the sandbox's pages live.
 * Throws StartProblem where the environment cannot work.
 */
export const planFrom = (env: Environment, root: string, watch: boolean): Plan => {
  const again = watch ? ['--watch', '--watch-preserve-output'] : []
  const botPort = portFrom(env, 'PORT', 3000)
  const dataFolder = resolve(root, env.SSSBOT_DATA?.trim() || 'data')
  const bot: Part = {
    name: 'bot',
    args: [...again, ...botRun],
    port: botPort,
    variable: 'PORT',
    ready: `http://127.0.0.1:${botPort}/`,
  }
  const dashboard = { ja: 'ボット', en: 'bot', url: `http://localhost:${botPort}` }
  if (hasRealCredentials(env) && !env.SLACK_BOT_TOKEN?.trim()) {
    const set = credentials.filter((name) => env[name]?.trim()).join(' and ')
    throw new StartProblem(`${set} is set without SLACK_BOT_TOKEN: set that too, or none of them for the sandbox.`)
  }
  if (hasRealCredentials(env)) return { parts: [bot], dataFolder, pages: [dashboard] }

  const port = portFrom(env, 'SANDBOX_PORT', 4000)
  if (port === botPort) throw new StartProblem(`PORT and SANDBOX_PORT are both ${port}: give them different numbers.`)
  const sandbox: Part = {
    name: 'sandbox',
    args: [...again, join(root, 'sandbox', 'main.ts')],
    port,
    variable: 'SANDBOX_PORT',
    ready: `http://127.0.0.1:${port}/healthz`,
  }
  const workspace = { ja: 'Slack サンドボックス', en: 'Slack sandbox' }
  if (!watch)
    return { parts: [sandbox, bot], dataFolder, pages: [{ ...workspace, url: `http://localhost:${port}` }, dashboard] }

  const webPort = port + 1000
  const web: Part = {
    name: 'web',
    args: [join(root, 'node_modules/vite/bin/vite.js'), 'sandbox/web', '--port', String(webPort), '--strictPort'],
    port: webPort,
    variable: 'SANDBOX_PORT',
    ready: `http://127.0.0.1:${webPort}/`,
  }
  return {
    parts: [sandbox, bot, web],
    dataFolder,
    pages: [{ ...workspace, url: `http://localhost:${webPort}` }, dashboard],
  }
}
