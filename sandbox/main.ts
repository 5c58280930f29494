import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { addressesElsewhere } from './server/app/addresses.ts'
import type { InstalledApp } from './server/app/installed-app.ts'
import { BadManifest, readManifest } from './server/app/manifest.ts'
import { createSandbox } from './server/index.ts'

/** Ends the process with one line that says what to do. */
function refuseToStart(line: string): never {
  console.error(line)
  process.exit(1)
}

function portFrom(name: 'PORT' | 'SANDBOX_PORT', otherwise: number): number {
  const text = process.env[name] ?? ''
  if (text === '') return otherwise
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    refuseToStart(`${name} must be a port number, not "${text}".`)
  return port
}

const { SLACK_BOT_TOKEN = '', SLACK_APP_TOKEN = '', SLACK_SIGNING_SECRET = '' } = process.env
const real = [
  SLACK_BOT_TOKEN !== '' && SLACK_BOT_TOKEN !== 'xoxb-sandbox' && 'SLACK_BOT_TOKEN',
  SLACK_APP_TOKEN !== '' && SLACK_APP_TOKEN !== 'xapp-sandbox' && 'SLACK_APP_TOKEN',
  SLACK_SIGNING_SECRET !== '' && SLACK_SIGNING_SECRET !== 'sandbox' && 'SLACK_SIGNING_SECRET',
].filter((name) => name !== false)
if (real.length > 0) {
  refuseToStart(
    `The sandbox does not start beside real Slack credentials: unset ${real.join(', ')}, or run the bot alone (npm run bot).`,
  )
}

function transportFrom(wanted: string | undefined): 'socket' | 'http' | undefined {
  if (wanted === undefined || wanted === '') return undefined
  if (wanted === 'socket' || wanted === 'http') return wanted
  return refuseToStart(`SSSBOT_TRANSPORT must be socket or http, not "${wanted}".`)
}

/** The file after `--manifest`, relative to where the person stands who typed it: npm goes to the project's folder. */
function manifestPath(): string | undefined {
  try {
    const { values } = parseArgs({ options: { manifest: { type: 'string' } } })
    return values.manifest === undefined ? undefined : resolve(process.env.INIT_CWD ?? process.cwd(), values.manifest)
  } catch (error) {
    return refuseToStart(
      `${error instanceof Error ? error.message : error}\nUsage: npm run sandbox [-- --manifest FILE]`,
    )
  }
}

function appOf(path: string): InstalledApp {
  try {
    return readManifest(path)
  } catch (error) {
    if (!(error instanceof BadManifest)) throw error
    return refuseToStart(`The manifest ${path} cannot be installed:\n${error.message.replace(/^/gm, '  ')}`)
  }
}

/** What whoever brings an app needs to start it. */
function introduction(app: InstalledApp, url: string, overHttp: boolean, botUrl: string): string {
  const offers = [...app.commands.map(({ command }) => command), ...app.shortcuts.map(({ name }) => name)]
  const elsewhere = overHttp ? addressesElsewhere(app) : []
  return [
    `App: ${app.name} (@${app.handle})${offers.length > 0 ? ` · ${offers.join(' · ')}` : ''}`,
    `  SLACK_BOT_TOKEN=xoxb-sandbox SLACK_APP_TOKEN=xapp-sandbox SLACK_SIGNING_SECRET=sandbox`,
    `  Web API: ${url}/api/  ·  ${overHttp ? `requests go to ${botUrl} or where the manifest says` : 'Socket Mode'}`,
    ...elsewhere.map(
      (address) => `  ${address} is not on this machine: its path is called at ${new URL(botUrl).origin}.`,
    ),
  ].join('\n')
}

const transport = transportFrom(process.env.SSSBOT_TRANSPORT)
const manifest = manifestPath()
const app = manifest === undefined ? undefined : appOf(manifest)
const port = portFrom('SANDBOX_PORT', 4000)
const dataDir = join(process.env.SSSBOT_DATA || './data', 'sandbox')
const scale = Number(process.env.SANDBOX_REDELIVERY_SCALE || 1)
if (!(scale >= 0)) refuseToStart('SANDBOX_REDELIVERY_SCALE must be a number from 0 on (1: as Slack).')

function inWords(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EADDRINUSE') return `Port ${port} is taken: end what uses it, or choose another with SANDBOX_PORT.`
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOSPC' || code === 'ENOTDIR') {
    return `The sandbox cannot write into ${dataDir} (${code}): choose another folder with SSSBOT_DATA.`
  }
  return `The sandbox cannot start: ${error instanceof Error ? error.message : String(error)}`
}

try {
  const botUrl = `http://127.0.0.1:${portFrom('PORT', 3000)}/slack/events`
  const sandbox = await createSandbox({
    port,
    dataDir,
    ...(transport === undefined ? {} : { transport }),
    ...(app === undefined ? {} : { app }),
    redeliveryScale: scale,
    rateLimits: process.env.SANDBOX_RATE_LIMITS !== 'off',
    log: (line) => console.warn(line),
    botUrl,
  })
  console.log(`The sandbox workspace is at ${sandbox.url}`)
  if (sandbox.note !== undefined) console.log(sandbox.note)
  if (app)
    console.log(
      introduction(app, sandbox.url, (transport ?? (app.usesSocketMode ? 'socket' : 'http')) === 'http', botUrl),
    )
  const end = () => {
    void sandbox.close().then(() => process.exit(0))
    // A connection that will not close must not keep the process.
    setTimeout(() => process.exit(0), 4000).unref()
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  // A terminal that closes is no reason to end: npm's own end is, and is told by the one who started this process.
  process.on('SIGHUP', () => {})
} catch (error) {
  refuseToStart(inWords(error))
}
