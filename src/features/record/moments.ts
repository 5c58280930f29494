import type { Command, Spoken } from '../../rooms/faces/index.ts'
import { Refusal } from '../../rooms/facts/index.ts'
import { acceptProposal, type Place, refuseProposal } from '../../rooms/record/index.ts'
import { texts } from './form-texts.ts'

/** What the buttons beside a proposed moment say of it. */
export const momentValue = ({ channelId, ts }: Place): string => `${channelId}:${ts}`

/** Button values name a message; a strange one is refused. */
function placeIn(argument: string | null): Place {
  const [, channelId, ts] = /^([CG][A-Z0-9]+):(\d+\.\d+)$/.exec(argument ?? '') ?? []
  if (!channelId || !ts) throw new Refusal('moment-gone')
  return { channelId, ts }
}

/** Which message is meant is seen in the timeline alone. */
const spoken: Readonly<Record<'accept-moment' | 'refuse-moment', Spoken>> = {
  'accept-moment': {
    ja: ['タイムラインに載せる', '提案を載せる', '載せる'],
    en: ['accept moment', 'add moment', 'accept suggestion'],
    within: 'timeline',
  },
  'refuse-moment': {
    ja: ['これは違う', '提案を断る', '載せない'],
    en: ['refuse moment', 'not this', 'dismiss suggestion'],
    within: 'timeline',
  },
}

/** A verb that a button beside one proposed moment does; no menu can name one. */
const ofOneMoment = (verb: 'accept-moment' | 'refuse-moment', run: typeof acceptProposal): Command => ({
  verb,
  label: (locale) => texts.in(locale)(`label.${verb}`),
  spoken: spoken[verb],
  offered: () => false,
  async run(world, { by, incidentId, argument }) {
    await run(world, by, incidentId, placeIn(argument))
    return undefined
  },
})

export const acceptMomentCommand = ofOneMoment('accept-moment', acceptProposal)
export const refuseMomentCommand = ofOneMoment('refuse-moment', refuseProposal)
