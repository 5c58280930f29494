import { inline, link, prose } from '../../../kit/markdown/index.ts'
import { archivesOf, type Document, type Reading, wordsOfSection } from '../document.ts'
import type { SectionKey } from '../postmortem.ts'
import { texts } from '../texts.ts'
import { actionsTable } from './actions.ts'
import { gapMark } from './words.ts'

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
    return t('detection.known', { how: t(`detected.${incident.detectedBy}`) })
  return section === 'resolution' && incident.permanence ? t(`permanence.${incident.permanence}`) : undefined
}

/** What follows from it: the action items, and what people wrote besides. */
export function nextText(document: Document, reading: Reading): string {
  const words = wordsOfSection('next', document)
  const items = document.actions.length > 0 ? actionsTable(document, reading) : undefined
  const parts = [...(items ? [items] : []), ...(words ? [prose(words)] : [])]
  return parts.length > 0 ? parts.join('\n\n') : gapMark('next', reading)
}

/** Where more can be read. */
export function linksList(document: Document, { locale }: Reading): string {
  const { incident, channel } = document
  const t = texts.in(locale)
  const archives = archivesOf(document)
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
