import fc from 'fast-check'
import { expect, it } from 'vitest'
import { epochToWall, wallToIso } from './zoned.ts'

it('reads and writes the wall clock of a person, not of the machine', () => {
  expect(epochToWall(1795440000, 'Asia/Tokyo')).toBe('2026-11-23T22:20')
  expect(wallToIso('2026-11-23T22:20', 'Asia/Tokyo')).toBe('2026-11-23T13:20:00.000Z')
  expect(wallToIso('2026-11-23T08:20', 'America/New_York')).toBe('2026-11-23T13:20:00.000Z')
  expect(wallToIso('', 'Asia/Tokyo')).toBeUndefined()
})

it('comes back to the same wall clock, whatever the zone and the day', () => {
  const zones = fc.constantFrom('Asia/Tokyo', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'UTC')
  fc.assert(
    fc.property(fc.integer({ min: 1_600_000_000, max: 1_900_000_000 }), zones, (seconds, zone) => {
      const wall = epochToWall(seconds, zone)
      const iso = wallToIso(wall, zone)
      expect(epochToWall(Date.parse(iso ?? '') / 1000, zone)).toBe(wall)
    }),
  )
})
