/** Arguments as SDKs send them: a form, in which what is no plain value is JSON. */
export function formOf(args: Record<string, unknown>): URLSearchParams {
  const fields = Object.entries(args).flatMap(([name, value]): [string, string][] => {
    if (value === undefined || value === null) return []
    return [[name, typeof value === 'object' ? JSON.stringify(value) : String(value)]]
  })
  return new URLSearchParams(fields)
}
