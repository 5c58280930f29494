import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gapKeys } from '../postmortem.ts'
import { askedFor, type Crew, nextQuestions, type Question } from './question.ts'

const crew: Crew = {
  owner: 'U0OWNER',
  declarer: 'U0DECLARER',
  handler: ['U0FIRST', 'U0HANDLER'],
  liaison: [],
  responder: ['U0RESPONDER'],
  support: 'C0SUPPORT',
}
const anybody = { busy: new Set<string>(), mayBeAsked: () => true }

const settled = (gap: Question['gap'], change: Partial<Question>): Question => ({
  id: 'qst_1',
  incidentId: 'inc_1',
  gap,
  userId: null,
  channelId: null,
  askedAt: new Date(0),
  passedBy: null,
  state: 'unknown',
  settledAt: null,
  settledBy: null,
  passedTo: null,
  ...change,
})
const asked = (...[wanted, who = crew, history = [], rules = anybody]: Partial<Parameters<typeof nextQuestions>>) =>
  nextQuestions(wanted ?? [], who, history, rules).map(({ gap, userId, channelId }) => `${gap}: ${userId ?? channelId}`)

describe('who is asked', () => {
  test('whoever led last for the cause, a responder for the trigger, support for the customers, the writer for the lessons', () => {
    expect(asked(['impact', 'cause', 'trigger', 'well'])).toEqual([
      'impact: C0SUPPORT',
      'cause: U0HANDLER',
      'trigger: U0RESPONDER',
      'well: U0OWNER',
    ])
    expect(asked(['impact'], { ...crew, liaison: ['U0LIAISON'] })).toEqual(['impact: U0LIAISON'])
  })

  test('one question at a time: the next waits until the first is settled', () => {
    expect(asked(['cause', 'resolution', 'well', 'wrong'])).toEqual(['cause: U0HANDLER', 'well: U0OWNER'])
    expect(asked(['cause'], crew, [], { ...anybody, busy: new Set(['U0HANDLER']) })).toEqual([])
  })

  test('the next best once somebody does not know, and whom they named before all others', () => {
    const unknown = settled('cause', { userId: 'U0HANDLER' })
    expect(asked(['cause'], crew, [unknown])).toEqual(['cause: U0FIRST'])
    const passed = { ...unknown, state: 'passed' as const, passedTo: 'U0EXPERT', settledBy: 'U0HANDLER' }
    expect(nextQuestions(['cause'], crew, [passed], anybody)).toEqual([
      { gap: 'cause', userId: 'U0EXPERT', channelId: null, passedBy: 'U0HANDLER' },
    ])
  })

  test('nobody where nobody is left, and nobody about what was answered before', () => {
    const everybody = ['U0HANDLER', 'U0FIRST', 'U0RESPONDER', 'U0OWNER'].map((userId) => settled('cause', { userId }))
    expect(asked(['cause'], crew, everybody)).toEqual([])
    expect(asked(['cause'], crew, [settled('cause', { userId: 'U0HANDLER', state: 'answered' })])).toEqual([])
  })
})

test('the level has a command of its own, and a mini review is one question', () => {
  expect(askedFor(['level', 'types', 'cause'], false)).toEqual(['types', 'cause'])
  expect(askedFor(['cause', 'next'], true)).toEqual(['mini'])
  expect(askedFor([], true)).toEqual([])
})

test('whatever has happened: nobody has two questions, nobody is asked again, and only who may be asked is', () => {
  const person = fc.constantFrom('U0A', 'U0B', 'U0C', 'U0D')
  const people = fc.array(person, { maxLength: 3 })
  const anyCrew = fc.record({
    owner: fc.option(person),
    declarer: person,
    handler: people,
    liaison: people,
    responder: people,
    support: fc.option(fc.constant('C0SUPPORT')),
  })
  const anyQuestion = fc
    .record({
      gap: fc.constantFrom(...gapKeys),
      userId: person,
      state: fc.constantFrom(
        'open' as const,
        'answered' as const,
        'unknown' as const,
        'passed' as const,
        'withdrawn' as const,
      ),
      passedTo: fc.option(person),
    })
    .map((change) => settled(change.gap, change))
  fc.assert(
    fc.property(
      fc.subarray([...gapKeys]),
      anyCrew,
      fc.array(anyQuestion, { maxLength: 12 }),
      fc.subarray(['U0A', 'U0B', 'U0C', 'U0D']),
      fc.subarray(['U0A', 'U0B', 'U0C', 'U0D']),
      (gaps, who, history, busy, able) => {
        const next = nextQuestions(askedFor(gaps, false), who, history, {
          busy: new Set(busy),
          mayBeAsked: (userId) => able.includes(userId),
        })
        const to = next.map(({ userId, channelId }) => userId ?? channelId)
        expect(new Set(to).size).toBe(to.length)
        for (const { gap, userId } of next) {
          if (userId === null) continue
          expect(able).toContain(userId)
          expect(busy).not.toContain(userId)
          expect(history.filter((each) => each.gap === gap).map((each) => each.userId)).not.toContain(userId)
        }
      },
    ),
  )
})
