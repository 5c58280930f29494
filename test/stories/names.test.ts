import { expect, test } from 'vitest'
import { verbs } from '../../src/rooms/commands/registry.ts'
import type { Verb } from '../../src/rooms/faces/index.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'

/**
 * The names by which people's tools drive the bot from outside, written out here once more: whoever changes one in the
 * code breaks somebody's script, and this test first.
 */
const stage = setStage('PGlite')
const minute = 60_000

test('declaring: the button, the form and its fields, both shortcuts and the command', async () => {
  const tanaka = stage.as('tanaka')
  const ts = await tanaka.says('#general', '@sssbot お願い')
  const invitation = await stage.until(async () =>
    (await stage.channel('general')).messages.find((each) => each.metadata?.event_payload.slot === 'invitation'),
  )
  const ways = [
    () => tanaka.presses('general', invitation, 'incident.declare.open'),
    () => tanaka.do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' }),
    () => tanaka.do({ do: 'message_shortcut', callback_id: 'incident.declare.from_message', channel: '#general', ts }),
    () => tanaka.do({ do: 'command', channel: '#general', command: '/incident', text: '' }),
  ]
  for (const way of ways) {
    await way()
    const form = await tanaka.form()
    expect(form.callback_id).toBe('incident.declare')
    const fields = [
      'service',
      'summary',
      'urgency',
      'level',
      'type',
      'kind',
      'visibility',
      'detected_at',
      'detected_by',
    ]
    expect(Object.keys(form.values)).toEqual(fields)
    await tanaka.do({ do: 'close', view_id: form.id })
  }
  await tanaka.do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
  const every = {
    service: 'b',
    summary: '想定',
    urgency: 'low',
    type: ['integrity', 'availability'],
    kind: 'exercise',
    visibility: 'public',
    detected_at: '2026-11-23T04:50:00Z',
    detected_by: 'vendor',
  }
  expect((await tanaka.sends(every)).errors).toEqual({})
  await stage.quiet()
  const card = words(inSlot(await stage.channel('サービスb-20261123e'), 'card'))
  for (const word of ['【演習】', '低い', '完全性', '可用性']) expect(card).toContain(word)
})

/** Verbs of a button that names what it is about; no menu has them. */
const ofOneThing = [
  'try-again',
  'unsubscribe',
  'review-held',
  'take-todo',
  'done-todo',
  'extend-todo',
  'on-it',
  'cannot-come',
  'unlink-channel',
  'bring-back',
  'change-action',
  'done-action',
  'move-action',
  'waive-action',
  'settle-action',
  'edit-entry',
  'accept-moment',
  'refuse-moment',
  'write-section',
  'answer-question',
  'unknown-question',
  'pass-question',
  'postmortem-text',
  'answer-page',
  'draft-update',
  'use-proposal',
  'accept-action',
  'dismiss-action',
  'accept-level',
  'accept-tags',
  'dismiss-labels',
] as const
/** Offered in private incidents only: `private.test.ts` and `moved-channel.test.ts` tell of them. */
const ofPrivateOnes = ['exclude-people', 'move-channel'] as const
type MenuVerb = Exclude<Verb, (typeof ofOneThing)[number] | (typeof ofPrivateOnes)[number]>

/** What a verb does: it opens a form with these fields, commits a fact at once, or answers whoever clicked alone. */
type Way = { form: readonly string[] } | { fact: string } | 'answer'

