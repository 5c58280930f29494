import { describe, expect, test } from 'vitest'
import type { Incident } from '../../incident/index.ts'
import { type Levels, parseSettings } from '../../settings/index.ts'
import { at, material, said, updated } from '../material.samples.ts'
import type { Line } from '../material.ts'
import { proposeLevel } from './propose-level.ts'
import { proposeTags } from './propose-tags.ts'

const shipped = (): Levels => {
  const parsed = parseSettings('services:\n  a:\n    name: A\n', 'sssbot.yaml')
  if (!parsed.ok) throw new Error('The settings of the test are wrong')
  return parsed.settings.levels
}
const levels = shipped()

const incident: Incident = {
  id: 'inc_earlier',
  status: 'completed',
  service: 'a',
  summary: '決済が遅い',
  impact: null,
  urgency: null,
  level: null,
  types: [],
  tags: [],
  kind: 'real',
  visibility: 'public',
  permanence: null,
  declaredBy: 'U0TANAKA',
  occurredAt: null,
  detectedAt: null,
  detectedBy: null,
  declaredAt: at('10:00'),
  handlerTakenAt: null,
  recoveredAt: null,
  completedAt: null,
  postmortemOwner: null,
  postmortemDue: null,
  declareViewId: null,
  declareLocale: 'ja',
  invitationId: null,
  mergedInto: null,
  origin: null,
}
const earlier = (level: string | null, ...tags: string[]) => ({ incident, channelId: 'C0EARLIER', level, tags })
const levelOf = (
  lines: Line[],
  more: Parameters<typeof material>[0] = {},
  now: Parameters<typeof proposeLevel>[2] = null,
) => proposeLevel(material({ ...more, lines }), levels, now, [])

describe('a level is proposed', () => {
  test.each([
    ['これはレベル4でお願いします', 'level4'],
    ['レベル４（大）にします', 'level4'],
    ['this is a level 3', 'level3'],
    ['重大度は中ではなく、レベル5です。全員が落ちています', undefined],
  ])('from what somebody said in so many words: %s', (words, level) => {
    expect(levelOf([said('14:10', 'sato', words)])?.level).toBe(level)
  })

  test.each([
    'レベル4ですか？',
    'レベル5ではないです',
    'should this be level 5?',
    "it's not a level 5",
    'レベル4かもしれません',
    'レベル3か4です',
    '重大な問題です',
    'level 12 of the game does not load',
  ])('never from a question, a denial, a guess, or what names none: %s', (words) => {
    expect(levelOf([said('14:10', 'sato', words)])).toBeNull()
  })

  test('from what was said last, with the message that it rests on', () => {
    const lines = [said('14:10', 'sato', 'レベル3にしましょう'), said('14:20', 'mori', 'レベル4に上げます')]
    expect(levelOf(lines)).toMatchObject({
      level: 'level4',
      ground: { is: 'said', sources: [{ is: 'message', ts: lines[1]?.ts }] },
    })
  })

  test.each([
    ['多くのお客様が決済できません', 'level4'],
    ['Many customers cannot pay', 'level4'],
    ['全員がログインできません', 'level5'],
    ['お客様への影響はありません', 'level1'],
    // Two levels are described so: nobody knows which.
    ['一部のお客様が決済できません', undefined],
    // Unsure, or a part of all.
    ['多くのお客様に影響しているおそれがあります', undefined],
    ['a third of all orders fail', undefined],
  ])('from what was stated of the impact, by the descriptions of the company: %s', (impact, level) => {
    expect(levelOf([], { incident: { impact } })?.level).toBe(level)
  })

  test('from earlier incidents like it: what most had, of as many the worse', () => {
    const among = (...all: (string | null)[]) =>
      proposeLevel(
        material(),
        levels,
        null,
        all.map((level) => earlier(level)),
      )?.level
    expect(among('level2', 'level3', 'level2')).toBe('level2')
    expect(among('level2', 'level4')).toBe('level4')
    expect(among(null, 'a-level-of-long-ago')).toBeUndefined()
  })

  test('where one stands only when what was said since plainly says otherwise', () => {
    const now = { level: 'level2', since: at('14:30') }
    expect(levelOf([said('14:10', 'sato', 'レベル4でお願いします')], {}, now)).toBeNull()
    expect(levelOf([said('14:40', 'sato', 'レベル4に上げたほうがいいです')], {}, now)?.level).toBe('level4')
    expect(levelOf([said('14:40', 'sato', 'レベル2のままでいきます')], {}, now)).toBeNull()
    const impact = (words: string) => ({ updates: [updated('14:45', 1, { impact: words })] })
    expect(levelOf([], impact('全員がログインできません'), now)?.level).toBe('level5')
    expect(levelOf([], impact('お客様への影響はありません'), now)).toBeNull()
    expect(proposeLevel(material(), levels, now, [earlier('level5')])).toBeNull()
  })
})

describe('tags are proposed', () => {
  const none = new Set<string>()
  const words = material({
    incident: { summary: '決済 API が遅い' },
    lines: [said('14:10', 'sato', 'redis のせいかも')],
  })

  test('of earlier incidents like it, and where people stated their words; never one that nobody has used', () => {
    expect(proposeTags(words, ['決済', 'api', 'redis', 'ap'], [earlier(null, 'db', '決済')], none)).toMatchObject({
      tags: ['決済', 'api', 'db'],
    })
    expect(proposeTags(words, [], [], none)).toBeNull()
  })

  test('what was put away is not proposed', () => {
    expect(proposeTags(words, ['決済'], [earlier(null, 'db')], new Set(['決済', 'db']))).toBeNull()
  })

  test('five at most, and a word only as a word', () => {
    const many = ['a1', 'b1', 'c1', 'd1', 'e1', 'f1']
    expect(proposeTags(material(), [], [earlier(null, ...many)], none)?.tags).toHaveLength(5)
    expect(proposeTags(material({ incident: { summary: 'rapid growth' } }), ['api'], [], none)).toBeNull()
  })
})
