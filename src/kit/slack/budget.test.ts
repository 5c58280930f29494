import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createManualClock } from '../clock.ts'
import { createBudget, type Grant } from './budget.ts'
import { allowance, type Lane, lanes } from './lane.ts'

const LIMIT = 20
const MINUTE = 60_000

function open(limit = LIMIT, windowMs = MINUTE) {
  const clock = createManualClock()
  return { clock, budget: createBudget({ limit, windowMs, clock }) }
}

describe("a method's budget", () => {
  test('lets a burst through at once and then says when to come again', async () => {
    const { clock, budget } = open()
    for (let n = 0; n < LIMIT; n++) expect(await budget.request('declare')).toEqual({ is: 'granted' })
    await clock.advanceBy(10_000)
    expect(await budget.request('declare')).toEqual({ is: 'limited', retryAfterMs: 50_000 })
    await clock.advanceBy(50_000)
    expect(await budget.request('declare')).toEqual({ is: 'granted' })
  })

  test('keeps room for a declaration, however many cosmetic edits there are', async () => {
    const { budget } = open()
    for (let n = 0; n < 1000; n++) await budget.request('cosmetic')
    for (let n = 0; n < 1000; n++) await budget.request('announce')
    expect(await budget.request('declare')).toEqual({ is: 'granted' })
  })

  test('waits out a short wait, the most urgent first, and turns cosmetic edits away', async () => {
    const { clock, budget } = open(1, 500)
    await budget.request('declare')
    const order: Lane[] = []
    const ask = (lane: Lane) => budget.request(lane).then((grant) => grant.is === 'granted' && order.push(lane))
    const asked = [ask('checkpoint'), ask('declare')]
    expect(await budget.request('cosmetic')).toMatchObject({ is: 'limited' })
    await clock.advanceBy(1000)
    await Promise.all(asked)
    expect(order).toEqual(['declare', 'checkpoint'])
  })

  test('tells no more of a crowd to come again in one minute than there is room for', async () => {
    const { budget } = open()
    const room = allowance(LIMIT, 'cosmetic')
    for (let n = 0; n < room; n++) await budget.request('cosmetic')
    const told: number[] = []
    for (let n = 0; n < 1000; n++) {
      const grant = await budget.request('cosmetic')
      if (grant.is === 'limited') told.push(grant.retryAfterMs)
    }
    expect(told).toHaveLength(1000)
    expect(told.filter((ms) => ms <= MINUTE)).toHaveLength(room)
    expect(told.filter((ms) => ms > MINUTE && ms <= 2 * MINUTE)).toHaveLength(room)
    expect(Math.max(...told)).toBeLessThanOrEqual(10 * MINUTE)
  })

  test('one who waited in vain, since others were more urgent, is told so after a second', async () => {
    const { clock, budget } = open(1, 800)
    await budget.request('declare')
    const late = budget.request('checkpoint')
    const first = budget.request('declare')
    expect(await late).toEqual({ is: 'limited', retryAfterMs: 1600 })
    await clock.advanceBy(800)
    expect(await first).toEqual({ is: 'granted' })
  })

  test('grants nothing while Slack has it paused', async () => {
    const { clock, budget } = open()
    budget.pause(30_000)
    expect(await budget.request('declare')).toEqual({ is: 'limited', retryAfterMs: 30_000 })
    await clock.advanceBy(30_000)
    expect(await budget.request('declare')).toEqual({ is: 'granted' })
  })
})

type Step = { ask: Lane } | { pass: number } | { pause: number }

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof<fc.WeightedArbitrary<Step>[]>(
    { weight: 5, arbitrary: fc.record({ ask: fc.constantFrom(...lanes) }) },
    { weight: 3, arbitrary: fc.record({ pass: fc.integer({ min: 0, max: 2_000 }) }) },
    { weight: 1, arbitrary: fc.record({ pause: fc.integer({ min: 0, max: 3_000 }) }) },
  ),
  { maxLength: 120 },
)

/** Plays `steps` and tells when each call was granted. */
async function play(limit: number, windowMs: number, script: Step[]) {
  const { clock, budget } = open(limit, windowMs)
  const granted: { lane: Lane; at: number }[] = []
  const answers: Promise<Grant>[] = []
  for (const step of script) {
    if ('pass' in step) await clock.advanceBy(step.pass)
    else if ('pause' in step) budget.pause(step.pause)
    else {
      const answer = budget.request(step.ask)
      answers.push(answer)
      void answer.then(({ is }) => is === 'granted' && granted.push({ lane: step.ask, at: clock.now().getTime() }))
    }
  }
  await clock.advanceBy(10_000)
  return { granted, answers: await Promise.all(answers) }
}

describe('whatever is asked and whenever', () => {
  const sizes = { limit: fc.integer({ min: 1, max: 8 }), windowMs: fc.integer({ min: 100, max: 5_000 }) }

  test('no window ever holds more than the limit, and no lane spends what is kept for the lanes before it', async () => {
    await fc.assert(
      fc.asyncProperty(sizes.limit, sizes.windowMs, steps, async (limit, windowMs, script) => {
        const { granted } = await play(limit, windowMs, script)
        granted.forEach(({ lane, at }, index) => {
          const within = granted.slice(0, index + 1).filter((other) => other.at > at - windowMs).length
          expect(within).toBeLessThanOrEqual(allowance(limit, lane))
        })
      }),
    )
  })

  test('everyone is answered, and is told a time that is not in the past', async () => {
    await fc.assert(
      fc.asyncProperty(sizes.limit, sizes.windowMs, steps, async (limit, windowMs, script) => {
        const { answers } = await play(limit, windowMs, script)
        for (const answer of answers) if (answer.is === 'limited') expect(answer.retryAfterMs).toBeGreaterThan(0)
      }),
    )
  })

  test('less urgent calls never take a turn from a more urgent one', async () => {
    // Of fewer than 20 calls nothing is kept for declarations alone.
    const limits = fc.integer({ min: 20, max: 60 })
    const crowd = fc.array(fc.record({ ask: fc.constantFrom<Lane>('person', 'announce', 'cosmetic') }), {
      minLength: 60,
    })
    await fc.assert(
      fc.asyncProperty(limits, sizes.windowMs, crowd, steps, async (limit, windowMs, before, then) => {
        const script = [...before, ...then]
        const urgent = (lane: Lane) => lane === 'declare'
        const all = await play(limit, windowMs, script)
        const alone = await play(
          limit,
          windowMs,
          script.filter((step) => !('ask' in step) || urgent(step.ask)),
        )
        // What a declaration may find taken by others is what no lane but its own may spend: all but the top of the budget.
        const others = limit - allowance(limit, 'person')
        const count = (run: typeof all) => run.granted.filter(({ lane }) => urgent(lane)).length
        expect(others).toBeGreaterThan(0)
        expect(count(all)).toBeGreaterThanOrEqual(Math.min(count(alone), others))
      }),
    )
  })
})
