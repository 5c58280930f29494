import { person } from '../../facts/index.ts'
import { putOffArchive } from '../../upkeep/index.ts'
import type { Command } from '../command.ts'
import { texts } from './texts.ts'

/** One tap, and the channel stays as long again. */
export const putOffArchiveCommand: Command = {
  verb: 'put-off-archive',
  label: (locale) => texts.in(locale)('label.put-off-archive'),
  offered: ({ archiveAt }) => archiveAt !== null,
  async run(world, { by, incidentId }) {
    await putOffArchive(world, person(by), incidentId)
    return undefined
  },
}
