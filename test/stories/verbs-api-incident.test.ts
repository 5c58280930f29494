import { expect } from 'vitest'
import { z } from 'zod'
import { incidentIn } from './conversation.ts'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const token = 'a-token-for-stories-only'
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const answer = z.looseObject({
  declared_at: z.string().optional(),
  error: z.object({ code: z.string(), message: z.string(), field: z.string().optional() }).optional(),
})

forEachDatabase((database) => {
  const stage = setStage(database, {}, undefined, { SSSBOT_API_TOKEN: token })
  const call = async (path: string, body: object) => {
    const answered = await fetch(`${stage.bot.app.url}/api/v1/incidents/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { ...answer.parse(await answered.json()), status: answered.status }
  }
  const does = (incident: string, verb: string, body: object = {}) =>
    call(`${incident}/${verb}`, { actor: 'sato', ...body })
  const refused = async (incident: string, verb: string, body: object = {}) => {
    const { status, error } = await does(incident, verb, body)
    return [status, error?.code, error?.field]
  }
  const declared = async (values: Record<string, unknown> = {}) => {
    const name = await stage.as('tanaka').declares({ summary: '決済が遅い', ...values })
    return { name, incident: await incidentIn(stage, name) }
  }
  const said = async (name: string, slot = 'card') => {
    await stage.quiet()
    return words(inSlot(await stage.channel(name), slot))
  }
  const iso = (from: string | undefined, ms: number) => new Date(Date.parse(from ?? '') + ms).toISOString()

  describe('what drives the response, over HTTP', () => {
    test('a level is set; one that the settings do not have is refused, and so is none', async () => {
      const { name, incident } = await declared()
      expect(await does(incident, 'set-level', { level: 'level5', reason: '全顧客に影響' })).toMatchObject({
        status: 200,
        level: 'level5',
      })
      expect(await said(name, 'announce:incident.level_set')).toContain('全顧客に影響')
      expect(await refused(incident, 'set-level', { level: 'level99' })).toEqual([422, 'level-unknown', 'level'])
      expect(await refused(incident, 'set-level', { level: 'level5' })).toEqual([422, 'level-same', 'level'])
      expect(await refused(incident, 'set-level')).toEqual([400, 'invalid', 'level'])
    })

    test('its type is set, in the settings’ order and each once; what is no type is refused', async () => {
      const { incident } = await declared()
      const wanted = { type: ['availability', 'confidentiality', 'availability'] }
      expect(await does(incident, 'set-type', wanted)).toMatchObject({
        status: 200,
        type: ['confidentiality', 'availability'],
      })
      expect(await refused(incident, 'set-type', wanted)).toEqual([422, 'nothing-changed', 'type'])
      expect(await refused(incident, 'set-type', { type: ['fire'] })).toEqual([400, 'invalid', 'type.0'])
      expect(await refused(incident, 'set-type')).toEqual([400, 'invalid', 'type'])
      expect(await does(incident, 'set-type', { type: [] })).toMatchObject({ status: 200, type: [] })
    })

    test('its tags are set, the same however they were typed; too many are refused', async () => {
      const { incident } = await declared()
      expect(await does(incident, 'set-tags', { tags: ['#DB', 'ｄｂ', '決済'] })).toMatchObject({
        status: 200,
        tags: ['db', '決済'],
      })
      expect(await refused(incident, 'set-tags', { tags: ['決済', 'db'] })).toEqual([422, 'nothing-changed', 'tags'])
      const many = Array.from({ length: 11 }, (_, n) => `t${n}`)
      expect(await refused(incident, 'set-tags', { tags: many })).toEqual([422, 'too-many-tags', 'tags'])
      expect(await refused(incident, 'set-tags', { tags: ['x'.repeat(41)] })).toEqual([422, 'tag-too-long', 'tags'])
      expect(await does(incident, 'set-tags', { tags: [] })).toMatchObject({ status: 200, tags: [] })
    })

    test('it was a drill after all', async () => {
      const { name, incident } = await declared()
      expect(await does(incident, 'set-kind', { kind: 'drill' })).toMatchObject({ status: 200, kind: 'drill' })
      expect(await said(name)).toContain('訓練')
      expect(await refused(incident, 'set-kind', { kind: 'drill' })).toEqual([422, 'kind-same', 'kind'])
      expect(await refused(incident, 'set-kind', { kind: 'game' })).toEqual([400, 'invalid', 'kind'])
    })

    test('it becomes private, and whoever takes no part is told that there is none', async () => {
      const { incident } = await declared()
      const hide = { actor: 'tanaka', visibility: 'private' }
      expect(await does(incident, 'set-visibility', hide)).toMatchObject({ status: 200, visibility: 'private' })
      expect(await refused(incident, 'set-visibility', hide)).toEqual([422, 'visibility-same', 'visibility'])
      const reveal = { actor: 'suzuki', visibility: 'public' }
      expect(await refused(incident, 'set-visibility', reveal)).toEqual([404, 'incident-unknown', undefined])
    })

    test('its summary is told anew; an impact left out stays, and null empties it', async () => {
      const { name, incident } = await declared()
      const first = { summary: '決済が止まった', impact: '全店' }
      expect(await does(incident, 'edit-summary', first)).toMatchObject({ status: 200, impact: '全店' })
      expect(await said(name)).toContain('決済が止まった')
      expect(await refused(incident, 'edit-summary', first)).toEqual([422, 'nothing-changed', 'summary'])
      expect(await refused(incident, 'edit-summary', { summary: ' 　' })).toEqual([400, 'invalid', 'summary'])
      expect(await does(incident, 'edit-summary', { summary: '決済が一部止まった' })).toMatchObject({ impact: '全店' })
      expect(await does(incident, 'edit-summary', { summary: '決済が遅い', impact: null })).toMatchObject({
        impact: null,
      })
    })

    test('its times are put right: one left out stays, null is not known; the field that is wrong is named', async () => {
      const { incident } = await declared()
      const { declared_at } = await does(incident, 'edit-summary', { summary: '決済が遅れる' })
      const detected_at = iso(declared_at, -hour)
      expect(await does(incident, 'edit-times', { detected_at, reason: '監視の記録から' })).toMatchObject({
        status: 200,
        detected_at,
        declared_at,
      })
      expect(await does(incident, 'edit-times', { detected_at: null })).toMatchObject({
        status: 200,
        detected_at: null,
      })
      expect(await refused(incident, 'edit-times')).toEqual([422, 'nothing-changed', 'reason'])
      const ahead = { occurred_at: iso(declared_at, day) }
      expect(await refused(incident, 'edit-times', ahead)).toEqual([422, 'time-in-future', 'occurred_at'])
      expect(await refused(incident, 'edit-times', { declared_at: null })).toEqual([422, 'time-needed', 'declared_at'])
      expect(await refused(incident, 'edit-times', { occurred_at: '9:00' })).toEqual([400, 'invalid', 'occurred_at'])
    })
  })

  describe('what ends the response and takes it up again, over HTTP', () => {
    everywhere('復旧, 完了 and 再開', async () => {
      const { name, incident } = await declared()
      const owner = (await stage.as('sato').user()).id
      expect(await refused(incident, 'complete')).toEqual([422, 'move-illegal', undefined])
      const { declared_at } = await does(incident, 'edit-summary', { summary: '決済が遅れる' })
      const early = { recovered_at: iso(declared_at, -hour) }
      expect(await refused(incident, 'recover', early)).toEqual([422, 'time-before-declared', 'recovered_at'])
      const ahead = { recovered_at: iso(declared_at, day) }
      expect(await refused(incident, 'recover', ahead)).toEqual([422, 'time-in-future', 'recovered_at'])
      const never = { postmortem_due: '2026-02-30' }
      expect(await refused(incident, 'recover', never)).toEqual([400, 'invalid', 'postmortem_due'])
      expect(
        await does(incident, 'recover', {
          recovered_at: declared_at,
          permanence: 'provisional',
          postmortem_owner: owner,
          postmortem_due: '2027-01-15',
        }),
      ).toMatchObject({ status: 200, recovered_at: declared_at })
      expect(await said(name)).toContain('1/15（金）')
      expect(await refused(incident, 'recover')).toEqual([422, 'move-illegal', undefined])

      expect(await refused(incident, 'complete')).toEqual([422, 'left-undone', 'waivers'])
      const waived = { waivers: '監視の追加は来週' }
      expect(await does(incident, 'complete', waived)).toMatchObject({ status: 200, completed_at: expect.any(String) })
      expect(await refused(incident, 'complete', waived)).toEqual([422, 'move-illegal', undefined])

      const again = { reason: '再発した' }
      expect(await does(incident, 'reopen', again)).toMatchObject({ status: 200, recovered_at: null })
      expect(await said(name, 'announce:incident.reopened')).toContain('再発した')
      expect(await refused(incident, 'reopen', again)).toEqual([422, 'move-illegal', undefined])
    })

    test('nobody is named as writer who may not know of it', async () => {
      const { incident } = await declared({ visibility: 'private' })
      const suzuki = { actor: 'tanaka', postmortem_owner: (await stage.as('suzuki').user()).id }
      expect(await refused(incident, 'recover', suzuki)).toEqual([422, 'unknowing', 'postmortem_owner'])
    })

    test('取り下げ, and the archiving of the channel is put off', async () => {
      const { name, incident } = await declared()
      expect(await refused(incident, 'put-off-archive')).toEqual([422, 'archive-not-due', undefined])
      expect(await refused(incident, 'cancel', { reason: 'あ'.repeat(1001) })).toEqual([400, 'invalid', 'reason'])
      expect(await does(incident, 'cancel', { reason: '監視の誤検知' })).toMatchObject({
        status: 200,
        recovered_at: null,
      })
      expect(await said(name, 'announce:incident.cancelled')).toContain('監視の誤検知')
      expect(await refused(incident, 'cancel')).toEqual([422, 'move-illegal', undefined])
      await stage.pass(2 * day + hour)
      expect(await does(incident, 'put-off-archive')).toMatchObject({ status: 200 })
      expect(await said(name, 'announce:upkeep.archive_put_off')).toContain('実施: <@U0SATO>')
    })

    test('統合, but not into itself, nor into one that is hidden, which reads as one that is not there', async () => {
      const { name, incident } = await declared()
      const { incident: into } = await declared({ summary: '認証が落ちた' })
      const { incident: hidden } = await declared({ summary: '名簿', visibility: 'private' })
      expect(await refused(incident, 'merge', { into: incident })).toEqual([422, 'merge-self', 'into'])
      expect(await refused(incident, 'merge')).toEqual([400, 'invalid', 'into'])
      const missing = await does(incident, 'merge', { actor: 'suzuki', into: 'inc_nothing' })
      expect(await does(incident, 'merge', { actor: 'suzuki', into: hidden })).toEqual(missing)
      expect(missing).toMatchObject({ status: 404, error: { code: 'incident-unknown', field: 'into' } })
      const revealed = await does(hidden, 'merge', { actor: 'tanaka', into })
      expect(revealed).toMatchObject({ status: 422, error: { code: 'merge-reveals', field: 'into' } })
      expect(await does(incident, 'merge', { into })).toMatchObject({ status: 200 })
      expect(await said(name)).toContain('統合しました')
      expect(await refused(into, 'merge', { into: incident })).toEqual([422, 'merge-over', 'into'])
    })
  })
})
