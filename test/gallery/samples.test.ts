import { describe, expect, test } from 'vitest'
import { locales } from '../../src/kit/i18n/index.ts'
import type { Sample } from '../../src/rooms/situation/sample.ts'
import { situations } from '../../src/rooms/situation/situation.samples.ts'
import { isOfDrill, isReadOutside, leaks, offences, saidTwice, takenForReal, telltales, undrawn } from './promises.ts'
import { samples } from './samples.ts'

const outside = samples.filter(isReadOutside)
const drills = samples.filter(isOfDrill)

describe.each(locales)('in %s', (locale) => {
  test.each(samples)('$name is what Slack takes, and calls nobody by accident', (sample) => {
    expect(offences(sample, locale)).toEqual([])
    const surface = sample.render(locale)
    const shape = 'type' in surface ? (surface.type === 'home' ? 'home' : 'form') : 'message'
    expect(shape).toBe(sample.to === 'form' || sample.to === 'home' ? sample.to : 'message')
  })

  test.each(samples)('$name offers no button twice, and shows its emoji as pictures', (sample) => {
    expect([saidTwice(sample, locale), undrawn(sample, locale)]).toEqual([[], []])
  })

  test.each(outside)('$name says nothing of a private incident', (sample) => {
    expect(leaks(sample, locale)).toEqual([])
  })

  test.each(drills)('$name says that it is a drill', (sample) => {
    expect(takenForReal(sample, locale)).toEqual([])
  })

  test('offences that are planted are caught', () => {
    const { secret, drill } = situations
    const plant = (words: string, change: Partial<Sample> = {}): Sample => ({
      name: 'planted/offence',
      to: 'elsewhere',
      about: [secret, drill],
      ...change,
      render: () => ({ text: words, blocks: [{ type: 'section', text: { type: 'mrkdwn', text: words } }] }),
    })
    const leaking = plant('サービスA: Service A')
    expect([isReadOutside(leaking), isOfDrill(leaking)]).toEqual([true, true])
    expect(leaks(leaking, locale)).toEqual(['サービスA', 'Service A'])
    expect(takenForReal(leaking, locale)).toEqual(['サービスA: Service A'])
    expect(isReadOutside(plant('—', { to: 'channel' }))).toBe(false)
    expect(offences(plant('<!channel>'), locale)).toHaveLength(1)
    expect(offences(plant('—', { loud: true }), locale)).toHaveLength(1)
    expect(offences(plant('a'.repeat(3001)), locale)).toHaveLength(1)
    expect(undrawn(plant(':white_check_mark: :no_such_emoji:'), locale)).toEqual([':no_such_emoji:'])
    const button = { type: 'button', action_id: 'a', text: { type: 'plain_text', text: '再開する' } } as const
    const twice = () => ({ text: '—', blocks: [{ type: 'actions', elements: [button, button] }] })
    expect(saidTwice({ ...plant('—'), render: twice as Sample['render'] }, locale)).toEqual(['再開する'])
  })

  test('what would tell a private incident is told of others', () => {
    const open = samples.filter((sample) => !isReadOutside(sample))
    const told = new Set(open.flatMap((sample) => leaks(sample, locale)))
    const ofThisLanguage = telltales.filter((each) =>
      locale === 'ja' ? each !== 'Service A' && each !== 'Confidentiality' : each !== 'サービスA' && each !== '機密性',
    )
    expect([...told]).toEqual(expect.arrayContaining(ofThisLanguage))
  })
})

test('there are samples of private incidents and of drills wherever such are told of', () => {
  const roomsOf = (some: readonly Sample[]) => [...new Set(some.map(({ name }) => name.split('/')[0]))].sort()
  expect(roomsOf(outside)).toMatchInlineSnapshot(`
    [
      "broadcast",
      "card",
      "crew",
      "declaration",
      "followed",
      "ladder",
      "learning",
      "roll-call",
      "subscriptions",
    ]
  `)
  expect(roomsOf(drills)).toMatchInlineSnapshot(`
    [
      "actions",
      "broadcast",
      "card",
      "crew",
      "declaration",
      "followed",
      "home",
      "ladder",
      "learning",
      "roll-call",
      "subscriptions",
      "todos",
    ]
  `)
  expect(outside.length).toBeGreaterThanOrEqual(29)
  expect(drills.length).toBeGreaterThanOrEqual(94)
})
