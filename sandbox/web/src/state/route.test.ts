import { expect, it } from 'vitest'
import { parseRoute, type Route, routePath } from './route.ts'

it('each place has an address that leads back to it', () => {
  const places: Route[] = [
    { page: 'start' },
    { page: 'home' },
    { page: 'channel', channel: 'C1' },
    { page: 'channel', channel: 'C1', ts: '1795440000.000100' },
    { page: 'channel', channel: 'C1', thread: '1795440000.000100' },
  ]
  for (const place of places) {
    const [path = '', search = ''] = routePath(place).split('?')
    expect(parseRoute(path, `?${search}`)).toEqual(place)
  }
})

it('a message is linked without a dot, which servers take for a file', () => {
  expect(routePath({ page: 'channel', channel: 'C1', ts: '1795440000.000100' })).toBe('/c/C1/p1795440000000100')
})
