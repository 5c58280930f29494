import { actions, type Block, button, channelLink, escapeClipped, section } from '../../kit/block-kit/index.ts'
import { viewerOf } from '../../rooms/access/index.ts'
import {
  dismissLabels,
  type Earlier,
  type Ground,
  type Labels,
  type LevelProposal,
  labelsFor,
  levelLabel,
  noteUse,
  type TagsProposal,
  tagLabel,
} from '../../rooms/assistant/index.ts'
import { type Command, callerOf, controlsBlockId, doing, verbActionId } from '../../rooms/faces/index.ts'
import { Refusal, type World } from '../../rooms/facts/index.ts'
import { perform, setLevel, setTags, tagsIn } from '../../rooms/incident/index.ts'
import { levelName, oneLine, plainTitle, type Situation, type Voice } from '../../rooms/situation/index.ts'
import { statementLink } from './statements.ts'
import { texts } from './texts.ts'

/** So much of what a proposal rests on is read at once. */
const longest = 200

/** These blocks carry controls of their own: no other of the same form has their numbers. */
const blockOf = { level: 90, tags: 91 } as const

function earlierWords(earlier: readonly Earlier[], voice: Voice): string {
  const each = earlier.map(({ channelId, incident }) =>
    channelId ? channelLink(channelId) : escapeClipped(plainTitle(incident, voice), longest),
  )
  return each.join(' ')
}

function groundWords(ground: Ground, voice: Voice): string {
  const t = texts.in(voice.locale)
  if (ground.is === 'alike') return t('ground.alike', { where: earlierWords(ground.earlier, voice) })
  const words = escapeClipped(oneLine(ground.words), longest)
  return t(`ground.${ground.is}`, { words, link: statementLink(ground, voice.locale) ?? '' }).trim()
}

/** A level that is proposed, what it rests on, and its two answers; nothing where none is. */
export function levelBlocks(proposal: LevelProposal | null, { incident }: Situation, voice: Voice): Block[] {
  if (!proposal) return []
  const t = texts.in(voice.locale)
  const level = escapeClipped(levelName(proposal.level, voice), 80)
  const head = t(incident.level ? 'level.proposal.other' : 'level.proposal', { level })
  return [
    section(`${head}\n${groundWords(proposal.ground, voice)}`),
    actions(controlsBlockId(incident.id, blockOf.level), [
      button({ actionId: verbActionId('accept-level'), text: t('label.accept-level'), value: proposal.level }),
      button({
        actionId: verbActionId('dismiss-labels'),
        text: t('label.dismiss-labels'),
        value: levelLabel(proposal.level),
      }),
    ]),
  ]
}

/** Tags that are proposed, and their two answers; nothing where none are. */
export function tagBlocks(proposal: TagsProposal | null, { incident }: Situation, voice: Voice): Block[] {
  if (!proposal) return []
  const t = texts.in(voice.locale)
  const { tags, earlier } = proposal
  const where = earlierWords(earlier, voice)
  const ground = where ? t('ground.tags.alike', { where }) : t('ground.tags')
  return [
    section(`${t('tags.proposal', { tags: tagList(tags) })}\n${ground}`),
    actions(controlsBlockId(incident.id, blockOf.tags), [
      button({ actionId: verbActionId('accept-tags'), text: t('label.accept-tags'), value: tags.join(',') }),
      button({
        actionId: verbActionId('dismiss-labels'),
        text: t('label.dismiss-labels'),
        value: tags.map(tagLabel).join(','),
      }),
    ]),
  ]
}

/** Tags as they stand in a message: nobody's words become anything but words. */
export const tagList = (tags: readonly string[]): string =>
  tags.map((tag) => escapeClipped(`#${tag}`, longest)).join(' ')

/** What is proposed to somebody who has a form open. */
export const labelsShown = async (
  world: World,
  reader: Parameters<typeof labelsFor>[0],
  { incident }: Situation,
  by: string,
): Promise<Labels> => labelsFor(reader, world, incident.id, await viewerOf(reader, world.settings(), by))

const proposedNow = async (world: World, incidentId: string, by: string): Promise<Labels> => {
  const { read } = world.db
  return labelsFor(read, world, incidentId, await viewerOf(read, world.settings(), by))
}

/** A proposed level is decided, by one tap and in the name of whoever pressed. */
export const acceptLevelCommand: Command = {
  verb: 'accept-level',
  label: (locale) => texts.in(locale)('label.accept-level'),
  spoken: {
    ja: ['提案のレベルにする'],
    en: ['accept suggested level', 'set the suggested level'],
    within: 'set-level',
  },
  offered: () => false,
  fillsIn: true,
  async run(world, order) {
    const { by, incidentId, argument: level } = order
    const proposed = (await proposedNow(world, incidentId, by)).level
    if (!level || proposed?.level !== level) throw new Refusal('proposal-gone')
    await perform(world, setLevel, callerOf(order), incidentId, { level })
    await noteUse(world, { incidentId, by, purpose: 'level', what: levelLabel(level) })
    return undefined
  },
}

/** Proposed tags are put on it, by one tap. */
export const acceptTagsCommand: Command = {
  verb: 'accept-tags',
  label: (locale) => texts.in(locale)('label.accept-tags'),
  spoken: {
    ja: ['提案のタグを付ける'],
    en: ['accept suggested tags', 'add the suggested tags'],
    within: 'set-tags',
  },
  offered: () => false,
  fillsIn: true,
  async run(world, order) {
    const { by, incidentId, argument } = order
    const wanted = tagsIn(argument ?? '')
    const proposed = (await proposedNow(world, incidentId, by)).tags
    if (wanted.length === 0 || proposed?.tags.join(',') !== wanted.join(',')) throw new Refusal('proposal-gone')
    await perform(world, setTags, callerOf(order), incidentId, { tags: wanted })
    await noteUse(world, { incidentId, by, purpose: 'tags', what: 'tags' })
    return undefined
  },
}

const levelPrefix = levelLabel('')
const tagPrefix = tagLabel('')

/** What is proposed is none, and is proposed no more. */
export const dismissLabelsCommand: Command = {
  ...doing(dismissLabels, ({ argument }) => {
    const labels = (argument ?? '').split(',')
    const after = (prefix: string) =>
      labels.filter((each) => each.startsWith(prefix)).map((each) => each.slice(prefix.length))
    return { level: after(levelPrefix)[0] ?? null, tags: after(tagPrefix) }
  }),
  label: (locale) => texts.in(locale)('label.dismiss-labels'),
  spoken: {
    ja: ['提案を出さない', 'この提案は不要'],
    en: ['dismiss suggested level', 'dismiss suggested tags'],
    within: 'set-level',
  },
  offered: () => false,
}
