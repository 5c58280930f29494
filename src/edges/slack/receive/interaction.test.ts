import { describe, expect, it } from 'vitest'
import { Malformed } from '../../../kit/lenient.ts'
import { readInteraction } from './interaction.ts'

const press = {
  type: 'block_actions',
  user: { id: 'U1', team_id: 'T1' },
  channel: { id: 'C1' },
  message: { ts: '1.0' },
  trigger_id: 't',
  actions: [{ type: 'button', action_id: 'incident.next', block_id: 'b', value: 'recover' }],
}
const view = {
  id: 'V1',
  type: 'modal',
  callback_id: 'f',
  private_metadata: '{}',
  blocks: [],
  state: { values: { a: { b: { type: 'x', value: ['odd'] } } } },
}
const form = { type: 'view_submission', user: { id: 'U1' }, view }
const command = { command: '/incident', text: '', user_id: 'U1', channel_id: 'C1', trigger_id: 't' }
const search = { type: 'block_suggestion', user: { id: 'U1' }, action_id: 'a', block_id: 'b', value: 'x', view }

describe('what Slack sends of a click, a form or a command', () => {
  it.each([
    ['a press', press],
    ['a form, whatever its fields hold', form],
    ['a command', command],
    ['a search in a menu', search],
    ['what the bot asks for nowhere', { type: 'function_executed', x: [] }],
  ])('is taken as it is: %s', (_, body) => {
    const odd: string[] = []
    expect(readInteraction(body, (places) => odd.push(...places))).toEqual(body)
    expect(odd).toEqual([])
  })

  it.each([
    [
      'a value that is a list',
      { ...press, actions: [{ ...press.actions[0], value: [] }] },
      'actions[].value: expected string',
    ],
    ['a response address', { ...press, response_url: {} }, 'response_url: expected string'],
  ])('is taken without what is odd and not needed: %s', (_, body, place) => {
    const odd: string[] = []
    expect(readInteraction(body, (places) => odd.push(...places))).toMatchObject({ type: 'block_actions' })
    expect(odd).toEqual([place])
  })

  it('has nothing that is null, into which Bolt looks: a press without its channel is one all the same', () => {
    const read = readInteraction({ ...press, channel: null, message: null, view: null }, () => {})
    expect(Object.keys(read)).not.toEqual(expect.arrayContaining(['channel']))
    expect(read).toMatchObject({ actions: press.actions })
  })

  it.each([
    ['nobody did it', { ...press, user: null }],
    ['somebody without an id', { ...press, user: { id: [] } }],
    ['nothing was pressed', { ...press, actions: [] }],
    ['what was pressed has no name', { ...press, actions: [{ type: 'button', action_id: {} }] }],
    ['a form that carries no text', { ...form, view: { ...view, private_metadata: 1 } }],
    ['a form without fields', { ...form, view: { ...view, state: { values: [] } } }],
    ['a command by nobody', { ...command, user_id: {} }],
    ['a search for no words', { ...search, value: null }],
    ['a press of a type that there is not, which Bolt takes for one', { ...press, type: 'odd' }],
    ['a press without a type', { ...press, type: undefined }],
    ['a menu by its old name', { ...search, type: 'odd', name: 'menu' }],
  ])('cannot be read: %s', (_, body) => expect(() => readInteraction(body, () => {})).toThrow(Malformed))
})
