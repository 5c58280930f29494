import { expect } from 'vitest'
import type { DatabaseName } from '../harness/database.ts'
import { incidentIn } from './conversation.ts'
import { openRepository, setPublishingStage } from './publishing-stage.ts'

const token = 'a-token-for-stories-only'
const minute = 60_000
const bot = 'U0SSSBOT01'

/** What the incident says of itself, each word written in another way. */
export const secrets = {
  summary: '顧客名簿の持ち出し',
  impact: '三万人分の住所',
  condition: '調査会社に依頼済み',
  reason: '社長の指示で最優先',
  todo: '端末を差し押さえる',
  action: '送信の上限を設ける',
  note: '警察に届け出た',
  tag: '社外秘の監査',
  cause: '退職予定者が複写した',
  briefing: '弁護士が同席する',
}

/** People without a part in it: of another team, a guest, an administrator, one who reads English. */
const outsiders = ['suzuki', 'guest-mori', 'carol', 'bob']

/** Milliseconds that one story of these may take: each reads some three hundred answers. */
export const everywhereMs = 180_000

/** Registers the hooks that set the stage, and answers how an incident is told everywhere and looked for there. */
export function setEverywhere(database: DatabaseName) {
  const stage = setPublishingStage(database, {
    own: { SSSBOT_API_TOKEN: token },
    more: {
      api: { right: 'administrator', may_name_people: true },
      access: { administrators: ['@carol'] },
      actions: { issues: { repository: openRepository } },
      notify: [{ broadcast: ['#incidents', '#dev-all'] }, { when: { visibility: 'private' }, invite: ['@csirt'] }],
    },
  })

  const asked = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${stage.bot.app.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'accept-language': 'ja' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return { status: answer.status, text: await answer.text() }
  }
  const does = async (id: string, verb: string, values: object = {}, actor = 'tanaka') => {
    const { status, text } = await asked('POST', `/incidents/${id}/${verb}`, { actor, ...values })
    expect([verb, status], text).toEqual([verb, 200])
    await stage.quiet()
  }

  /** An incident about which everything has been said that can be, and told wherever it is told. */
  async function told(visibility: 'public' | 'private') {
    await stage.as('suzuki').says('#general', '@sssbot')
    const channel = await stage.as('tanaka').declares({ summary: secrets.summary, visibility })
    const id = await incidentIn(stage, channel)
    await does(id, 'take-handler')
    await does(id, 'edit-summary', { summary: secrets.summary, impact: secrets.impact })
    await does(id, 'set-level', { level: 'level5', reason: secrets.reason })
    await does(id, 'update', { condition: secrets.condition, action: '調査中', impact: secrets.impact })
    await does(id, 'set-tags', { tags: [secrets.tag] })
    await does(id, 'add-todo', { text: secrets.todo, owner: visibility === 'public' ? 'U0SATO' : 'U0TANAKA' })
    await does(id, 'add-action', { title: secrets.action, owner: visibility === 'public' ? 'U0SATO' : 'U0TANAKA' })
    expect((await asked('POST', `/incidents/${id}/timeline`, { actor: 'tanaka', words: secrets.note })).status).toBe(
      201,
    )
    if (visibility === 'public') await does(id, 'hand-over', { to: 'U0SATO', briefing: secrets.briefing })
    await stage.writes(id, { cause: secrets.cause })
    for (const who of outsiders) await stage.as(who).do({ do: 'open_home' })
    await stage.quiet()
    return { channel, id }
  }

  /** All that one person without a part in it reads in Slack, of what is the bot's own; each with its place. */
  async function slackOf(handle: string): Promise<[string, string][]> {
    const person = stage.as(handle)
    const { id } = await person.user()
    if (handle !== 'guest-mori') {
      await person.do({ do: 'command', channel: '#general', command: '/incident', text: 'list' })
      await person.do({ do: 'command', channel: '#general', command: '/incident', text: 'find 名簿' })
      await person.says('#general', '@sssbot 一覧')
      await person.says('#general', `@sssbot ${secrets.summary}`)
    }
    await person.do({ do: 'open_home' })
    await stage.quiet()
    const { channels, homes } = await stage.state()
    return [
      ...channels
        .filter((each) => (each.is_im || each.is_private ? each.members.includes(id) : true))
        .flatMap(({ messages, ...channel }): [string, string][] => [
          [
            `#${channel.name} itself for ${handle}`,
            JSON.stringify([channel.name, channel.topic, channel.purpose, channel.bookmarks]),
          ],
          ...messages
            .filter((each) => (each.user === bot || each.bot_id) && (!each.ephemeral_to || each.ephemeral_to === id))
            .map((each): [string, string] => [`#${channel.name} for ${handle}`, JSON.stringify(each)]),
        ]),
      [`home of ${handle}`, JSON.stringify(homes[id] ?? null)],
    ]
  }

  /** All that the doors for looking answer to one person, of every incident that they may know of, and of this one. */
  async function answersTo(handle: string, id: string): Promise<[string, string][]> {
    const list = await asked('GET', `/incidents?status=all&limit=100&actor=${handle}`)
    const known = [...list.text.matchAll(/inc_[a-z0-9]+/g)].map(([each]) => each)
    const words = Object.values(secrets).map((word) => `/search?q=${encodeURIComponent(word.slice(0, 4))}`)
    const paths = [
      ...stage.bot.app.doors
        .filter((door) => door.startsWith('GET /api/v1/') && !door.includes(':') && !door.endsWith('/events'))
        .map((door) => door.replace('GET /api/v1', '')),
      '/export?format=csv&status=all',
      '/export?format=json&status=all',
      '/incidents?status=all&person=tanaka',
      ...words,
      ...stage.bot.app.doors
        .filter((door) => door.startsWith('GET /api/v1/incidents/:id') && !door.includes(':entry'))
        .flatMap((door) =>
          [...new Set([...known, id])].map((each) => door.replace('GET /api/v1', '').replace(':id', each)),
        ),
    ]
    const read = async (path: string): Promise<[string, string]> => {
      const { text } = await asked('GET', `${path}${path.includes('?') ? '&' : '?'}actor=${handle}`)
      return [`GET ${path} as ${handle}`, text]
    }
    const seen = await Promise.all(paths.map(read))
    await stage.clock.advanceBy(minute)
    return seen
  }

  /** All that stands on GitHub where everybody reads, files on branches too. */
  async function onGitHub(): Promise<[string, string][]> {
    const repository = stage.github.repository()
    const threads = repository.threads.map((each): [string, string] => [
      `${each.is} ${each.number}`,
      JSON.stringify([each, each.is === 'pull' ? each.reviews : []]),
    ])
    const comments = repository.comments.map((each): [string, string] => [`comment on ${each.issue}`, each.body])
    const logs = await Promise.all(
      (await repository.git.branches()).map(
        async (branch): Promise<[string, string]> => [branch, JSON.stringify(await repository.git.log(branch))],
      ),
    )
    return [...threads, ...comments, ...logs]
  }

  /** Every place in which anybody without a part in it reads a word of it. */
  async function leaks(id: string, ...names: string[]): Promise<string[]> {
    const places: [string, string][] = [...(await onGitHub()), ['the log', stage.log.join('\n')]]
    for (const who of outsiders) places.push(...(await slackOf(who)), ...(await answersTo(who, id)))
    const words = [...Object.values(secrets), ...names]
    return places.flatMap(([place, text]) =>
      words
        .filter((word) => text.includes(word))
        .map(
          (word) =>
            `${place}: ${word} in ${text.slice(Math.max(0, text.indexOf(word) - 120), text.indexOf(word) + 60)}`,
        ),
    )
  }

  const moments: Record<string, (id: string) => Promise<unknown>> = {
    responding: async () => {},
    recovered: async (id) => {
      await does(id, 'recover', { permanence: 'permanent', postmortem_owner: 'U0SATO', note: secrets.reason })
      await stage.pass(minute)
    },
    'recovered and asked for a review': async (id) => {
      await moments.recovered?.(id)
      await stage.pass(2 * 24 * 60 * minute)
    },
    completed: async (id) => {
      await moments.recovered?.(id)
      await does(id, 'complete', { waivers: secrets.briefing })
    },
    cancelled: (id) => does(id, 'cancel', { reason: secrets.reason }),
    merged: async (id) => {
      const other = await stage.as('takahashi').declares({ summary: '画面が白い' })
      await does(id, 'merge', { into: await incidentIn(stage, other) })
    },
    'parted again': async (id) => {
      const other = await stage.as('takahashi').declares({ summary: '画面が白い' })
      await does(id, 'merge', { into: await incidentIn(stage, other) })
      await does(id, 'reopen', { reason: secrets.reason })
    },
    'one into which another was merged': async (id) => {
      const other = await stage.as('takahashi').declares({ summary: '画面が白い' })
      await does(await incidentIn(stage, other), 'merge', { into: id })
    },
  }

  /** What stands on GitHub by then. */
  const onGitHubOf: Record<string, string[]> = {
    recovered: ['issue ', 'pull '],
    'recovered and asked for a review': ['issue ', 'pull '],
    completed: ['issue ', 'pull '],
  }

  /** Tells it in public, makes it private at a moment of its life, and finds nothing of it where anybody else reads. */
  async function leavesNothing(moment: string): Promise<void> {
    const { channel, id } = await told('public')
    const comes = moments[moment]
    if (!comes) throw new Error(`No moment is called ${moment}`)
    await comes(id)
    const before = (await leaks(id)).join('\n')
    // The look itself is not blind.
    const open = ['#incidents', 'home of', '/board', 'GET /incidents ']
    const always = ['#dev-all', '#general', '/search', '/export', '/detail', '/timeline', '/postmortem', 'status=all']
    const isOver = ['completed', 'cancelled', 'merged'].includes(moment)
    for (const where of [...always, ...(isOver ? [] : open), ...(onGitHubOf[moment] ?? [])])
      expect(before, where).toContain(where)
    await does(id, 'set-visibility', { visibility: 'private' })
    const place = await stage.channel(channel)
    // What Slack lets no bot do.
    await stage.as('tanaka').do({ do: 'make_private', channel: place.id })
    await stage.pass(10 * minute)
    expect(await leaks(id, place.id)).toEqual([])
    expect(JSON.stringify(await slackOf('tanaka'))).toContain(secrets.condition)
  }

  /** Tells it in private, and finds nothing of it where anybody else reads at these moments of its life. */
  async function isKnownToNobody(looks: readonly ('responding' | 'recovered' | 'archived')[]): Promise<void> {
    const { channel, id } = await told('private')
    const place = (await stage.channel(channel)).id
    const finds = async (moment: (typeof looks)[number]) =>
      looks.includes(moment) && expect(await leaks(id, place, channel), moment).toEqual([])
    await finds('responding')
    await does(id, 'recover', { permanence: 'permanent', postmortem_owner: 'U0TANAKA', note: secrets.reason })
    await finds('recovered')
    await does(id, 'complete', { waivers: secrets.briefing })
    await stage.pass(8 * 24 * 60 * minute)
    await finds('archived')
  }

  return { isKnownToNobody, leavesNothing }
}
