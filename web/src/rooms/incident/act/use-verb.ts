import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, Refused } from '../../../kit/api/look.ts'

/** Does a verb with an incident, the same as in Slack; what is on the screen of it is read anew. */
export function useVerb(id: string, verb: string) {
  const queries = useQueryClient()
  const done = useMutation({
    mutationFn: (given: Record<string, unknown>) => call('POST', `/incidents/${encodeURIComponent(id)}/${verb}`, given),
    onSuccess: () => queries.invalidateQueries(),
  })
  const { error } = done
  /** Why it was refused, where that is about this field; about none in particular it stands at the form's first. */
  const refusal = (field: string, isFirst = false): string | undefined => {
    if (!(error instanceof Refused)) return isFirst ? error?.message : undefined
    const about = error.problem.field
    return about === field || (isFirst && about === undefined) ? error.problem.detail : undefined
  }
  return { ...done, refusal }
}
