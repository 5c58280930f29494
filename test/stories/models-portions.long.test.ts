import { expect, test } from 'vitest'
import { keepMessages } from '../../src/rooms/record/conversation/store.ts'
import { claims } from '../models/server.ts'
import { incidentIn } from './conversation.ts'
import { setModelStage } from './models-stage.ts'

const stage = setModelStage('PostgreSQL')

test('five thousand messages leave once each, portion by portion; after them only what is new', async () => {
  const name = await stage.as('tanaka').declares()
  await stage.quiet()
  const incident = await incidentIn(stage, name)
  const { id: channelId } = await stage.channel(name)
  const { world } = stage.bot.app
  const began = world.clock.now().getTime() / 1000
  const items = Array.from({ length: 5_000 }, (_, n) => ({
    ts: (began + 60 + n / 100).toFixed(6),
    reading: {
      threadTs: null,
      author: 'U0SATO',
      permalink: null,
      editedTs: null,
      files: [],
      words: `${n + 1} 件目を確かめました`,
    },
  }))
  await world.db.transaction(async (tx) => {
    for (let first = 0; first < items.length; first += 500)
      await keepMessages(
        tx,
        incident,
        { channelId, conversation: true },
        items.slice(first, first + 500),
        world.clock.now(),
      )
  })
  // What is said last goes on in the next request; each request is about nothing else than what no other was.
  stage.models.answer(({ records }) => {
    const [newest = ''] = Object.keys(records)
      .filter((key) => key.startsWith('s'))
      .slice(-1)
    return claims({ words: records[newest]?.words ?? '', sources: [newest] })
  })
  const asked = await stage.asked(name)
  const last = asked.evidence.at(-1)?.words
  expect((await stage.asks(asked))?.map(({ words }) => words)).toEqual([last])
  const sent = () =>
    stage.models.chats.flatMap(({ records }) =>
      Object.entries(records).flatMap(([key, { words }]) => (key.startsWith('s') ? words : [])),
    )
  expect(sent().toSorted()).toEqual(asked.evidence.map(({ words }) => words).toSorted())
  expect(asked.evidence.length).toBeGreaterThanOrEqual(5_000)
  const portions = stage.models.captured.length
  await stage.as('tanaka').says(`#${name}`, '14:20 に切り戻しました')
  await stage.quiet()
  await stage.asks(await stage.asked(name))
  expect(stage.models.captured).toHaveLength(portions + 1)
  expect(Object.values(stage.models.chats.at(-1)?.records ?? {}).map(({ words }) => words)).toEqual([
    last,
    '14:20 に切り戻しました',
  ])
  expect((await stage.ledger()).map(({ request, answer }) => ({ request, answer }))).toEqual(
    stage.models.captured.map(({ request, answer }) => ({ request, answer })),
  )
}, 240_000)
