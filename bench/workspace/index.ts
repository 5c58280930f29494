import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { z } from 'zod'
import { readKey } from '../../src/doctor/key.ts'
import { openStage, type Place, type Stage } from '../stage.ts'

/** A large company's workspace. */
const large = { people: 50_000, channels: 20_000, usergroups: 500 } as const

/** Who and what is named, in every way that settings have: last in lists, by id, by address, by group, by name. */
const settings = `
language: ja
services:
  a:
    name: サービスA
    first_response: ["@service-a", "U0P049998", "person-049995@example.com", "@team-000007"]
    channels: ["#service-a", "C0P019999", "#proj-019000"]
`

/** So long after all is read a process is at rest, in milliseconds. */
const settleMs = 20_000

/** So long nothing of what is waited for may come before the measurement ends in an error, in milliseconds. */
const patienceMs = 10 * 60_000

/** Times from the start of the bot's process in milliseconds, memory at rest in megabytes. */
export type WorkspaceResult = {
  name: string
  readyMs: number
  declaredMs: number
  invited: number
  readMs: number
  memory: number
  memoryOfSmall: number
  calls: number
  limited: number
}

/** Measures a start in a large workspace, with Slack's limits: the first declaration, the whole reading, and memory at rest. */
export async function benchWorkspace(place: Place, placeOfSmall: Place): Promise<WorkspaceResult> {
  const { memory: memoryOfSmall } = await measure(placeOfSmall, {})
  return { name: place.name, ...(await measure(place, large)), memoryOfSmall }
}

async function measure(place: Place, order: Partial<typeof large>) {
  const stage = await openStage()
  await stage.driver.workspace({ ...order, bot_in: [] })
  await fetch(`${stage.sandboxUrl}/_sandbox/rate_limits`, { method: 'POST', body: '{"on":true}' })
  const began = performance.now()
  const dataDir = stage.newFolder()
  const bot = await stage.startBot(place, settings, { dataDir })
  const readyMs = performance.now() - began
  const invited = await declares(stage, ['U0TANAKA', 'U0SATO', ...(order.people ? ['U0P049998', 'U0P049995'] : [])])
  const declaredMs = performance.now() - began
  await hasRead(bot.url, dataDir)
  const readMs = performance.now() - began
  await wait(settleMs)
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(bot.pid)])
  const calls = (await stage.driver.calls()).filter(({ method }) => /\.list$/.test(method))
  await bot.end()
  await stage.end()
  return {
    readyMs,
    declaredMs,
    invited,
    readMs,
    memory: Number(stdout) / 1024,
    calls: calls.length,
    limited: calls.filter(({ error }) => error === 'ratelimited').length,
  }
}

/** Declares, and waits until everybody who is named is in the channel; answers how many those are. */
async function declares({ driver }: Stage, named: readonly string[]): Promise<number> {
  await driver.act({ as: 'tanaka', do: 'shortcut', callback_id: 'incident.declare.shortcut' })
  const form = await seen('the form', async () => Object.values((await driver.state()).views)[0])
  await driver.act({ as: 'tanaka', do: 'submit', view_id: form.id, values: { summary: 'ログインできない' } })
  return seen('everybody who is named in the channel', async () => {
    const made = (await driver.state()).channels.find(({ creator, is_im }) => creator === 'U0SSSBOT01' && !is_im)
    const members = made?.members ?? []
    return named.every((id) => members.includes(id)) ? members.length : undefined
  })
}

const status = z.object({ workspace: z.record(z.string(), z.object({ is: z.string() })) })

const hasRead = (url: string, dataDir: string) =>
  seen('every list read', async () => {
    const headers = { authorization: `Bearer ${readKey(join(dataDir, 'bot'))?.token}` }
    const { workspace } = status.parse(await (await fetch(`${url}/status`, { headers })).json())
    return Object.values(workspace).every(({ is }) => is === 'read') || undefined
  })

async function seen<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const until = performance.now() + patienceMs
  while (performance.now() < until) {
    const found = await look()
    if (found !== undefined) return found
    await wait(100)
  }
  throw new Error(`Waited ${patienceMs / 60_000} minutes for this, and it did not come: ${what}`)
}
