import { expect, test } from 'vitest'
import type { Verb } from '../../src/rooms/commands/registry.ts'
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
    const fields = ['service', 'summary', 'urgency', 'type', 'kind', 'visibility', 'detected_at', 'detected_by']
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
] as const
type MenuVerb = Exclude<Verb, (typeof ofOneThing)[number]>

/** The form of each verb and the ids of its fields; an empty list where the click does it. */
const fields: Record<MenuVerb, string[]> = {
  'take-handler': [],
  'claim-role': ['role'],
  'hand-over': ['to', 'briefing'],
  'accept-hand-over': [],
  'decline-hand-over': [],
  'release-role': ['role'],
  update: ['condition', 'action', 'need', 'impact', 'next_minutes', 'support'],
  join: [],
  timekeeper: [],
  snooze: ['minutes', 'reason'],
  'set-level': ['level', 'reason'],
  'edit-summary': ['summary', 'impact'],
  'set-type': ['type'],
  'set-kind': ['kind', 'reason'],
  'set-visibility': ['visibility'],
  'edit-times': ['occurred_at', 'detected_at', 'declared_at', 'reason'],
  'add-todo': ['text', 'owner', 'minutes'],
  'change-todo': ['todo', 'owner', 'minutes', 'state'],
  'call-people': ['function', 'people', 'reason'],
  'release-people': ['people', 'note'],
  'link-channel': ['channel', 'thread'],
  recover: ['recovered_at', 'permanence', 'postmortem_owner', 'postmortem_due'],
  complete: ['waivers'],
  reopen: ['reason'],
  cancel: ['reason'],
  merge: ['into'],
  postmortem: [],
  'download-postmortem': [],
  actions: [],
  'add-action': ['title', 'owner', 'due', 'kind', 'size'],
  'todo-to-action': ['todo'],
  timeline: [],
  'add-entry': ['at', 'words'],
  'put-off-archive': [],
  ladder: [],
  'assign-postmortem': ['owner', 'due'],
  'postpone-postmortem': ['due', 'reason'],
  'publish-postmortem': ['link'],
  'waive-postmortem': ['reason'],
  'plan-review': ['at', 'minutes', 'people'],
  'waive-review': ['reason'],
  list: [],
}

test.each(Object.entries(fields))(
  'the verb %s is in the menu when it can be done, and its form has its fields',
  async (verb, ids) => {
    const tanaka = stage.as('tanaka')
    const name = await tanaka.declares()
    const end = async (how: string) => {
      await tanaka.chooses(name, how)
      await tanaka.sends(how === 'complete' ? { waivers: '訓練なので' } : {})
      await stage.quiet()
    }
    if (verb === 'merge') await stage.as('sato').declares()
    if (['complete', 'reopen', 'put-off-archive'].includes(verb) || /(postmortem|-review|ladder)$/.test(verb))
      await end('recover')
    if (['reopen', 'put-off-archive'].includes(verb)) await end('complete')
    if (verb === 'change-todo' || verb === 'todo-to-action') {
      await tanaka.chooses(name, 'add-todo')
      await tanaka.sends({ text: 'ログを確認する' })
      await stage.quiet()
    }
    // Answers to an offer of the lead are buttons of that offer.
    if (verb.endsWith('-hand-over')) return
    if (verb === 'hand-over' || verb === 'release-role') {
      await tanaka.takesNextStep(name)
      await stage.quiet()
    }
    await tanaka.chooses(name, verb)
    if (verb === 'actions' || verb === 'timeline' || verb === 'ladder' || verb === 'postmortem') {
      expect((await tanaka.form()).callback_id).toBe(`incident.${verb}`)
      return
    }
    if (ids.length === 0) {
      const open = await tanaka.form().catch(() => undefined)
      expect(open?.callback_id ?? 'incident.declared').toBe('incident.declared')
      return
    }
    const form = await tanaka.form()
    expect(form.callback_id).toBe(`incident.${verb}`)
    expect(Object.keys(form.values)).toEqual(ids)
  },
)

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
