import { actions, asMessage, escapeText, type MessageContent, section } from '../../kit/block-kit/index.ts'
import { controlsBlockId, verbButton } from '../../rooms/faces/index.ts'
import type { RoleKey } from '../../rooms/settings/index.ts'
import { type Situation, type Voice, whereOf } from '../../rooms/situation/index.ts'
import { quoted } from './message-parts.ts'
import { texts } from './texts.ts'

/** What a person reads, alone, who takes a role: what it means, what was handed over, and how to give it up. */
export function guidanceMessage(
  role: RoleKey,
  situation: Situation,
  voice: Voice,
  handedOver?: string,
): MessageContent {
  const t = texts.in(voice.locale)
  const { label, guidance } = voice.settings.roles[role]
  const title = t('guide.title', { channel: whereOf(situation), role: label[voice.locale] })
  // The settings' light Markdown in Slack's own marks.
  const words = escapeText(guidance[voice.locale])
    .replaceAll(/ ?\*\*(.+?)\*\* ?/g, ' *$1* ')
    .replaceAll(/^- /gm, '• ')
  const briefing =
    handedOver && situation.incident.visibility === 'public' ? `${t('guide.briefing')}\n${quoted(handedOver)}` : ''
  const wayOut =
    role === 'handler'
      ? verbButton('hand-over', voice, { text: t('guide.hand-over') })
      : verbButton('release-role', voice, { text: t('guide.release'), argument: role })
  return asMessage(
    [title, words, briefing],
    [
      section(title),
      section(words),
      ...(briefing ? [section(briefing)] : []),
      actions(controlsBlockId(situation.incident.id), [wayOut]),
    ],
  )
}
