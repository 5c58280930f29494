import { takeHandler } from '../roles/index.ts'
import type { Command } from './command.ts'

export const takeHandlerCommand: Command = {
  verb: 'take-handler',
  async run(world, { by, incidentId }) {
    await takeHandler(world, by, incidentId)
    return undefined
  },
}
