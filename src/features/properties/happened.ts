import { whatWords } from '../../rooms/history/index.ts'
import { editSummary, editTimes, setTags, setType, timeFields, timesOf } from '../../rooms/incident/index.ts'
import { happening, plainly } from '../../rooms/record/index.ts'
import { incidentTypes } from '../../rooms/settings/index.ts'
import { kindName, levelName, levelValue, timeName, typeNames } from '../../rooms/situation/index.ts'
import { changeTexts, texts } from './happened-texts.ts'

/** How what an incident is said to be reads afterwards. */
export const propertiesHappened = happening({
  'incident.level_set': {
    kind: 'course',
    tell: ({ data: { to } }, { locale, settings, who }) =>
      texts.in(locale)('incident.level_set', { who, level: levelValue(to, { locale, settings }) }),
    turns: ({ data: { from, to } }, voice) => [
      {
        what: changeTexts.in(voice.locale)('what.level'),
        from: from && levelName(from, voice),
        to: levelName(to, voice),
      },
    ],
  },
  'incident.type_set': {
    kind: 'course',
    tell({ data: { to } }, { locale, settings, who, list }) {
      const t = texts.in(locale)
      const named = incidentTypes.filter((type) => to.includes(type)).map((type) => settings.types[type].label[locale])
      return named.length > 0
        ? t('incident.type_set', { who, types: list(named) })
        : t('incident.type_set.none', { who })
    },
    turns: ({ data: { from, to } }, voice) => [
      { what: whatWords('type', voice), from: typeNames(from, voice), to: typeNames(to, voice) },
    ],
    back: {
      stands: ({ data }, { incident }) => areTheSame(incident.types, data.to),
      does: setType,
      given: ({ data }) => ({ type: data.from }),
    },
  },
  'incident.kind_set': {
    kind: 'course',
    tell: ({ data: { from, to } }, { locale, settings, who }) =>
      texts.in(locale)('incident.kind_set', {
        who,
        from: kindName(from, { locale, settings }),
        to: kindName(to, { locale, settings }),
      }),
    turns: ({ data: { from, to } }, voice) => [
      { what: changeTexts.in(voice.locale)('what.kind'), from: kindName(from, voice), to: kindName(to, voice) },
    ],
  },
  'incident.summary_edited': {
    ...plainly(texts, ['incident.summary_edited'], 'course')['incident.summary_edited'],
    turns: ({ data }, { locale, said }) =>
      (['summary', 'impact'] as const).flatMap((field) => {
        const [from, to] = data[field]
        return from === to ? [] : [{ what: changeTexts.in(locale)(`what.${field}`), from: said(from), to: said(to) }]
      }),
    back: {
      stands: ({ data }, { incident }) => incident.summary === data.summary[1] && incident.impact === data.impact[1],
      does: editSummary,
      given: ({ data }) => ({ summary: data.summary[0], impact: data.impact[0] }),
    },
  },
  'incident.times_edited': {
    kind: 'course',
    tell({ data }, { locale, who, list }) {
      const t = texts.in(locale)
      const named = data.changes.map(({ field }) => {
        const key = `time.${field}`
        return isTime(key) ? t(key) : field
      })
      return t('incident.times_edited', { who, fields: list(named) })
    },
    turns: ({ data }, voice) =>
      data.changes.map(({ field, from, to }) => ({
        what: timeName(field, voice),
        from: voice.at(from),
        to: voice.at(to),
      })),
    back: {
      stands({ data }, { incident }) {
        const times = timesOf(incident)
        return data.changes.every(({ field, to }) => {
          const known = timeFields.find((each) => each === field)
          return known !== undefined && (times[known]?.toISOString() ?? null) === to
        })
      },
      does: editTimes,
      given: ({ data }, _standing, reason) => ({
        ...Object.fromEntries(data.changes.map(({ field, from }) => [field, from])),
        reason,
      }),
    },
  },
  'incident.tags_set': {
    ...plainly(changeTexts, ['incident.tags_set'])['incident.tags_set'],
    turns: ({ data: { from, to } }, { locale }) => [
      { what: changeTexts.in(locale)('what.tags'), from: from.join(', ') || null, to: to.join(', ') || null },
    ],
    back: {
      stands: ({ data }, { incident }) => areTheSame(incident.tags, data.to),
      does: setTags,
      given: ({ data }) => ({ tags: data.from }),
    },
  },
})

/** A fact may name a moment that we do not know. */
const isTime = (key: string): key is Extract<keyof typeof texts.ja, `time.${string}`> => key in texts.ja

/** Whether two lists hold the same, in whatever order. */
const areTheSame = (one: readonly string[], other: readonly string[]): boolean =>
  String(one.toSorted()) === String(other.toSorted())
