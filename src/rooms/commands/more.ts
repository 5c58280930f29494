import { actions, type Block, section } from '../../kit/block-kit/index.ts'
import { type Command, closeLabel, controlsBlockId, labelledButton, verbForm } from '../faces/index.ts'
import type { Situation } from '../situation/index.ts'
import { texts } from './texts.ts'

const groups = ['drive', 'assemble', 'end', 'learn', 'look'] as const
type Group = (typeof groups)[number]

/** Everything that makes sense now, as buttons: what the menu has no room for, too. `offered` says what that is. */
export const moreCommand = (offered: (group: Group, situation: Situation) => readonly Command[]): Command => ({
  verb: 'more',
  label: (locale) => texts.in(locale)('label.more'),
  spoken: {
    ja: ['すべての操作', 'ほかの操作', '全部の操作', 'メニュー', 'もっと'],
    en: ['more', 'menu', 'all actions', 'everything', 'more actions'],
  },
  offered: () => true,
  form(situation, voice) {
    const t = texts.in(voice.locale)
    const blocks = groups.flatMap((group, n): Block[] => {
      const buttons = offered(group, situation).map((command) => labelledButton(command, voice))
      if (buttons.length === 0) return []
      return [section(`*${t(`group.${group}`)}*`), actions(controlsBlockId(situation.incident.id, n), buttons)]
    })
    return verbForm('more', { situation, voice }, { title: t('title.more'), close: closeLabel(voice.locale) }, blocks)
  },
  // The click opens it, and there is nothing to send.
  run: async () => undefined,
})
