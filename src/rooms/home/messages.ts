import { actions, type Block, button, context, type HomeView, section } from '../../kit/block-kit/index.ts'
import { listRow } from '../commands/index.ts'
import { openFormActionId } from '../declaration/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import { texts } from './texts.ts'

/** A person's own page: where to begin, and what is open now. */
export function homeView({ shown, more }: { shown: readonly Situation[]; more: number }, voice: Voice): HomeView {
  const t = texts.in(voice.locale)
  const rows = shown.map((situation) => section(listRow(situation, voice)))
  const blocks: Block[] = [
    { type: 'header', text: { type: 'plain_text', text: t('title'), emoji: true } },
    section(t('lead')),
    actions('home', [button({ actionId: openFormActionId, text: t('declare'), style: 'primary' })]),
    { type: 'divider' },
    section(`*${t('open')}*`),
    ...(rows.length > 0 ? rows : [context(t('none'))]),
    ...(more > 0 ? [context(t('more', { count: more }))] : []),
    { type: 'divider' },
    context(t('ways')),
  ]
  return { type: 'home', blocks }
}
