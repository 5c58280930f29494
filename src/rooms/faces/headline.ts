import { escapeText } from '../../kit/block-kit/index.ts'
import {
  bar,
  kindMark,
  type Situation,
  serviceName,
  statusEmojiOf,
  statusName,
  type Voice,
} from '../situation/index.ts'

/** How an incident stands and of which service it is, as the card begins. */
export const headline = ({ incident }: Situation, voice: Voice): string =>
  `${statusEmojiOf(incident.status)} ${kindMark(incident.kind, voice)}*${statusName(incident.status, voice)}*${bar(voice)}${escapeText(serviceName(incident.service, voice))}`
