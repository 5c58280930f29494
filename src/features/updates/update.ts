import { actions, button } from '../../kit/block-kit/index.ts'
import { type Command, controlsBlockId, doing, verbActionId, verbForm, whileOpen } from '../../rooms/faces/index.ts'
import { postUpdate } from '../../rooms/updates/index.ts'
import { texts } from './form-texts.ts'
import { updateArgument, updateFields, updateSaid } from './update-fields.ts'

/** Current situation, action and need, filled in with what was said last: the next update takes ten seconds. */
export const updateCommand: Command = {
  ...doing(postUpdate, updateSaid),
  label: (locale) => texts.in(locale)('label.update'),
  spoken: {
    ja: [
      '更新',
      '状況を更新する',
      '状況更新',
      '状況報告',
      '状況を報告する',
      '続報',
      '現状報告',
      '進捗',
      'アップデート',
      '経過報告',
      'いまの状況を書く',
    ],
    en: [
      'update',
      'post update',
      'status update',
      'progress report',
      'send update',
      'write update',
      'provide update',
      'report status',
      'post status',
      'new status',
    ],
    fills: { text: 'condition', keepsTimes: true, minutes: 'next_minutes' },
  },
  offered: whileOpen,
  form(situation, voice) {
    const t = texts.in(voice.locale)
    const words = { title: t('title.update'), submit: t('submit.update') }
    return verbForm('update', { situation, voice, argument: updateArgument(situation) }, words, [
      ...updateFields(situation, voice),
      actions(controlsBlockId(situation.incident.id), [
        button({ actionId: verbActionId('draft-update'), text: t('update.draft') }),
      ]),
    ])
  },
}
