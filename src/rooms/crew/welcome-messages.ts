import {
  actions,
  asMessage,
  channelLink,
  context,
  escapeClipped,
  escapeText,
  type MessageContent,
  person,
  section,
} from '../../kit/block-kit/index.ts'
import { controlsBlockId, verbButton } from '../faces/index.ts'
import {
  handlerName,
  handlerOf,
  kindMark,
  levelEmoji,
  levelValue,
  oneLine,
  privateRule,
  type Situation,
  serviceName,
  startWords,
  statusName,
  type Voice,
  when,
} from '../situation/index.ts'
import { texts } from './texts.ts'

/** For one person who has come in late: what they would else have to ask, in the order in which they would. */
export function catchUpMessage(situation: Situation, link: string | undefined, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const { incident, lastUpdate } = situation
  const start = startWords(incident, voice)
  const handler = handlerOf(situation)
  // Once it is over nobody is promised or asked for anything more.
  const isOn = incident.status === 'responding'
  const asked = handler ?? situation.roles.find((each) => each.role === 'liaison')?.userId ?? incident.declaredBy
  const title = t('catch-up.title', { mark: kindMark(incident.kind, voice) })
  const what = `${escapeText(serviceName(incident.service, voice))}: ${escapeClipped(oneLine(incident.summary), 300)}`
  const lines = [
    ...privateRule(incident, voice),
    t('catch-up.state', {
      status: statusName(incident.status, voice),
      level: `${levelEmoji(incident.level, voice)} ${escapeText(levelValue(incident.level, voice))}`,
      handler: handlerName(situation, voice),
    }),
    t('catch-up.began', { what: start.label, start: start.words }),
    incident.impact
      ? t('catch-up.impact', { impact: escapeClipped(oneLine(incident.impact), 300) })
      : t('catch-up.impact.unknown'),
    lastUpdate
      ? t('catch-up.update', {
          when: when(lastUpdate.at, voice),
          condition: escapeClipped(oneLine(lastUpdate.condition), 300),
        })
      : t('catch-up.update.none'),
    ...(isOn && lastUpdate?.nextAt ? [t('catch-up.next', { when: when(lastUpdate.nextAt, voice) })] : []),
    ...(isOn && !handler ? [t('catch-up.need.handler')] : []),
    ...(isOn && lastUpdate?.need ? [t('catch-up.need', { need: escapeClipped(oneLine(lastUpdate.need), 300) })] : []),
    t('catch-up.ask', { who: person(asked) }),
    ...(link ? [t('catch-up.card', { link })] : []),
  ]
  const help = [t('catch-up.help'), ...marksExplained(voice)].join('\n')
  const take = handler || !isOn ? [] : [verbButton('take-handler', voice, { style: 'primary' })]
  return asMessage(
    [title, what, ...lines, help],
    [
      section(`${title}\n${what}`),
      section(lines.join('\n')),
      context(help),
      actions(controlsBlockId(incident.id), [...take, verbButton('claim-role', voice), verbButton('catch-up', voice)]),
    ],
  )
}

/** What people record by reacting: the first emoji of each meaning, as the settings say. */
function marksExplained(voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const meanings = Object.entries(voice.settings.record.reactions)
  const marks = (['timeline', 'action', 'hypothesis'] as const).flatMap((kind) => {
    const emoji = meanings.find(([, meaning]) => meaning === kind)?.[0]
    return emoji ? [t(`mark.${kind}`, { emoji: `:${emoji}:` })] : []
  })
  return marks.length > 0 ? [t('catch-up.marks', { marks: marks.join(t('mark.apart')) })] : []
}

/** That somebody came late, and where it stands how things are, for when the message to them alone is gone. */
export function cameWords(channelId: string, cardLink: string | undefined, voice: Voice): string {
  const t = texts.in(voice.locale)
  const card = cardLink ? t('catch-up.card', { link: cardLink }) : ''
  return t('catch-up.came', { channel: channelLink(channelId), card }).trim()
}
