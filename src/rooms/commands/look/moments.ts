import { Refusal } from '../../facts/index.ts'
import { acceptProposal, type Place, refuseProposal } from '../../record/index.ts'
import type { Command } from '../command.ts'
import { texts } from './texts.ts'

/** What the buttons beside a proposed moment say of it. */
export const momentValue = ({ channelId, ts }: Place): string => `${channelId}:${ts}`

/** Button values name a message; a strange one is refused. */
function placeIn(argument: string | null): Place {
  const [, channelId, ts] = /^([CG][A-Z0-9]+):(\d+\.\d+)$/.exec(argument ?? '') ?? []
  if (!channelId || !ts) throw new Refusal('moment-gone')
  return { channelId, ts }
}

/** A verb that a button beside one proposed moment does; no menu can name one. */
const ofOneMoment = (verb: 'accept-moment' | 'refuse-moment', run: typeof acceptProposal): Command => ({
  verb,
  label: (locale) => texts.in(locale)(`label.${verb}`),
  offered: () => false,
  async run(world, { by, incidentId, argument }) {
    await run(world, by, incidentId, placeIn(argument))
    return undefined
  },
})

export const acceptMomentCommand = ofOneMoment('accept-moment', acceptProposal)
export const refuseMomentCommand = ofOneMoment('refuse-moment', refuseProposal)
