import {
  actions,
  asMessage,
  type Button,
  clipMarkup,
  escapeClipped,
  limits,
  type MessageContent,
  section,
} from '../../kit/block-kit/index.ts'
import { controlsBlockId } from '../../rooms/faces/index.ts'
import type { Situation } from '../../rooms/situation/index.ts'

/** A person's words, set apart from ours. */
export const quoted = (words: string): string =>
  words.trim() === ''
    ? ''
    : clipMarkup(
        escapeClipped(words.trim(), 2400)
          .split('\n')
          .slice(0, 60)
          .map((line) => `> ${line}`)
          .join('\n'),
        limits.sectionText,
      )

/** Lines with the buttons that answer them. */
export function withButtons(lines: string[], { incident }: Situation, buttons: Button[]): MessageContent {
  return asMessage(lines, [section(lines.join('\n')), actions(controlsBlockId(incident.id), buttons)])
}
