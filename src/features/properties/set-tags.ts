import { context, escapeClipped, input, textInput } from '../../kit/block-kit/index.ts'
import { viewerOf } from '../../rooms/access/index.ts'
import type { TagsProposal } from '../../rooms/assistant/index.ts'
import { type Command, doing, textOf, verbForm } from '../../rooms/faces/index.ts'
import { longestTag, mostTags, setTags, tagsIn } from '../../rooms/incident/index.ts'
import { tagsInUse } from '../../rooms/reading/index.ts'
import type { Situation, Voice } from '../../rooms/situation/index.ts'
import { labelsShown, tagBlocks, tagList } from '../assistant/index.ts'
import { texts } from './form-texts.ts'

/** As many of the workspace's own are offered to be typed again. */
const mostOffered = 15

/** The tags of an incident, with those that the workspace uses, so that one thing has one name. */
export function tagsForm(
  { proposal, used }: { proposal: TagsProposal | null; used: readonly string[] },
  situation: Situation,
  voice: Voice,
) {
  const t = texts.in(voice.locale)
  const now = situation.incident.tags.join(', ')
  const offered = used.slice(0, mostOffered)
  return verbForm('set-tags', { situation, voice }, { title: t('title.set-tags'), submit: t('submit.set-tags') }, [
    ...tagBlocks(proposal, situation, voice),
    input({
      id: 'tags',
      label: t('field.tags'),
      hint: t('hint.tags', { most: mostTags }),
      optional: true,
      element: textInput({ max: (longestTag + 2) * mostTags, ...(now ? { initial: now } : {}) }),
    }),
    ...(offered.length > 0 ? [context(escapeClipped(t('tags.used'), 100) + tagList(offered))] : []),
  ])
}

export const setTagsCommand: Command = {
  ...doing(setTags, ({ values }) => ({ tags: tagsIn(textOf(values.tags) ?? '') })),
  puts: 'right',
  label: (locale) => texts.in(locale)('label.set-tags'),
  spoken: {
    ja: ['タグ', 'タグを付ける', 'タグ付け', 'タグを変える', 'タグを直す', 'タグを外す'],
    en: ['tags', 'tag', 'add tags', 'set tags', 'change tags', 'tag it', 'label it'],
    fills: { text: 'tags' },
  },
  offered: ({ incident }) => incident.status !== 'merged' && incident.status !== 'cancelled',
  async look(reader, { world, situation, by }, voice) {
    const looker = await viewerOf(reader, voice.settings, by)
    const [{ tags: proposal }, used] = await Promise.all([
      labelsShown(world, reader, situation, by),
      tagsInUse(reader, looker),
    ])
    return tagsForm({ proposal, used }, situation, voice)
  },
}
