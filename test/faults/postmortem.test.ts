import { expect, test } from 'vitest'
import { patient } from '../harness/patience.ts'
import { until } from '../harness/until.ts'
import { cardIn } from './responding.ts'
import { openStage } from './stage.ts'

const settings = { postmortem: { ask_after: '1s' } }

/** Everything that the bot posted with a mark of its own: where, and in which slot. */
const slotsIn = (channels: readonly { id: string; messages: readonly { metadata?: unknown }[] }[]) =>
  channels.flatMap(({ id, messages }) =>
    messages.flatMap(({ metadata }) => {
      const slot = /"slot":"((?:question:|postmortem)[^"]*)"/.exec(JSON.stringify(metadata ?? {}))?.[1]
      return slot ? [`${id} ${slot}`] : []
    }),
  )

test('Slack does what it was asked and does not say so: the draft is told once, and everybody is asked once', {
  timeout: patient(120_000),
}, async () => {
  await using stage = await openStage({ settings })
  const { driver } = stage
  const does = async (deed: Parameters<typeof driver.act>[0]) => {
    const answer = await driver.act(deed)
    if (!answer.ok) throw new Error(answer.error)
    return answer
  }
  const opened = await does({ as: 'tanaka', do: 'shortcut', callback_id: 'incident.declare.shortcut' })
  await does({ as: 'tanaka', do: 'submit', view_id: opened.view?.id ?? '', values: { service: 'a', summary: '遅い' } })
  await stage.quiet()
  const channel = (await driver.state()).channels.find((each) => cardIn(each))
  const press = {
    as: 'sato',
    do: 'click',
    channel: channel?.id ?? '',
    ts: cardIn(channel)?.ts ?? '',
    action_id: 'incident.menu',
  } as const
  await does({ ...press, value: 'take-handler' })
  await stage.quiet()
  for (const method of ['chat.postMessage', 'conversations.open', 'chat.getPermalink', 'chat.update'])
    await driver.fault({ method, times: 3, cut: 'after' })
  const form = await does({ ...press, value: 'recover' })
  await does({ as: 'sato', do: 'submit', view_id: form.view?.id ?? '', values: { postmortem_owner: 'U0SUZUKI' } })
  await until(async () => {
    const asked = slotsIn((await driver.state()).channels).filter((each) => each.includes('question:'))
    if (asked.length < 3) throw new Error(`asked are ${asked}`)
    return asked
  })
  await driver.clearFaults()
  await stage.quiet()
  const told = slotsIn((await driver.state()).channels)
  expect(told.toSorted()).toEqual([...new Set(told)].toSorted())
  expect(told.filter((each) => each.endsWith(' postmortem'))).toHaveLength(1)
  const open = await stage.app.world.db.read
    .selectFrom('postmortem_questions')
    .select(['user_id', 'gap'])
    .where('state', '=', 'open')
    .execute()
  expect(open).toHaveLength(told.length - 1)
  expect(new Set(open.map(({ user_id }) => user_id)).size).toBe(open.length)
})
