import type { Sample } from '../../rooms/situation/sample.ts'
import { situations, voices } from '../../rooms/situation/situation.samples.ts'
import { askedMessage, dueMessage, ownerlessMessage, todosMessage } from './messages.ts'

const names = new Map([
  ['U0SATO', '佐藤 さくら'],
  ['U0TANAKA', '<!channel>'],
])
const { underWay, longest, drill, secret, recovered, completed } = situations
const at = new Date('2026-11-23T14:50:00+09:00')
const data = { id: 'todo', n: 1, owner: 'U0ALICE', handler: 'U0SATO' }
const allDone = { ...underWay, todos: { ...underWay.todos, open: 0, list: [] } }
const withTodos = { ...secret, todos: underWay.todos }
const states = { underWay, longest, drill, secret: withTodos, recovered, completed, allDone }

export const samples: Sample[] = [
  ...Object.entries(states).map(([state, situation]) => ({
    name: `todos/list/${state}`,
    to: 'channel' as const,
    about: [situation],
    render: (locale: 'ja' | 'en') => todosMessage(situation, names, voices[locale]),
  })),
  ...(['underWay', 'longest', 'drill'] as const).flatMap((state): Sample[] => {
    const [todo] = situations[state].todos.list
    if (!todo) return []
    return [
      {
        name: `todos/asked/${state}`,
        to: 'channel',
        about: [situations[state]],
        render: (locale) => askedMessage(todo, 'U0ALICE', situations[state], names, voices[locale]),
      },
      ...(['bot', 'guest', 'unknowing'] as const).map((why): Sample => {
        const refused = { id: 'todo', n: 1, user: 'U0SSSBOT01', why }
        return {
          name: `todos/ownerless/${state}-${why}`,
          to: 'alone',
          about: [situations[state]],
          render: (locale) =>
            ownerlessMessage(refused, { ...todo, owner: null }, situations[state], names, voices[locale]),
        }
      }),
      {
        name: `todos/due/${state}`,
        to: 'channel',
        about: [situations[state]],
        render: (locale) => dueMessage({ at, data }, { ...todo, dueAt: at }, situations[state], names, voices[locale]),
      },
      {
        name: `todos/due/${state}-of-nobody`,
        to: 'channel',
        about: [situations[state]],
        render: (locale) =>
          dueMessage(
            { at, data: { ...data, owner: null } },
            { ...todo, owner: null, dueAt: at },
            situations[state],
            names,
            voices[locale],
          ),
      },
      ...(['done', 'dropped', 'open'] as const).map((result): Sample => {
        const later = { ...todo, state: result, dueAt: new Date('2026-11-23T15:05:00+09:00') }
        return {
          name: `todos/due/${state}-${result === 'open' ? 'extended' : result}`,
          to: 'channel',
          about: [situations[state]],
          render: (locale) => dueMessage({ at, data }, later, situations[state], names, voices[locale]),
        }
      }),
    ]
  }),
]
