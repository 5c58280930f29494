import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { audience, type IncidentFacts } from './audience.ts'
import { mildestFirst, severity } from './sections/level.ts'
import { mentions } from './sections/policy.ts'
import { settingsSchema } from './settings.ts'
import { incidentKinds, incidentTypes, visibilities } from './values/incident-words.ts'

const services = {
  a: {
    name: { ja: 'サービスA', en: 'Service A' },
    owners: ['@service-a'],
    first_response: ['@service-a', 'tanaka@example.com'],
    channels: ['#service-a'],
  },
  b: { name: 'サービスB' },
}
const settings = (rest: object = {}) => settingsSchema.parse({ services, ...rest })
const incident: IncidentFacts = { service: 'a', types: [], kind: 'real', visibility: 'public' }

describe('with the policy that holds by default', () => {
  const told = (facts: Partial<IncidentFacts>) => {
    const { groups, people, channels } = audience({ ...incident, ...facts }, settings())
    return { groups, people, channels: channels.map(({ channel, mention }) => `${channel} ${mention}`) }
  }

  test("a real incident calls the service's own people and tells its channel and #incidents", () => {
    expect(told({})).toEqual({
      groups: ['service-a'],
      people: ['tanaka@example.com'],
      channels: ['service-a none', 'incidents none'],
    })
  })

  test('executives hear of the two worst levels only', () => {
    expect(told({ level: 'level3' }).groups).not.toContain('executives')
    expect(told({ level: 'level4' }).groups).toContain('executives')
    expect(told({ level: 'level5' }).channels).toContain('executives here')
  })

  test('CSIRT hears of confidentiality, also beside another type', () => {
    expect(told({ types: ['availability'] }).groups).not.toContain('csirt')
    expect(told({ types: ['availability', 'confidentiality'] }).groups).toContain('csirt')
  })

  test('a private incident calls CSIRT and nobody else, and is broadcast nowhere', () => {
    expect(told({ visibility: 'private', level: 'level5' })).toEqual({ groups: ['csirt'], people: [], channels: [] })
  })

  test('a drill is told in #drills alone', () => {
    expect(told({ kind: 'drill', level: 'level5', types: ['confidentiality'] })).toEqual({
      groups: [],
      people: [],
      channels: ['drills none'],
    })
  })

  test('a private drill is told nowhere', () => {
    expect(told({ kind: 'drill', visibility: 'private' })).toEqual({ groups: [], people: [], channels: [] })
  })
})

describe("with a company's own rules", () => {
  test('all that hold add up, and the strongest mention of a channel wins', () => {
    const notify = [
      { broadcast: ['#incidents'], mention: 'here' },
      { when: { service: 'a' }, broadcast: ['#incidents'], mention: 'channel' },
      { when: { service: ['a', 'b'] }, broadcast: ['#incidents'], invite: ['U0123ABCD'] },
      { when: { service: 'b' }, broadcast: ['#service-b'] },
    ]
    const { channels, people } = audience(incident, settings({ notify }))
    expect(channels).toContainEqual({ channel: 'incidents', mention: 'channel', style: 'full' })
    expect(channels.map(({ channel }) => channel)).not.toContain('service-b')
    expect(people).toContain('U0123ABCD')
  })

  test('a drill that a rule names invites, but mentions nobody', () => {
    const notify = [{ when: { kind: 'drill' }, invite: ['@service-a'], broadcast: ['#drills'], mention: 'channel' }]
    const drill = audience({ ...incident, kind: 'drill' }, settings({ notify }))
    expect(drill).toMatchObject({
      groups: ['service-a'],
      channels: [{ channel: 'drills', mention: 'none', style: 'full' }],
      mayMentionGroups: false,
    })
  })

  test('a channel gets three lines where every rule that names it says so', () => {
    const notify = [
      { broadcast: ['#incidents', '#support'], style: 'brief' },
      { broadcast: ['#incidents'] },
      { broadcast: ['#service-a', '#support'], style: 'brief', mention: 'here' },
    ]
    expect(audience(incident, settings({ notify })).channels).toEqual([
      { channel: 'service-a', mention: 'here', style: 'full' },
      { channel: 'incidents', mention: 'none', style: 'full' },
      { channel: 'support', mention: 'here', style: 'brief' },
    ])
  })

  test('urgency and exact levels are conditions too', () => {
    const notify = [{ when: { urgency: 'emergency', level: ['level1', 'level2'] }, broadcast: ['#both'] }]
    const heard = (facts: Partial<IncidentFacts>) =>
      audience({ ...incident, ...facts }, settings({ notify })).channels.some(({ channel }) => channel === 'both')
    expect(heard({ urgency: 'emergency', level: 'level2' })).toBe(true)
    expect(heard({ urgency: 'emergency' })).toBe(false)
    expect(heard({ urgency: 'looking', level: 'level2' })).toBe(false)
  })

  test('each call says why, in both languages, and where the settings say so', () => {
    const { reasons } = audience({ ...incident, level: 'level5' }, settings())
    expect(reasons).toContainEqual({
      target: '@service-a',
      because: { ja: 'サービスAの初動対応チーム', en: 'The first-response team of Service A' },
      setting: 'services.a.first_response',
    })
    expect(reasons).toContainEqual({
      target: '#executives',
      because: { ja: '重いインシデント', en: 'A severe incident' },
      setting: 'notify[1]',
    })
  })

  test('where the first level is the worst, at_least counts the other way', () => {
    const worst = { levels: { worst: 'first' }, notify: [{ when: { at_least: 'level2' }, broadcast: ['#bad'] }] }
    const heard = (level: string) =>
      audience({ ...incident, level }, settings(worst)).channels.some(({ channel }) => channel === 'bad')
    expect(['level1', 'level2', 'level3'].map(heard)).toEqual([true, true, false])
  })
})

