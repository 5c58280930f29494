import { type SideField, settleConflict } from '../../actions/index.ts'
import { Refusal } from '../../facts/index.ts'
import type { Command } from '../command.ts'
import { actionIn } from './action-fields.ts'
import { texts } from './action-texts.ts'

const fields: readonly SideField[] = ['state', 'login', 'due']

/** Which value holds where Slack and GitHub were both changed: a button names the item, the field and the side. */
export const settleActionCommand: Command = {
  verb: 'settle-action',
  label: (locale) => texts.in(locale)('label.settle-action'),
  offered: () => false,
  async run(world, { by, argument }) {
    const [id = '', name, kept] = actionIn(argument).split('|')
    const field = fields.find((each) => each === name)
    if (!field || (kept !== 'here' && kept !== 'there')) throw new Refusal('action-unknown')
    await settleConflict(world, by, id, field, kept)
    return undefined
  },
}
