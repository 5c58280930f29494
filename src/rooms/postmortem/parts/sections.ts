import type { Document, Reading } from '../document.ts'
import { inline, link, prose } from '../markdown.ts'
import type { SectionKey } from '../postmortem.ts'
import { texts } from '../texts.ts'
import { gapMark } from './words.ts'

/** What a section says: what people wrote there, else what the incident says itself; undefined for nothing. */
export function wordsOfSection(section: SectionKey, { incident, written }: Document): string | undefined {
  const own = written.get(section)?.words
  if (own) return own
  if (section === 'summary') return incident.summary
  return section === 'impact' ? (incident.impact ?? undefined) : undefined
}

/** A section in Markdown, with what the bot knows of it by itself. */
export function sectionText(section: Exclude<SectionKey, 'next'>, document: Document, reading: Reading): string {
  const words = wordsOfSection(section, document)
  const said = words ? prose(words) : undefined
  const known = knownOf(section, document, reading)
  const isGap = section !== 'summary' && document.gaps.includes(section)
  return [...(said ? [said] : isGap ? [gapMark(section, reading)] : []), ...(known ? [known] : [])].join('\n\n')
}

function knownOf(section: SectionKey, { incident }: Document, { locale }: Reading): string | undefined {
  const t = texts.in(locale)
  if (section === 'detection' && incident.detectedBy)
    return `${t('gap.detection')}: ${t(`detected.${incident.detectedBy}`)}`
  return section === 'resolution' && incident.permanence ? t(`permanence.${incident.permanence}`) : undefined
}

/** What follows from it: what people wrote. */
export function nextText(document: Document, reading: Reading): string {
  const words = wordsOfSection('next', document)
  return words ? prose(words) : gapMark('next', reading)
}

/** Where more can be read. */
export function linksList({ incident, channel, postmortem }: Document, { locale }: Reading): string {
  const t = texts.in(locale)
  const { archives } = postmortem
  const at = (channelId: string, ts?: string) => `${archives}${channelId}${ts ? `/p${ts.replace('.', '')}` : ''}`
  const rows = [
    ...(archives && channel?.channelId ? [link(`${t('links.channel')}: #${channel.name}`, at(channel.channelId))] : []),
    ...(archives && incident.origin
      ? [link(t('links.origin'), at(incident.origin.channelId, incident.origin.ts))]
      : []),
  ]
  return rows.length > 0
    ? rows.map((row) => `- ${row}`).join('\n')
    : channel
      ? `- ${t('links.channel')}: ${inline(`#${channel.name}`)}`
      : t('none')
}
