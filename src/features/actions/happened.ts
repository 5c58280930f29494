import { whatWords } from '../../rooms/history/index.ts'
import { happening, plainly, type Turn, type Turning } from '../../rooms/record/index.ts'
import { changeTexts } from './happened-texts.ts'

/** How it reads afterwards what is to be done in the long run. */
export const actionsHappened = happening({
  ...plainly(changeTexts, [
    'actions.added',
    'actions.done',
    'actions.waived',
    'actions.reopened',
    'actions.removed',
    'actions.conflict_settled',
  ]),
  'actions.changed': {
    ...plainly(changeTexts, ['actions.changed'])['actions.changed'],
    turns: ({ data }, turning) => data.changes.map(({ field, from, to }) => turnOf(field, from, to, turning)),
  },
})

function turnOf(field: string, from: string | null, to: string | null, turning: Turning): Turn {
  const { name, day } = turning
  switch (field) {
    case 'owner':
      return { what: whatWords('owner', turning), from: name(from), to: name(to) }
    case 'due':
    case 'dueOn':
      return { what: whatWords('due', turning), from: day(from), to: day(to) }
    case 'kind':
      return { what: whatWords('type', turning), from, to }
    case 'size':
      return { what: changeTexts.in(turning.locale)('what.size'), from, to }
    case 'title':
      return { what: whatWords('words', turning), from, to }
    default:
      return { what: field, from, to }
  }
}
