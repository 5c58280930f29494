import { expect } from 'vitest'
import { later } from '../../src/kit/clock.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { type Stage, setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, onDatabase, test } from './telling.ts'

const minute = 60_000
const hour = 60 * minute

/** A long story on a busy machine. */
const patience = 90_000

const seen = (stage: Stage) => ({
  checkpoints: async (name: string) =>
    (await stage.channel(name)).messages
      .flatMap((each) => slotOf(each) ?? [])
      .filter((each) => each.startsWith('checkpoint:')),
  said: async (name: string, slot: string) => words(inSlot(await stage.channel(name), slot)),
})

forEachDatabase((database) => {
  const stage = setStage(database)
  const { checkpoints, said } = seen(stage)

  describe('a checkpoint', () => {
    test(
      'names what is missing: who leads, how bad it is, whom it hurts, that support knows, and how it stands',
      async () => {
        const name = await stage.as('tanaka').declares()
        const tanaka = stage.as('tanaka')
        await stage.pass(15 * minute)
        const lacking = await said(name, 'checkpoint:1')
        for (const each of ['ハンドラー', '事象レベル', 'お客様への影響', 'サポートへの連絡', '最初の状況更新'])
          expect(lacking.split('\n')[1]).toContain(each)

        await tanaka.chooses(name, 'update')
        await tanaka.sends({ condition: '調査中', impact: '一部のお客様', next_minutes: 'none' })
        await stage.quiet()
        const told = await said(name, 'checkpoint:1')
        expect(told).toContain('調査中')
        // The three lines went to #customer-support.
        for (const each of ['お客様への影響', 'サポート', '更新']) expect(told.split('\n')[1]).not.toContain(each)

        await stage.pass(15 * minute)
        await stage.pass(15 * minute)
        expect(await said(name, 'checkpoint:3')).toContain('状況更新（30分ありません）')
        expect((await stage.channel(name)).messages.filter((each) => slotOf(each) === 'checkpoint:2')).toMatchObject([
          { blocks: [{ type: 'context' }] },
        ])
      },
      patience,
    )

    test(
      'says that the promised update is late',
      async () => {
        const name = await stage.as('tanaka').declares()
        await stage.as('tanaka').chooses(name, 'update')
        await stage.as('tanaka').sends({ condition: '調査中', next_minutes: '10' })
        await stage.pass(15 * minute)
        expect(await said(name, 'checkpoint:1')).toMatch(/約束した更新（.*）/)
      },
      patience,
    )

    test(
      'comes out of turn when somebody asks, once of two, and the rhythm goes on from it',
      async () => {
        const name = await stage.as('tanaka').declares()
        await stage.pass(10 * minute)
        await Promise.all([
          stage.as('tanaka').chooses(name, 'timekeeper'),
          stage.as('sato').chooses(name, 'timekeeper'),
        ])
        await stage.quiet()
        expect(await checkpoints(name)).toEqual(['checkpoint:1'])
        const told = [...(await stage.as('tanaka').alone(name)), ...(await stage.as('sato').alone(name))].map(words)
        expect(told.toSorted()).toEqual([
          ':white_check_mark: 「いまチェックポイントを出す」を行いました。',
          'チェックポイントはたった今出たところです。そちらを見てください。',
        ])
        await stage.pass(14 * minute)
        expect(await checkpoints(name)).toEqual(['checkpoint:1'])
        await stage.pass(1 * minute)
        expect(await checkpoints(name)).toEqual(['checkpoint:1', 'checkpoint:2'])
      },
      patience,
    )
  })

  describe('making a reminder wait', () => {
    everywhere(
      'moves the next checkpoint and no other, with its reason on record',
      async () => {
        const name = await stage.as('tanaka').declares()
        await stage.pass(10 * minute)
        await stage.as('sato').chooses(name, 'snooze')
        await stage.as('sato').sends({ minutes: '30', reason: '再起動を待っている <!channel>' })
        await stage.quiet()
        const announced = await said(name, 'announce:timekeeper.snoozed:1')
        expect(announced).toContain('チェックポイントを1回だけ')
        expect(announced).toContain('再起動を待っている &lt;!channel&gt;')
        expect(announced).toContain('<@U0SATO>')
        await stage.pass(29 * minute)
        expect(await checkpoints(name)).toEqual([])
        await stage.pass(1 * minute)
        expect(await checkpoints(name)).toEqual(['checkpoint:1'])
        await stage.pass(15 * minute)
        expect(await checkpoints(name)).toEqual(['checkpoint:1', 'checkpoint:2'])
      },
      patience,
    )

    test(
      'to sooner than it comes anyway is refused, with the time',
      async () => {
        const name = await stage.as('tanaka').declares()
        await stage.as('tanaka').chooses(name, 'snooze')
        expect((await stage.as('tanaka').sends({ minutes: '5', reason: '静かに' })).errors).toEqual({
          minutes: '次のリマインダーは 14:15 です。それより長く指定してください。',
        })
      },
      patience,
    )
  })
})

onDatabase('PostgreSQL', () => {
  const stage = setStage('PostgreSQL')
  const { checkpoints } = seen(stage)

  test(
    'a clock that jumps back doubles nothing, and one that jumps ahead brings one checkpoint',
    async () => {
      const name = await stage.as('tanaka').declares()
      await stage.pass(15 * minute)
      expect(await checkpoints(name)).toEqual(['checkpoint:1'])
      await stage.restart(() => stage.clock.rewindTo(later(stage.clock.now(), -10 * minute)))
      await stage.pass(10 * minute)
      expect(await checkpoints(name)).toEqual(['checkpoint:1'])
      await stage.pass(16 * minute)
      expect(await checkpoints(name)).toEqual(['checkpoint:1', 'checkpoint:2'])
      await stage.restart(() => stage.clock.advanceBy(9 * hour))
      expect(await checkpoints(name)).toEqual(['checkpoint:1', 'checkpoint:2', 'checkpoint:3'])
    },
    patience,
  )

  test(
    'a reminder that was made to wait is not forgotten over a restart',
    async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('tanaka').chooses(name, 'snooze')
      await stage.as('tanaka').sends({ minutes: '30', reason: '再起動を待っている' })
      await stage.restart(() => stage.clock.advanceBy(20 * minute))
      expect(await checkpoints(name)).toEqual([])
      await stage.pass(10 * minute)
      expect(await checkpoints(name)).toEqual(['checkpoint:1'])
    },
    patience,
  )
})
