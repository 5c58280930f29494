import { readable } from '../../kit/block-kit/index.ts'
import { dateFormat } from '../../kit/i18n/index.ts'
import type { Fact } from '../facts/index.ts'
import type { TimelineEntry } from '../record/index.ts'
import { dayName, kindName, levelName, timeName, typeNames, type Voice, visibilityName } from '../situation/index.ts'
import type { Turn } from './change.ts'
import { texts } from './texts.ts'

/** What changes are told with: names by id, the timeline with all that is hidden, and how an entry reads at first. */
export type Beside = {
  names: ReadonlyMap<string, string>
  entries: ReadonlyMap<string, TimelineEntry>
  original(entry: TimelineEntry): string
}

/** A moment in plain words, by the clocks of the company. */
export const momentWords = (iso: string, { locale, settings }: Voice): string =>
  dateFormat(locale === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: settings.timezone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(iso))

/** From what to what a fact changed things. */
export function turnsOf(fact: Fact, { names, entries, original }: Beside, voice: Voice): Turn[] {
  const t = texts.in(voice.locale)
  const name = (id: string | null) => (id === null ? null : (names.get(id) ?? id))
  const at = (iso: string | null) => iso && momentWords(iso, voice)
  const day = (of: string | null) => of && dayName(of, voice)
  const said = (words: string | null) => words && readable(words, names)
  switch (fact.type) {
    case 'incident.level_set': {
      const { from, to } = fact.data
      return [{ what: t('what.level'), from: from && levelName(from, voice), to: levelName(to, voice) }]
    }
    case 'incident.summary_edited':
      return (['summary', 'impact'] as const).flatMap((field) => {
        const [from, to] = fact.data[field]
        return from === to ? [] : [{ what: t(`what.${field}`), from: said(from), to: said(to) }]
      })
    case 'incident.type_set':
      return [{ what: t('what.type'), from: typeNames(fact.data.from, voice), to: typeNames(fact.data.to, voice) }]
    case 'incident.tags_set':
      return [{ what: t('what.tags'), from: fact.data.from.join(', ') || null, to: fact.data.to.join(', ') || null }]
    case 'incident.kind_set':
      return [{ what: t('what.kind'), from: kindName(fact.data.from, voice), to: kindName(fact.data.to, voice) }]
    case 'incident.visibility_set': {
      const { from, to } = fact.data
      return [{ what: t('what.visibility'), from: visibilityName(from, voice), to: visibilityName(to, voice) }]
    }
    case 'incident.times_edited':
      return fact.data.changes.map(({ field, from, to }) => ({
        what: timeName(field, voice),
        from: at(from),
        to: at(to),
      }))
    case 'roles.handed_over':
      return [{ what: t('what.handler'), from: name(fact.data.from), to: name(fact.data.to) }]
    case 'todos.assigned':
      return [{ what: t('what.owner'), from: name(fact.data.from), to: name(fact.data.owner) }]
    case 'actions.changed':
      return fact.data.changes.map(({ field, from, to }) => turnOfAction(field, from, to))
    case 'ladder.postponed':
      return [{ what: t('what.due'), from: day(fact.data.from), to: day(fact.data.to) }]
    case 'ladder.assigned':
      return [{ what: t('what.owner'), from: name(fact.data.from), to: name(fact.data.to) }]
    case 'ladder.review_planned':
      return [{ what: t('what.time'), from: at(fact.data.from), to: at(fact.data.startsAt) }]
    case 'channel.renamed':
      return [{ what: t('what.name'), from: fact.data.from, to: fact.data.to }]
    case 'record.entry_edited':
      return turnsOfEntry(fact.data.entry, fact.data.n)
    default:
      return []
  }

  function turnOfAction(field: string, from: string | null, to: string | null): Turn {
    if (field === 'owner') return { what: t('what.owner'), from: name(from), to: name(to) }
    if (field === 'due' || field === 'dueOn') return { what: t('what.due'), from: day(from), to: day(to) }
    const what =
      field === 'kind'
        ? t('what.type')
        : field === 'size'
          ? t('what.size')
          : field === 'title'
            ? t('what.words')
            : field
    return { what, from, to }
  }

  function turnsOfEntry(key: string, n: number): Turn[] {
    const entry = entries.get(key)
    const edit = entry?.edits.find((each) => each.n === n)
    if (!entry || !edit) return []
    const before = entry.edits.find((each) => each.n === n - 1)
    const momentOf = (moment: Date | null | undefined) => at((moment ?? entry.originalAt).toISOString())
    const wordsOf = (words: string | null | undefined) => words ?? original(entry)
    const shownOf = (isHidden: boolean | undefined) => t(isHidden ? 'hidden' : 'shown')
    const turns = [
      { what: t('what.time'), from: momentOf(before?.moment), to: momentOf(edit.moment) },
      { what: t('what.words'), from: wordsOf(before?.words), to: wordsOf(edit.words) },
      { what: t('what.shown'), from: shownOf(before?.hidden), to: shownOf(edit.hidden) },
    ]
    return turns.filter(({ from, to }) => from !== to)
  }
}

/** Why something was changed, where somebody said so. */
export function reasonOf(fact: Fact, { names, entries }: Beside): string | null {
  const { data } = fact
  if (fact.type === 'record.entry_edited')
    return entries.get(fact.data.entry)?.edits.find(({ n }) => n === fact.data.n)?.reason ?? null
  const said = 'reason' in data ? data.reason : 'waivers' in data ? data.waivers : 'note' in data ? data.note : null
  return typeof said === 'string' ? readable(said, names) : null
}