/** Every other verb, at a moment when it can be done. The moments follow one another, and so do the clicks in them. */
const moments = {
  responding: {
    'claim-role': { form: ['role'] },
    update: { form: ['condition', 'action', 'need', 'impact', 'next_minutes', 'support'] },
    snooze: { form: ['minutes', 'reason'] },
    'set-level': { form: ['level', 'impact', 'reason'] },
    'edit-summary': { form: ['summary', 'impact'] },
    'set-type': { form: ['type'] },
    'set-tags': { form: ['tags'] },
    'set-kind': { form: ['kind', 'reason'] },
    'set-visibility': { form: ['visibility'] },
    'edit-times': { form: ['occurred_at', 'detected_at', 'declared_at', 'reason'] },
    'add-todo': { form: ['text', 'owner', 'minutes'] },
    'call-people': { form: ['function', 'people', 'reason'] },
    page: { form: [] },
    'catch-up': { form: [] },
    summary: { form: [] },
    letter: { form: ['words'] },
    alike: { form: [] },
    'propose-actions': { form: [] },
    'switch-assistant': { form: ['to'] },
    'release-people': { form: ['people', 'note'] },
    'link-channel': { form: ['channel', 'thread'] },
    recover: { form: ['recovered_at', 'occurred_at', 'permanence', 'note', 'postmortem_owner', 'postmortem_due'] },
    cancel: { form: ['reason'] },
    merge: { form: ['into'] },
    actions: { form: [] },
    'add-action': { form: ['title', 'owner', 'due', 'kind', 'size'] },
    timeline: { form: [] },
    'add-entry': { form: ['at', 'words'] },
    more: { form: [] },
    list: 'answer',
    join: { fact: 'assembly.joined' },
    subscribe: { fact: 'subscriptions.begun' },
    timekeeper: { fact: 'timekeeper.checkpoint_reached' },
    'take-handler': { fact: 'roles.handler_taken' },
  },
  'led, with a TODO': {
    'hand-over': { form: ['to', 'briefing'] },
    'assign-role': { form: ['role', 'to', 'briefing'] },
    'release-role': { form: ['role'] },
    'change-todo': { form: ['todo', 'owner', 'minutes', 'state'] },
    'todo-to-action': { form: ['todo'] },
  },
  'an update is promised': { 'no-change': { fact: 'updates.unchanged' } },
  'the lead is offered': { 'decline-hand-over': { form: ['reason'] } },
  'the lead is offered again': { 'accept-hand-over': { fact: 'roles.handed_over' } },
  recovered: {
    complete: { form: ['waivers'] },
    ladder: { form: [] },
    postmortem: { form: [] },
    'download-postmortem': 'answer',
    'assign-postmortem': { form: ['owner', 'due'] },
    'postpone-postmortem': { form: ['due', 'reason'] },
    'publish-postmortem': { form: ['link'] },
    'waive-postmortem': { form: ['reason'] },
    'plan-review': { form: ['at', 'minutes', 'people'] },
    'waive-review': { form: ['reason'] },
  },
  completed: {
    reopen: { form: ['reason'] },
    'put-off-archive': { fact: 'upkeep.archive_put_off' },
    'archive-now': { fact: 'upkeep.archive_due' },
  },
} satisfies Record<string, Partial<Record<MenuVerb, Way>>>

/** What brings the incident to each moment. */
const steps: Record<keyof typeof moments, (name: string) => Promise<unknown>> = {
  responding: () => stage.as('sato').declares(),
  'led, with a TODO': (name) => stage.as('tanaka').does(name, 'add-todo', { text: 'ログを確認する' }),
  'an update is promised': (name) =>
    stage.as('tanaka').does(name, 'update', { condition: '調査中', next_minutes: '20' }),
  'the lead is offered': (name) => stage.as('tanaka').does(name, 'hand-over', { to: 'U0SATO', briefing: '—' }),
  'the lead is offered again': (name) => stage.as('tanaka').does(name, 'hand-over', { to: 'U0SATO', briefing: '—' }),
  recovered: (name) => stage.as('tanaka').does(name, 'recover'),
  completed: (name) => stage.as('tanaka').does(name, 'complete', { waivers: '訓練なので' }),
}

const factTypes = async (): Promise<string[]> =>
  (await stage.bot.app.world.db.read.selectFrom('facts').select('type').execute()).map(({ type }) => type)

const isAnswer = (verb: string) => verb.endsWith('-hand-over')

