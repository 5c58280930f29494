import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeName, placeOfName, threadOfLink } from './place.ts'

const id = fc.stringMatching(/^[CG][A-Z0-9]{8,10}$/)
const ts = fc.stringMatching(/^\d{10}\.\d{6}$/)

test('a link to a message leads to the thread that begins there, and a link to a reply to its thread', () => {
  fc.assert(
    fc.property(id, ts, ts, (channelId, message, parent) => {
      const link = `https://example.slack.com/archives/${channelId}/p${message.replace('.', '')}`
      expect(threadOfLink(link)).toEqual({ channelId, threadTs: message })
      expect(threadOfLink(` <${link}|here> `)).toEqual({ channelId, threadTs: message })
      const reply = `${link}?thread_ts=${parent}&cid=${channelId}`
      expect(threadOfLink(reply)).toEqual({ channelId, threadTs: parent })
    }),
  )
})

test('anything else is no such link', () => {
  for (const text of [
    'C0INCIDENTS',
    'https://example.slack.com/archives/C0INCIDENTS',
    'https://example.com/archives/C0INCIDENTS/p1700000000000100',
    'https://evilslack.com/archives/C0INCIDENTS/p1700000000000100',
    'javascript:alert(1)',
  ])
    expect(threadOfLink(text)).toBeUndefined()
  fc.assert(fc.property(fc.string(), (text) => threadOfLink(text) === undefined))
})

test('a place is found again by its name', () => {
  fc.assert(
    fc.property(id, fc.option(ts), (channelId, threadTs) => {
      expect(placeOfName(placeName({ channelId, threadTs }))).toEqual({ channelId, threadTs })
    }),
  )
  expect(placeOfName('x:y')).toBeUndefined()
})
