import { clip, fieldActionId, input, option, section, select } from '../../kit/block-kit/index.ts'
import { viewerOf } from '../../rooms/access/index.ts'
import { incidentSubject } from '../../rooms/channel/index.ts'
import { type Command, doing, sendsTo, verbForm, whileResponding, willRead } from '../../rooms/faces/index.ts'
import { merge } from '../../rooms/incident/index.ts'
import { listPage, openStatuses, type Wanted } from '../../rooms/reading/index.ts'
import { plainTitle } from '../../rooms/situation/index.ts'
import { texts } from './form-texts.ts'

/** More than a company ever has open; the menu is searched by typing. */
const mostOpen = 1000

/** 統合: into one of the open incidents that the person may know of. */
export const mergeCommand: Command = {
  ...doing(merge),
  label: (locale) => texts.in(locale)('label.merge'),
  spoken: {
    ja: ['統合', '統合する', 'まとめる', 'ほかのインシデントに統合する', '重複', '重複です', '同じ件です', 'マージ'],
    en: ['merge', 'merge into', 'merge incident', 'duplicate', 'same incident', 'merge with'],
    fills: { choice: 'into' },
  },
  offered: whileResponding,
  async choices(reader, { incident }, by, voice) {
    const viewer = await viewerOf(reader, voice.settings, by)
    const wanted: Wanted = {
      statuses: openStatuses,
      kinds: incident.kind === 'real' ? ['real'] : ['drill', 'exercise'],
      visibilities: incident.visibility === 'private' ? ['private'] : undefined,
      except: incident.id,
    }
    const { cores } = await listPage(reader, viewer, wanted, { limit: mostOpen })
    return cores.map((other) => ({
      value: other.incident.id,
      text: `#${other.channel.name} ${plainTitle(other.incident, voice)}`,
    }))
  },
  form(situation, voice, _now, _argument, beside) {
    const t = texts.in(voice.locale)
    const choices = beside?.choices ?? []
    const title = t('title.merge')
    if (choices.length === 0) return verbForm('merge', { situation, voice }, { title }, [section(t('merge.none'))])
    const subject = incidentSubject(situation.incident.id)
    return verbForm('merge', { situation, voice }, { title, submit: t('submit.merge') }, [
      section(t('merge.intro')),
      sendsTo(situation, voice),
      ...willRead({ subject, type: 'incident.merged', data: { into: '' } }, situation, voice, beside),
      input({
        id: 'into',
        label: t('field.into'),
        element: select({
          actionId: fieldActionId,
          options: choices.map(({ value, text }) => option(value, clip(text, 75))),
        }),
      }),
    ])
  },
}
