import { expect, it } from 'vitest'
import { parseRoute, placeOfPermalink, type Route, routePath } from './route.ts'

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

it('a permalink of this workspace names a place in it; other addresses do not', () => {
  const base = 'https://sandbox.slack.com/archives/C1'
  expect(placeOfPermalink(`${base}/p1795447949697000`, 'sandbox')).toEqual({
    page: 'channel',
    channel: 'C1',
    ts: '1795447949.697000',
  })
  expect(placeOfPermalink(`${base}/p1795447949697000?thread_ts=1795447900.000100&cid=C1`, 'sandbox')).toMatchObject({
    ts: '1795447949.697000',
    thread: '1795447900.000100',
  })
  expect(placeOfPermalink(base, 'sandbox')).toEqual({ page: 'channel', channel: 'C1' })
  for (const other of ['https://other.slack.com/archives/C1', 'https://example.com/archives/C1', 'archives/C1', ''])
    expect(placeOfPermalink(other, 'sandbox')).toBeUndefined()
})
