import { expect, it } from 'vitest'
import { sampleChannelInfo, samplePerson } from '../state/sample-workspace.ts'
import { asSent } from './wire.ts'

const names = {
  users: new Map([['U2', samplePerson('U2', { name: 'sato', real_name: '佐藤' })]]),
  usergroups: new Map([['S1', { id: 'S1', handle: 'csirt', name: '', users: [] }]]),
  channels: new Map([
    ['C1', sampleChannelInfo('C1', { name: '障害' })],
    ['C2', sampleChannelInfo('C2', { name: 'dev' })],
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
