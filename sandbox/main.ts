import { join } from 'node:path'
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

const transport = process.env.SSSBOT_TRANSPORT || 'socket'
if (transport !== 'socket' && transport !== 'http')
  refuseToStart(`SSSBOT_TRANSPORT must be socket or http, not "${transport}".`)
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
  const sandbox = await createSandbox({
    port,
    dataDir,
    transport,
    redeliveryScale: scale,
    rateLimits: process.env.SANDBOX_RATE_LIMITS !== 'off',
    log: (line) => console.warn(line),
    botUrl: `http://127.0.0.1:${portFrom('PORT', 3000)}/slack/events`,
  })
  console.log(`The sandbox workspace is at ${sandbox.url}`)
  const end = () => {
    void sandbox.close().then(() => process.exit(0))
    // A connection that will not close must not keep the process.
    setTimeout(() => process.exit(0), 4000).unref()
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
} catch (error) {
  refuseToStart(inWords(error))
}
