import { happening, plainly } from '../../rooms/record/index.ts'
import { changeTexts, texts } from './happened-texts.ts'

/** How it reads afterwards what became of the channel, and of the places that hear of it. */
export const channelHappened = happening({
  ...plainly(
    texts,
    [
      'channel.created',
      'channel.unarchived',
      'channel.bot_left',
      'channel.bot_returned',
      'channel.moved',
      'assembly.unlinked',
    ],
    'channel',
  ),
  'channel.archived': {
    kind: 'channel',
    tell: ({ data }, { locale, who }) =>
      texts.in(locale)(data.because === 'deleted' ? 'channel.archived.deleted' : 'channel.archived', { who }),
  },
  'assembly.linked': {
    kind: 'channel',
    tell: ({ data }, { locale, who }) =>
      texts.in(locale)(data.threadTs ? 'assembly.linked.thread' : 'assembly.linked', { who }),
  },
  ...plainly(changeTexts, ['channel.converted']),
  'channel.renamed': {
    ...plainly(changeTexts, ['channel.renamed'])['channel.renamed'],
    turns: ({ data: { from, to } }, { locale }) => [{ what: changeTexts.in(locale)('what.name'), from, to }],
  },
})
