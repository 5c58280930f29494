import { whatWords } from '../../rooms/history/index.ts'
import { editEntry, happening, plainly } from '../../rooms/record/index.ts'
import { changeTexts } from './happened-texts.ts'

/** How it reads afterwards what people put on record, and how they changed it. */
export const recordHappened = happening({
  ...plainly(changeTexts, ['record.marked', 'record.unmarked', 'record.note_added']),
  'record.entry_edited': {
    ...plainly(changeTexts, ['record.entry_edited'])['record.entry_edited'],
    reason: ({ data }, { entries }) => entries.get(data.entry)?.edits.find(({ n }) => n === data.n)?.reason ?? null,
    turns({ data: { entry: key, n } }, { entries, original, at, ...voice }) {
      const t = changeTexts.in(voice.locale)
      const entry = entries.get(key)
      const edit = entry?.edits.find((each) => each.n === n)
      if (!entry || !edit) return []
      const before = entry.edits.find((each) => each.n === n - 1)
      const momentOf = (moment: Date | null | undefined) => at((moment ?? entry.originalAt).toISOString())
      const wordsOf = (words: string | null | undefined) => words ?? original(entry)
      const shownOf = (isHidden: boolean | undefined) => t(isHidden ? 'hidden' : 'shown')
      const turns = [
        { what: whatWords('time', voice), from: momentOf(before?.moment), to: momentOf(edit.moment) },
        { what: whatWords('words', voice), from: wordsOf(before?.words), to: wordsOf(edit.words) },
        { what: t('what.shown'), from: shownOf(before?.hidden), to: shownOf(edit.hidden) },
      ]
      return turns.filter(({ from, to }) => from !== to)
    },
    back: {
      stands: ({ data }, { entries }) => entries.find(({ key }) => key === data.entry)?.edits.at(-1)?.n === data.n,
      does: editEntry,
      given({ data: { entry: key, n } }, { entries }, reason) {
        const before = entries.find((each) => each.key === key)?.edits.find((each) => each.n === n - 1)
        const { moment = null, words = null, hidden = false } = before ?? {}
        return { entry: key, at: moment?.toISOString() ?? null, words, shown: hidden ? 'hidden' : 'shown', reason }
      },
    },
  },
})
