import { type Block, channelLink, context, escapeClipped, type ModalView, section } from '../../kit/block-kit/index.ts'
import { viewerOf } from '../../rooms/access/index.ts'
import { type Alike, alikeTo, type Labels, labelsFor, mustBeOn } from '../../rooms/assistant/index.ts'
import { type Command, closeLabel, verbForm, whileOpen } from '../../rooms/faces/index.ts'
import { levelName, oneLine, plainTitle, type Situation, type Voice, when } from '../../rooms/situation/index.ts'
import { levelBlocks, tagBlocks, tagList } from './labels.ts'
import { texts } from './texts.ts'

const longest = 300
/** As many open action items of one earlier incident are checked at night. */
const mostOpen = 3

/** What helped the last time, where it stands, and the level that it had; no level is set but by a person. */
export function alikeForm(found: readonly Alike[], situation: Situation, voice: Voice, labels: Labels): ModalView {
  const t = texts.in(voice.locale)
  const words = { title: t('title.alike'), close: closeLabel(voice.locale) }
  return verbForm('alike', { situation, voice }, words, [
    ...(found.length === 0 ? [section(t('alike.none'))] : [context(t('alike.note'))]),
    ...found.flatMap((each) => alikeBlocks(each, voice)),
    ...levelBlocks(labels.level, situation, voice),
    ...tagBlocks(labels.tags, situation, voice),
  ])
}

function alikeBlocks({ incident, channelId, resolution, trigger, action, open }: Alike, voice: Voice): Block[] {
  const t = texts.in(voice.locale)
  const clip = (words: string) => escapeClipped(oneLine(words), longest)
  const title = t('alike.title', {
    title: escapeClipped(plainTitle(incident, voice), 150),
    when: when(incident.declaredAt, voice),
    channel: channelId ? channelLink(channelId) : '',
  })
  const labels = [
    ...(incident.level ? [levelName(incident.level, voice)] : []),
    ...(incident.tags.length > 0 ? [tagList(incident.tags)] : []),
  ]
  const lines = [
    ...(resolution ? [t('alike.resolution', { words: clip(resolution) })] : []),
    ...(!resolution && action ? [t('alike.action', { words: clip(action) })] : []),
    ...(trigger ? [t('alike.trigger', { words: clip(trigger) })] : []),
    ...(labels.length > 0 ? [t('alike.labels', { labels: labels.join(' ') })] : []),
    ...open.slice(0, mostOpen).map((words) => t('alike.open', { words: clip(words) })),
  ]
  return [section([title, ...(lines.length > 0 ? lines : [t('alike.nothing')])].join('\n'))]
}

export const alikeCommand: Command = {
  verb: 'alike',
  label: (locale) => texts.in(locale)('label.alike'),
  spoken: {
    ja: ['似たインシデント', '前回どうした', '前回の対応', '前はどう直した', '過去の類似', '類似インシデント'],
    en: [
      'what helped last time',
      'similar incidents',
      'alike',
      'last time',
      'how did we fix it last time',
      'seen before',
    ],
  },
  offered: whileOpen,
  async look(reader, { world, situation, by }, voice) {
    await mustBeOn(reader, voice.settings, situation.incident.id)
    const viewer = await viewerOf(reader, voice.settings, by)
    const [found, labels] = await Promise.all([
      alikeTo(world, situation.incident.id, viewer),
      labelsFor(reader, world, situation.incident.id, viewer),
    ])
    return alikeForm(found, situation, voice, labels)
  },
  // The click opens it, and there is nothing to send.
  run: async () => undefined,
}
