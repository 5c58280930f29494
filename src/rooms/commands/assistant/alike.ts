import {
  actions,
  type Block,
  button,
  channelLink,
  context,
  escapeClipped,
  type ModalView,
  section,
} from '../../../kit/block-kit/index.ts'
import { viewerOf } from '../../access/index.ts'
import { type Alike, alikeTo, mustBeOn } from '../../assistant/index.ts'
import { levelName, oneLine, plainTitle, type Situation, type Voice, when } from '../../situation/index.ts'
import { type Command, controlsBlockId, verbActionId, verbForm } from '../command.ts'
import { texts as shared } from '../texts.ts'
import { whileOpen } from '../verb.ts'
import { texts } from './texts.ts'

const longest = 300
/** As many open action items of one earlier incident are checked at night. */
const mostOpen = 3

/** What helped the last time, where it stands, and the level that it had; no level is set but by a person. */
export function alikeForm(found: readonly Alike[], situation: Situation, voice: Voice): ModalView {
  const t = texts.in(voice.locale)
  const words = { title: t('title.alike'), close: shared.in(voice.locale)('close') }
  const levels = [...new Set(found.flatMap(({ incident }) => incident.level ?? []))]
  const proposesLevel = !situation.incident.level && levels[0] !== undefined
  return verbForm('alike', { situation, voice }, words, [
    ...(found.length === 0 ? [section(t('alike.none'))] : [context(t('alike.note'))]),
    ...found.flatMap((each) => alikeBlocks(each, voice)),
    ...(proposesLevel
      ? [
          section(t('alike.level', { level: escapeClipped(levelName(levels[0] ?? null, voice), 80) })),
          actions(controlsBlockId(situation.incident.id), [
            button({ actionId: verbActionId('set-level'), text: t('alike.set-level') }),
          ]),
        ]
      : []),
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
  const lines = [
    ...(resolution ? [t('alike.resolution', { words: clip(resolution) })] : []),
    ...(!resolution && action ? [t('alike.action', { words: clip(action) })] : []),
    ...(trigger ? [t('alike.trigger', { words: clip(trigger) })] : []),
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
    return alikeForm(await alikeTo(world, situation.incident.id, viewer), situation, voice)
  },
  // The click opens it, and there is nothing to send.
  run: async () => undefined,
}
