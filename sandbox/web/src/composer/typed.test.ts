import { expect, it } from 'vitest'
import { asTyped } from './typed.ts'

const people = new Map([
  [
    'U1',
    {
      id: 'U1',
      name: 'tanaka',
      real_name: '田中',
      is_bot: false,
      deleted: false,
      is_restricted: false,
      locale: 'ja',
      tz: '',
    },
  ],
])
const nobody = { users: people, channels: new Map(), usergroups: new Map() }

it('gives a message back as it was typed, to be edited', () => {
  expect(asTyped('<@U1> &lt;b&gt; <!here> <#C1|dev> <!subteam^S1|csirt> <https://a.example>', nobody)).toBe(
    '@tanaka <b> @here #dev @csirt https://a.example',
  )
})

it('keeps a link that carries a label', () => {
  expect(asTyped('<https://a.example|見る>', nobody)).toBe('<https://a.example|見る>')
})
