import { expect, it } from 'vitest'
import { asSent } from './wire.ts'

const user = {
  id: 'U2',
  name: 'sato',
  real_name: '佐藤',
  is_bot: false,
  deleted: false,
  is_restricted: false,
  locale: '',
  tz: '',
}
const channel = {
  id: 'C1',
  name: '障害',
  creator: '',
  created: 0,
  is_private: false,
  is_archived: false,
  topic: '',
  purpose: '',
  members: [],
  bookmarks: [],
  pins: [],
}
const names = {
  users: new Map([['U2', user]]),
  usergroups: new Map([['S1', { id: 'S1', handle: 'csirt', name: '', users: [] }]]),
  channels: new Map([
    ['C1', channel],
    ['C2', { ...channel, id: 'C2', name: 'dev' }],
  ]),
}

it('names become tags, also straight after and before Japanese letters', () => {
  expect(asSent('お願いします@satoさん、@csirt と #障害 で', names)).toBe(
    'お願いします<@U2>さん、<!subteam^S1> と <#C1|障害> で',
  )
  expect(asSent('#障害です #dev-all #dev', names)).toBe('<#C1|障害>です #dev-all <#C2|dev>')
})

it('code, links and addresses stay as they were typed', () => {
  for (const text of ['`@sato`', 'mail@sato', 'https://a.example/@sato#dev', '<@U9>', '@nobody'])
    expect(asSent(text, names)).toBe(text)
})
