import { channelLink, escapeText } from '../../kit/block-kit/index.ts'
import { publicTitle, type Situation, type Voice } from '../../rooms/situation/index.ts'

/** Which incident a direct message is about. */
export const placeOf = ({ incident, channel }: Situation, voice: Voice): { where: string; title: string } => ({
  where: channel.channelId ? channelLink(channel.channelId) : `#${escapeText(channel.name)}`,
  title: publicTitle(incident, voice, 100),
})
