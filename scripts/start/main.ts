/**
 * Runs the bot and the sandbox (or, with real Slack credentials, the bot alone) until one of them or the person ends it.
 * Usage: npm start · npm run dev (reloads on change)
 */
import { fileURLToPath } from 'node:url'
import { checkGround } from './ground.ts'
import { type Plan, planFrom, StartProblem } from './plan.ts'
import { untilReady } from './ready.ts'
import { start } from './running.ts'
import { welcome } from './welcome.ts'

/** How long each may take to end: together less than the five seconds within which we promise to be gone. */
const botGraceMs = 3200
const restGraceMs = 1200

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Resolves with the exit code once everything that was started is gone. */
const runUntilEnd = async (plan: Plan): Promise<number> => {
  const stopping = new AbortController()
  const asked = new Promise<'asked'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve('asked'))
    // A terminal that closes is no reason to end; npm's own end is, and comes as SIGTERM.
    process.on('SIGHUP', () => {})
  })
  const env = { ...process.env, SSSBOT_DATA: plan.dataFolder }
  const running = plan.parts.map((part) => start(part, { root, env }))

  Promise.all(running.map(({ part }) => untilReady(part, stopping.signal)))
    .then(() => console.log(welcome(plan.pages, process.stdout.isTTY ?? false)))
    .catch(() => {})
  const why = await Promise.race([asked, ...running.map(({ ended }) => ended)])
  stopping.abort()
  if (why !== 'asked') {
    const how = why.signal ? `was ended by ${why.signal}` : `ended by itself (code ${why.code})`
    console.error(`sssbot: the ${why.name} ${how}${running.length > 1 ? ': ending the rest' : ''}.`)
  }
  // The bot first: it says good-bye to the Slack that it spoke with.
  await Promise.all(running.filter(({ part }) => part.name === 'bot').map((bot) => bot.end(botGraceMs)))
  await Promise.all(running.map((one) => one.end(restGraceMs)))
  return why === 'asked' ? 0 : why.code || 1
}

try {
  const plan = planFrom(process.env, root, process.argv.includes('--watch'))
  await checkGround(plan)
  process.exitCode = await runUntilEnd(plan)
} catch (error) {
  if (!(error instanceof StartProblem)) throw error
  console.error(`sssbot: ${error.message}`)
  process.exitCode = 1
}
