import { expect } from 'vitest'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)
  const sato = () => stage.as('sato')
  const recovered = async () => {
    const name = await stage.as('tanaka').declares()
    await sato().takesNextStep(name)
    await stage.quiet()
    await sato().does(name, 'recover')
    return name
  }
  /** Opens the form of all gaps, from the overview of the postmortem. */
  const opens = async (name: string) => {
    await sato().chooses(name, 'postmortem')
    const { id } = await sato().form()
    await sato().do({ do: 'click', view_id: id, action_id: 'incident.write-section', value: 'gaps' })
    return sato().form()
  }
  const gapsIn = async (name: string) => {
    await sato().chooses(name, 'postmortem')
    return Number(/未記入 (\d+) 件/.exec(words((await sato().form()).blocks))?.[1] ?? 0)
  }

  describe('what only people know of an incident', () => {
    test('is written in one form, with its times, level and type; what is left empty stays a gap', async () => {
      const name = await recovered()
      const before = await gapsIn(name)
      const form = await opens(name)
      expect(Object.keys(form.values)).toHaveLength(before)
      const { errors } = await sato().sends({
        occurred_at: '2026-11-23T04:30:00Z',
        level: 'level3',
        type: ['availability'],
        cause: '接続数の上限が低かった',
        trigger: '14時の設定変更',
      })
      expect(errors).toEqual({})
      await stage.quiet()
      expect(await gapsIn(name)).toBe(before - 5)
      const card = words(inSlot(await stage.channel(name), 'card'))
      expect(card).toContain('*発生*')
      expect(card).toContain('3（中）')
    })

    test('is refused at its field, and sent again it is written once', async () => {
      const name = await recovered()
      await opens(name)
      const { errors } = await sato().sends({ occurred_at: '2026-11-23T09:00:00Z', cause: '設定の誤り' })
      expect(Object.keys(errors)).toEqual(['occurred_at'])
      expect((await sato().sends({ occurred_at: '2026-11-23T04:30:00Z', level: 'level3' })).errors).toEqual({})
      await stage.quiet()
      const told = (await stage.channel(name)).messages.filter((each) =>
        JSON.stringify(each).includes('時刻を直しました'),
      )
      expect(told).toHaveLength(1)
      await sato().chooses(name, 'postmortem')
      expect(words((await sato().form()).blocks)).toContain('設定の誤り')
    })

    test('an empty form is refused in words', async () => {
      const name = await recovered()
      await opens(name)
      expect(Object.values((await sato().sends({})).errors)).toEqual([
        '何も変わっていません。直してから送ってください。',
      ])
    })
  })
})
