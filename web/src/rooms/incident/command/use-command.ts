import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Looks } from '../../../../../src/rooms/api/contract.ts'
import { call, look, Refused } from '../../../kit/api/look.ts'

/** What is done with an incident: the command, what it is about besides (a TODO, an entry), and what is asked before. */
export type Asked = { verb: string; argument?: string; label: string; sure?: string | null }

export type Form = NonNullable<Looks['/incidents/{id}/commands/{verb}']['form']>

/** What goes back with a form: what it said of itself, and what was filled in. */
export type Sent = {
  argument?: string | null
  seen?: string | null
  values?: Record<string, unknown>
  people?: Record<string, string | string[]>
}

const path = '/incidents/{id}/commands/{verb}'

/** The form of a command as it is this moment; null where nothing is asked. Throws `Refused`. */
export const askForm = async (queries: QueryClient, id: string, { verb, argument }: Asked): Promise<Form | null> =>
  (
    await queries.fetchQuery({
      ...look(path, { path: { id, verb }, query: argument === undefined ? {} : { argument } }),
      staleTime: 0,
      gcTime: 0,
      retry: false,
    })
  ).form

/** Does a command, the same as in Slack; what is on the screen of it is read anew. Answers what the person is told alone. */
export function useCommand(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ asked, ...sent }: Sent & { asked: Asked }) =>
      // The contract says what is answered there.
      (await call('POST', `/incidents/${encodeURIComponent(id)}/commands/${asked.verb}`, {
        argument: asked.argument ?? null,
        ...sent,
      })) as { said: string | null },
    onSuccess: () => queries.invalidateQueries(),
  })
}

/** Whether somebody else was quicker. */
export const isCrossed = (error: unknown): boolean =>
  error instanceof Refused && error.problem.code === 'changed-meanwhile'