/** Whoever does it, and how: answers to an offer of the lead are buttons of that offer, all else is in the menu. */
async function click(name: string, verb: string): Promise<void> {
  if (!isAnswer(verb)) return stage.as('tanaka').chooses(name, verb)
  const offers = (await stage.channel(name)).messages.filter((each) => slotOf(each)?.startsWith('hand-over:'))
  const newest = offers.at(-1)
  if (!newest) throw new Error(`Nothing offers ${verb}`)
  await stage.as('sato').presses(name, newest, `incident.${verb}`)
}

/** The fact that came since, in the words of the list above. */
async function factSince(before: number, way: Way): Promise<unknown> {
  const facts = (await factTypes()).slice(before)
  return typeof way === 'object' && 'fact' in way && facts.includes(way.fact) ? { fact: way.fact } : { facts }
}

/** Tries a verb, and tells what came of it in the words of the list above. */
async function tried(name: string, verb: string, way: Way): Promise<unknown> {
  const doer = stage.as(isAnswer(verb) ? 'sato' : 'tanaka')
  const before = { facts: await factTypes(), told: (await doer.alone(name)).length }
  await click(name, verb)
  await stage.quiet()
  const { id } = await doer.user()
  const form = (await stage.state()).views[id]
  if (form) {
    await doer.do({ do: 'close', view_id: form.id })
    if (form.callback_id === 'incident.answer') return way === 'answer' ? 'answer' : factSince(before.facts.length, way)
    return form.callback_id === `incident.${verb}` ? { form: Object.keys(form.values) } : { opens: form.callback_id }
  }
  if (way === 'answer') return (await doer.alone(name)).length > before.told ? 'answer' : 'nothing'
  return factSince(before.facts.length, way)
}

test('every verb opens its form with its fields, or does at once what it says', async () => {
  const listed = Object.values(moments).flatMap((each) => Object.keys(each))
  expect([...listed, ...ofOneThing, ...ofPrivateOnes].toSorted()).toEqual(verbs.toSorted())
  const name = await stage.as('tanaka').declares()
  await stage.as('tanaka').do({ do: 'close', view_id: (await stage.as('tanaka').form()).id })
  for (const [moment, ways] of Object.entries(moments)) {
    await steps[moment as keyof typeof moments](name)
    await stage.quiet()
    const found: [string, unknown][] = []
    for (const [verb, way] of Object.entries<Way>(ways)) found.push([verb, await tried(name, verb, way)])
    expect(Object.fromEntries(found)).toEqual(ways)
  }
})

test('slots: card, broadcast, announcement and checkpoint bear their names and their incident', async () => {
  const tanaka = stage.as('tanaka')
  const name = await tanaka.declares()
  await tanaka.chooses(name, 'take-handler')
  await tanaka.chooses(name, 'set-level')
  await tanaka.sends({ level: 'level1' })
  await stage.pass(16 * minute)
  const channel = await stage.channel(name)
  const incidents = await stage.channel('incidents')
  const inChannel = channel.messages.flatMap((each) => slotOf(each) ?? [])
  expect(inChannel).toEqual([
    'card',
    'first-call',
    `announce:roles.handler_taken:1:${channel.id}`,
    `announce:incident.level_set:1:${channel.id}`,
    'checkpoint:1',
  ])
  expect(incidents.messages.flatMap((each) => slotOf(each) ?? [])).toEqual([
    `broadcast:${incidents.id}`,
    `announce:incident.level_set:1:${incidents.id}`,
  ])
  const marks = [...channel.messages, ...incidents.messages].flatMap((each) => each.metadata ?? [])
  expect(new Set(marks.map((each) => each.event_type))).toEqual(new Set(['sssbot_slot']))
  expect(new Set(marks.map((each) => each.event_payload.incident)).size).toBe(1)
  expect(marks[0]?.event_payload.incident).toMatch(/^inc_/)
  const checkpoint = inSlot(channel, 'checkpoint:1')
  await stage.as('sato').presses(name, checkpoint, 'incident.menu', 'edit-summary')
  expect((await stage.as('sato').form()).callback_id).toBe('incident.edit-summary')
})
