import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { events, methodFacts } from '../../sandbox/coverage/index.ts'
import type { World } from '../../src/rooms/facts/index.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Every method of Slack's Web API that the product calls through the port; GitHub has a port of its own. */
export function calledMethods(): string[] {
  const files = globSync('src/{rooms,edges}/**/*.ts', { cwd: root }).filter((path) => !path.endsWith('.test.ts'))
  const called = files.flatMap((path) =>
    [...readFileSync(`${root}/${path}`, 'utf8').matchAll(/(?<!github)\.(?:call|pages)\(\s*'(\w+(?:\.\w+)+)'/g)].map(
      ([, method = '']) => method,
    ),
  )
  return [...new Set(called)].sort()
}

type Where = 'public' | 'private' | 'direct'

const everywhere: readonly Where[] = ['public', 'private']

/** Where a conversation method is used, when not in public and private channels; Slack wants a scope for each kind. */
const usedIn: Readonly<Record<string, readonly Where[]>> = {
  'conversations.history': ['public', 'private', 'direct'],
  'conversations.open': ['direct'],
}

const families: Record<Where, string> = { public: 'channels:', private: 'groups:', direct: 'im:' }

/** What a method does not ask for, and something we do needs all the same. */
const beyondMethods = [
  // Words in #incidents must not wait until somebody has invited the bot there.
  'chat:write.public',
  // The settings may name people by their address.
  'users:read.email',
  // What a crash left behind is found by the mark on our own messages.
  'metadata.message:read',
  // Slash commands and shortcuts.
  'commands',
]

/** The scopes of one method: of those that Slack offers for a kind of conversation, the broadest that needs no other. */
function scopesOf(method: string): string[] {
  const documented = methodFacts.get(method)?.botScopes
  if (!documented) throw new Error(`Slack has no method ${method}`)
  const plain = documented.filter((scope) => !/^(channels|groups|im|mpim):/.test(scope))
  if (plain.length === documented.length) return plain
  return (usedIn[method] ?? everywhere).flatMap((where) => {
    const offered = documented.filter((scope) => scope.startsWith(families[where]))
    const wanted = ['manage', 'write', 'read', 'history', 'join'].map((right) => `${families[where]}${right}`)
    const first = wanted.find((scope) => offered.includes(scope))
    return first ? [first] : []
  })
}

/** Events that Slack offers by the kind of conversation; the doors hear of messages in channels, public and private, and of those to the bot alone. */
const subscriptions: Readonly<Record<string, readonly string[]>> = {
  message: ['message.channels', 'message.groups', 'message.im'],
}

/** The events that the rooms' doors wait for, and the commands and shortcuts that they answer. */
export async function registered() {
  const found = { events: new Set<string>(), commands: new Set<string>(), shortcuts: new Set<string>() }
  const note = (set: Set<string>) => (name: unknown) => void (typeof name === 'string' && set.add(name))
  const app = { command: note(found.commands), shortcut: note(found.shortcuts), action() {}, view() {}, options() {} }
  const doors = { app, slack: {}, on: note(found.events) }
  // Registering touches nothing of the world: handlers do, when they are called.
  const world = {} as World
  for (const path of globSync('src/rooms/*/slack.ts', { cwd: root })) {
    const door: Record<string, unknown> = await import(`${root}/${path}`)
    for (const [name, register] of Object.entries(door)) {
      if (name.startsWith('register') && typeof register === 'function') register(doors, world)
    }
  }
  return {
    events: [...found.events].flatMap((name) => subscriptions[name] ?? [name]).sort(),
    commands: [...found.commands].sort(),
    shortcuts: [...found.shortcuts].sort(),
  }
}

/** Every scope that the product needs, for what it calls and for what it hears. */
export function neededScopes(methods: readonly string[], heard: readonly string[]): string[] {
  const forEvents = heard.flatMap((name) => {
    const facts = events.get(name)
    if (!facts) throw new Error(`Slack has no event ${name}`)
    // No incident happens in a direct message of several people.
    return facts.scopes.filter((scope) => !scope.startsWith('mpim:'))
  })
  return [...new Set([...methods.flatMap(scopesOf), ...forEvents, ...beyondMethods])].sort()
}
