import { channelLink } from '../../kit/block-kit/index.ts'
import type { Announcements } from '../../rooms/faces/index.ts'
import { verbButton } from '../../rooms/faces/index.ts'
import { personName } from '../../rooms/situation/index.ts'
import { moreTexts as texts } from './announcement-texts.ts'

const inside = { inside: true, outside: false } as const

/** What becomes of the places that hear of an incident, and of its own channel, by people's hands. */
export const placesAnnouncements: Announcements<
  | 'assembly.linked'
  | 'assembly.unlinked'
  | 'assembly.heard_again'
  | 'channel.converted'
  | 'channel.bot_returned'
  | 'channel.still_public'
  | 'channel.moved'
  | 'channel.former_archived'
> = {
  'assembly.linked': {
    ...inside,
    say({ data }, { voice, by }) {
      const t = texts.in(voice.locale)
      const channel = channelLink(data.channel)
      return {
        sections: [t(data.threadTs ? 'linked.thread' : 'linked.channel', { channel })],
        lines: [...(data.isPrivate ? [t('linked.private', { channel })] : []), by],
      }
    },
  },
  'assembly.unlinked': {
    ...inside,
    say: ({ data }, { voice, by }) => ({
      sections: [texts.in(voice.locale)(`unlinked.${data.why}`, { channel: channelLink(data.channel) })],
      lines: [by],
    }),
  },
  'assembly.heard_again': {
    ...inside,
    say: ({ data }, { voice, by }) => ({
      sections: [texts.in(voice.locale)('heard-again', { channel: channelLink(data.channel) })],
      lines: [by],
    }),
  },
  'channel.converted': {
    ...inside,
    say: ({ data }, { voice, by }) => ({
      sections: [texts.in(voice.locale)(`converted.${data.to}`)],
      lines: [by],
    }),
  },
  'channel.still_public': {
    ...inside,
    people: ({ data }) => [data.user],
    say: ({ data }, { voice }) => ({
      sections: [texts.in(voice.locale)('still-public', { who: personName(data.user, voice) })],
      buttons: [verbButton('move-channel', voice)],
    }),
  },
  'channel.moved': {
    ...inside,
    say: ({ data }, { voice }) => ({
      sections: [texts.in(voice.locale)('moved', { channel: channelLink(data.from) })],
    }),
  },
  'channel.former_archived': {
    ...inside,
    say: ({ data }, { voice }) => ({
      sections: [texts.in(voice.locale)('former-archived', { channel: channelLink(data.channel) })],
    }),
  },
  'channel.bot_returned': {
    ...inside,
    say: (_fact, { voice }) => ({ sections: [texts.in(voice.locale)('bot-returned')] }),
  },
}
