import { expect, onTestFinished } from 'vitest'
import { timelineOf } from '../../src/rooms/record/index.ts'
import { incidentIn } from './conversation.ts'
import { openPagerService } from './pager.ts'
import { openPagerDutyApi } from './pagerduty.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { onDatabase, test } from './telling.ts'

const minute = 60_000

// What the other stories show in Japanese, as a company that reads English meets it.
onDatabase('PostgreSQL', () => {
  const secrets = { DUTY_KEY: 'an integration key', DUTY_READ: 'u+readOnlyKey' }
  const stage = setStage('PostgreSQL', { language: 'en' }, undefined, secrets)
  const alice = () => stage.as('alice')
  const bob = () => stage.as('bob')
  const said = async (channel: string, slot: string) => words(inSlot(await stage.channel(channel), slot))
  const reads = (what: string) =>
    stage.until(async () => {
      const shown = words((await bob().form()).blocks)
      return shown.includes(what) ? shown : undefined
    })

  test('from a declaration that nobody leads to the end: nothing is claimed that nobody said, and each form says who hears', async () => {
    const name = await bob().declares({ summary: 'Sign-in fails' })
    expect(await said(name, 'card')).toMatch(/none yet 🙋.*start unknown/s)
    expect(await said(name, 'first-call')).toContain('One of you, press “🙋 Become handler” on the card')
    await stage.pass(16 * minute)
    expect(await said(name, 'checkpoint:1')).toMatch(
      /since declared; start unknown.*Missing: handler, level, customer impact/s,
    )

    await alice().takesNextStep(name)
    await stage.quiet()
    await alice().chooses(name, 'set-level')
    expect(words(await alice().form())).toMatch(/Level 5 \(critical\).*calls .*notifies #executives/s)
    await alice().sends({ level: 'level5', impact: 'Nobody can sign in' })
    await stage.quiet()
    expect(await said('incidents', 'announce:incident.level_set:1')).toContain('Level set to 5 (critical)')
    await alice().does(name, 'update', { condition: 'The database is out of connections', next_minutes: '30' })
    expect(await said(name, 'announce:updates.posted:1')).toMatch(/First report.*Posted by <@U0ALICE>/s)
    expect(await said('executives', 'broadcast:')).not.toMatch(/[ぁ-んァ-ヶ]{2}|since it started/)

    await alice().chooses(name, 'recover')
    const recover = words(await alice().form())
    for (const each of ['Started at (if known)', 'A note for everyone notified', 'since declared; start unknown'])
      expect(recover).toContain(each)
    await alice().sends({ note: 'Please sign in again', permanence: 'provisional', postmortem_owner: 'U0ALICE' })
    await stage.quiet()
    const over = await said('incidents', 'announce:incident.recovered:1')
    expect(over).toMatch(/Please sign in again.*Temporary fix in place; permanent fix to come/s)
    expect(over).toContain('start unknown')
    await alice().does(name, 'edit-times', { occurred_at: at(stage.clock.now(), -60), reason: 'Monitoring shows it' })
    expect(await said('incidents', 'announce:incident.times_edited:1')).toMatch(
      /Started: unknown → .*Monitoring shows it/s,
    )
    expect(await said(name, 'card')).not.toContain('start unknown')
    for (const each of ['incidents', 'executives', name])
      expect(await said(each, 'announce:incident.recovered:1')).toMatch(/Affected for about \d+ min/)

    const { messages } = await stage.channel('incidents')
    const news = messages.findLast((each) => JSON.stringify(each.blocks).includes('incident.reopen'))
    if (!news) throw new Error('No news of the end offers to reopen')
    await bob().presses('incidents', news, 'incident.reopen')
    expect(await reads('Sending this notifies')).toContain('Reason')
    await bob().sends({ reason: 'It fails again' })
    await stage.quiet()
    expect(await said('incidents', 'announce:incident.reopened:1')).toMatch(/Reopened.*Reason: It fails again/s)
    await alice().does(name, 'recover', { permanence: 'provisional' })
    await alice().chooses(name, 'complete')
    expect(words(await alice().form())).toMatch(/Remaining work.*Finish it first, or say below why it may stay open/s)
    await alice().sends({ waivers: 'Next week' })
    await stage.quiet()
    expect(await said(name, 'card')).toMatch(/Remaining work.*The bot archives this channel/s)
  })

  test('confidentiality in public offers private; what is private is marked, and says its rule', async () => {
    const before = new Set((await stage.state()).channels.map(({ id }) => id))
    await bob().do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
    const chooses = async (action: string, value: string | string[]) =>
      bob().do({ do: 'click', view_id: (await bob().form()).id, action_id: action, value })
    await chooses('incident.declare.service', 'a')
    await reads('Public. It will be posted in')
    await chooses('incident.declare.type', ['confidentiality'])
    expect(await reads('Declare privately?')).toContain('If it stays public, its content is posted in')
    await chooses('incident.declare.private', '')
    await reads('Private. Only you and these people can read it')
    await bob().sends({ summary: 'The customer list was sent outside' })
    await stage.quiet()
    const made = (await stage.state()).channels.find(({ id, is_im }) => !before.has(id) && !is_im)
    expect(made?.topic).toContain('🔒')
    expect(await said(made?.name ?? '', 'card')).toContain('🔒 Private: do not share outside this channel')
  })

  test('a drill is marked wherever it is read; a thread is linked to what it belongs to, and says by whom', async () => {
    const drill = await bob().declares({ kind: 'drill', summary: 'The database is down' })
    expect((await stage.channel(drill)).topic).toContain('[Drill]')
    expect(await said(drill, 'card')).toContain('[Drill] *Responding*')
    await alice().takesNextStep(drill)
    await stage.quiet()
    await alice().does(drill, 'set-level', { level: 'level4' })
    expect(await said(drill, 'announce:incident.level_set:1')).toContain('[Drill] *Level set to 4 (major)*')

    const name = await bob().declares({ service: 'b', summary: 'Payments are slow' })
    const root = await alice().says('#dev-all', 'Customers say that payments are slow')
    await alice().says('#dev-all', '@sssbot is this known?', root)
    await stage.quiet()
    const invitation = async () => {
      const { messages } = await stage.channel('dev-all')
      const found = messages.find((each) => slotOf(each) === 'invitation')
      if (!found) throw new Error('Nobody was invited to declare')
      return found
    }
    expect(JSON.stringify((await invitation()).blocks)).toContain('🔗 Link to an open one')
    const incident = String(inSlot(await stage.channel(name), 'card').metadata?.event_payload.incident)
    await alice().presses('dev-all', await invitation(), 'incident.declare.link', incident)
    await stage.quiet()
    expect(words(await invitation())).toContain('(linked by <@U0ALICE>). Updates are posted in this thread.')

    await stage.pass(6 * minute)
    await stage.as('carol').do({ do: 'join', channel: (await stage.channel(name)).id })
    await stage.pass(minute)
    const caughtUp = (await stage.as('carol').alone(name)).map(words).join('\n')
    expect(caughtUp).toMatch(/Welcome, here’s where things stand.*:pushpin: log it · :bulb: improve later/s)
  })

  test('who is on call stands in the form that pages them; stakeholders read three lines in a thread; an entry is put right', async () => {
    const duty = await openPagerService()
    const api = await openPagerDutyApi()
    onTestFinished(async () => void (await Promise.all([duty.close(), api.close()])))
    api.onCall = [['Suzuki']]
    const pager = { kind: 'pagerduty', url: duty.url, routing_key_env: 'DUTY_KEY', read_key_env: 'DUTY_READ' }
    const pagers = { duty: { ...pager, api_url: api.url, escalation_policy: 'PNIGHT' } }
    await stage.bot.configure({ language: 'en', pagers })
    const name = await bob().declares({ summary: 'Sign-in fails' })
    await alice().takesNextStep(name)
    await stage.quiet()
    expect(words(inSlot(await stage.channel(name), 'card'))).toMatch(/Post an update.*📣 Call people/s)
    await alice().chooses(name, 'page')
    expect(words(await alice().form())).toContain('On call now (duty): Suzuki (as of ')
    await alice().sends({ pagers: ['duty'], reason: 'Someone who knows the database' })
    await stage.quiet()
    expect(await said(name, 'announce:paging.called:1')).toMatch(/Paging.*duty.*Someone who knows the database/s)

    await alice().does(name, 'set-level', { level: 'level5', impact: 'Nobody can sign in' })
    await alice().does(name, 'update', { condition: 'The database is out of connections', next_minutes: '30' })
    const executives = await stage.channel('executives')
    const told = inSlot(executives, 'announce:updates.posted:1')
    expect(told.thread_ts).toBe(inSlot(executives, 'broadcast:').ts)
    expect(words(told)).toMatch(
      /\*Impact\* Nobody can sign in\n\*Condition\* The database is out of connections\n\*Next update\* /,
    )

    const ts = await alice().says(`#${name}`, 'Deployed at 14:02')
    await bob().do({ do: 'pin', channel: (await stage.channel(name)).id, ts })
    await stage.quiet()
    await bob().chooses(name, 'timeline')
    const timeline = await bob().form()
    const entries = await timelineOf(stage.bot.app.world.db.read, await incidentIn(stage, name), { withHidden: true })
    const value = entries.find(({ is }) => is === 'message')?.key ?? ''
    await bob().do({ do: 'click', view_id: timeline.id, action_id: 'incident.edit-entry', value })
    expect((await bob().form()).values.words).toBe('Alice Martin: Deployed at 14:02')
    expect((await bob().sends({ reason: 'Nothing changed' })).errors).toEqual({
      words: 'Nothing has changed. Edit something before you send it.',
    })
    await bob().sends({ words: 'Deployed at 13:55', reason: 'The log shows it' })
    await stage.quiet()
    expect(words(await bob().form())).toContain('Deployed at 13:55')
  })

  test('on a holiday what concerns documents waits for the morning, and is written in one form; one of 152 services is searched for', async () => {
    const many = Array.from({ length: 152 }, (_, n) => [`s${n}`, { name: `Service no. ${n}` }])
    const settings = { language: 'en', working_hours: { holidays: ['japan'] }, services: Object.fromEntries(many) }
    await stage.bot.configure(settings)
    const name = await bob().declares({ service: 's151', summary: 'Sign-in fails' })
    expect(await said(name, 'card')).toContain('Service no. 151')
    await alice().takesNextStep(name)
    await stage.quiet()
    await alice().does(name, 'recover', { postmortem_owner: 'U0ALICE' })
    const asked = async () =>
      (await alice().direct()).filter((each) => slotOf(each)?.startsWith('question:')).map(words)
    await stage.pass(60 * minute)
    expect(await asked()).toEqual([])
    await stage.pass((18 * 60 + 5) * minute)
    expect((await asked()).join()).toContain('When did it actually start?')
    await alice().chooses(name, 'postmortem')
    await alice().do({
      do: 'click',
      view_id: (await alice().form()).id,
      action_id: 'incident.write-section',
      value: 'gaps',
    })
    const form = words(await alice().form())
    for (const each of ['What went well?', 'Why did it happen?', 'What triggered it?']) expect(form).toContain(each)
    expect((await alice().sends({ occurred_at: at(stage.clock.now(), 60) })).errors).toEqual({
      occurred_at: 'You cannot choose a time in the future. Please choose now or earlier.',
    })
  })
})

/** A moment some minutes from another, as a form sends it. */
const at = (now: Date, minutes: number): string => String(Math.floor((now.getTime() + minutes * minute) / 1000))
