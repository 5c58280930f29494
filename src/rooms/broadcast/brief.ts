import { escapeClipped } from '../../kit/block-kit/index.ts'
import { oneLine, type Voice, when } from '../situation/index.ts'
import { texts } from './texts.ts'

/** What is broken for whom, what is being done, and when people hear next; `nextAt` null: nobody said, 'never': it is over. */
export function threeLines(
  { harm, action, nextAt }: { harm: string; action: string | null; nextAt: Date | 'never' | null },
  voice: Voice,
): string {
  const t = texts.in(voice.locale)
  const next = nextAt === 'never' ? t('brief.final') : t('brief.next.none')
  return [
    t('brief.harm', { harm: escapeClipped(oneLine(harm), 600) }),
    action ? t('brief.action', { action: escapeClipped(oneLine(action), 600) }) : t('brief.action.none'),
    nextAt instanceof Date ? t('brief.next', { when: when(nextAt, voice) }) : next,
  ].join('\n')
}
