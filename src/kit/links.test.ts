import { expect, test } from 'vitest'
import { createLinks } from './links.ts'

const links = createLinks({ base: () => 'https://bot.example.com', secret: 'one' })
const until = new Date('2026-12-01T00:00:00Z')
const before = new Date('2026-11-30T00:00:00Z')
const ticketOf = (address: string | undefined) => address?.split('/').at(-1) ?? ''

test('an address lets one see what it was made for, until its time is over', () => {
  const address = links.to('/calendar/inc_1', until)
  expect(address).toMatch(/^https:\/\/bot\.example\.com\/calendar\/inc_1\/\d+-[\w-]{32}$/)
  expect(links.to('/calendar/inc_1', until)).toBe(address)
  expect(links.check('/calendar/inc_1', ticketOf(address), before)).toBe('right')
  expect(links.check('/calendar/inc_1', ticketOf(address), until)).toBe('late')
})

test('nothing else is let through: another thing, a longer time, another secret, no ticket at all', () => {
  const ticket = ticketOf(links.to('/calendar/inc_1', until))
  expect(links.check('/calendar/inc_2', ticket, before)).toBe('wrong')
  expect(links.check('/calendar/inc_1', ticket.replace(/^\d+/, '9999999999'), before)).toBe('wrong')
  expect(createLinks({ base: () => '', secret: 'two' }).check('/calendar/inc_1', ticket, before)).toBe('wrong')
  for (const none of ['', '-', '1-2', `${'1'.repeat(40)}-${'a'.repeat(32)}`, `1-${'あ'.repeat(32)}`])
    expect(links.check('/calendar/inc_1', none, before)).toBe('wrong')
})

test('where nobody says where the bot is reached there is no address', () => {
  expect(createLinks({ base: () => undefined, secret: 'one' }).to('/calendar/inc_1', until)).toBeUndefined()
})