const levelKeys = settings().levels.steps.map(({ key }) => key)
const group = fc.constantFrom('@one', '@two', '@three', 'a@example.com')
const channel = fc.constantFrom('#one', '#two', '#three')
const some = <T>(item: fc.Arbitrary<T>) => fc.option(item, { nil: undefined })
const conditions = {
  service: some(fc.constantFrom('a', 'b')),
  at_least: some(fc.constantFrom(...levelKeys)),
  type: some(fc.subarray([...incidentTypes], { minLength: 1 })),
  kind: some(fc.subarray([...incidentKinds], { minLength: 1 })),
  visibility: some(fc.subarray([...visibilities], { minLength: 1 })),
}
const anyRules = fc.array(
  fc.record({
    when: fc.record(conditions),
    invite: fc.array(group, { maxLength: 3 }),
    broadcast: fc.array(channel, { maxLength: 3 }),
    mention: fc.constantFrom(...mentions),
  }),
  { maxLength: 6 },
)
const anySettings = fc
  .record({ notify: anyRules, worst: fc.constantFrom('first', 'last') })
  .map(({ notify, worst }) => settings({ notify, levels: { worst } }))
const anyIncident: fc.Arbitrary<IncidentFacts> = fc.record({
  service: fc.constantFrom('a', 'b'),
  level: some(fc.constantFrom(...levelKeys)),
  types: fc.subarray([...incidentTypes]),
  kind: fc.constantFrom(...incidentKinds),
  visibility: fc.constantFrom(...visibilities),
})

describe('whatever the rules are', () => {
  test('a worse level never calls fewer people, tells fewer channels, or mentions more quietly', () => {
    fc.assert(
      fc.property(anySettings, anyIncident, (company, facts) => {
        const ladder = [undefined, ...mildestFirst(company.levels).map(({ key }) => key)]
        const each = ladder.map((level) => audience({ ...facts, level }, company))
        for (const [index, worse] of each.entries()) {
          const milder = each[index - 1]
          if (!milder) continue
          expect(worse.groups).toEqual(expect.arrayContaining(milder.groups))
          expect(worse.people).toEqual(expect.arrayContaining(milder.people))
          for (const { channel, mention } of milder.channels) {
            const now = worse.channels.find((it) => it.channel === channel)
            expect(mentions.indexOf(now?.mention ?? 'none')).toBeGreaterThanOrEqual(mentions.indexOf(mention))
            expect(now).toBeDefined()
          }
        }
      }),
    )
  })

  test('drills and exercises never mention anybody', () => {
    fc.assert(
      fc.property(
        anySettings,
        anyIncident,
        fc.constantFrom('drill' as const, 'exercise' as const),
        (company, facts, kind) => {
          const { channels, mayMentionGroups } = audience({ ...facts, kind }, company)
          expect(channels.every(({ mention }) => mention === 'none')).toBe(true)
          expect(mayMentionGroups).toBe(false)
        },
      ),
    )
  })

  test('a private incident reaches only what a rule about private ones names', () => {
    fc.assert(
      fc.property(anySettings, anyIncident, (company, facts) => {
        const { groups, channels } = audience({ ...facts, visibility: 'private' }, company)
        const rules = company.notify.filter(({ when }) => when.visibility.includes('private'))
        expect(rules.flatMap(({ invite }) => invite)).toEqual(expect.arrayContaining(groups))
        expect(rules.flatMap(({ broadcast }) => broadcast)).toEqual(
          expect.arrayContaining(channels.map(({ channel }) => channel)),
        )
      }),
    )
  })

  test('everyone is named once, and everyone called has a reason', () => {
    fc.assert(
      fc.property(anySettings, anyIncident, (company, facts) => {
        const { groups, people, channels, reasons } = audience(facts, company)
        const targets = [...groups.map((it) => `@${it}`), ...people, ...channels.map((it) => `#${it.channel}`)]
        expect(new Set(targets).size).toBe(targets.length)
        expect(new Set(reasons.map(({ target }) => target))).toEqual(new Set(targets))
      }),
    )
  })
})

test('severity counts from the mildest; a level that is not set, or no longer known, is none', () => {
  const { levels } = settings()
  expect([undefined, 'level1', 'level5', 'gone'].map((key) => severity(key, levels))).toEqual([0, 1, 5, 0])
})
