import { escapeClipped, readable } from '../../kit/block-kit/index.ts'
import type { WaitFace } from '../../rooms/faces/index.ts'
import type { Core } from '../../rooms/reading/index.ts'
import { oneLine, when } from '../../rooms/situation/index.ts'
import { countTodos, labelTodos, openTodosOf, type Todo } from '../../rooms/todos/index.ts'
import { waitTexts as texts } from './texts.ts'

/** The TODOs that somebody has taken, in the order in which they are due. */
export const todoWaits: WaitFace<{ cores: readonly Core[]; todos: readonly Todo[] }> = {
  async read({ reader, viewer, ids, cores }) {
    const todos = await labelTodos(reader, await openTodosOf(reader, viewer.userId, await ids))
    return { cores: await cores, todos }
  },
  waits: ({ cores, todos }, { userId }) =>
    cores.flatMap((core) =>
      countTodos(todos.filter(({ incidentId }) => incidentId === core.incident.id))
        .list.filter(({ owner }) => owner === userId)
        .map(({ words, dueAt }) => ({
          core,
          about: { said: words },
          due: dueAt?.toISOString() ?? null,
          row(gaps, voice) {
            const t = texts.in(voice.locale)
            const todo = { ...gaps, words: escapeClipped(oneLine(readable(words ?? '—')), 200) }
            return {
              words: dueAt ? t('waiting.todo.due', { ...todo, when: when(dueAt, voice) }) : t('waiting.todo', todo),
            }
          },
        })),
    ),
}
