/** An answer by which GitHub refuses; its body has the shape of GitHub's. */
export class Problem extends Error {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly headers: Record<string, string>

  constructor(status: number, message: string, more: { errors?: unknown[]; headers?: Record<string, string> } = {}) {
    super(message)
    this.status = status
    this.headers = more.headers ?? {}
    this.body = {
      message,
      ...(more.errors ? { errors: more.errors } : {}),
      documentation_url: 'https://docs.github.com/rest',
      status: String(status),
    }
  }
}

export const notFound = (message = 'Not Found') => new Problem(404, message)

/** 422 with reasons, as a body whose fields do not fit is refused. */
export const invalid = (...errors: unknown[]) => new Problem(422, 'Validation Failed', { errors })

/** 422 in one sentence, as the git and contents calls refuse. */
export const unprocessable = (message: string) => new Problem(422, message)

/** What GraphQL refuses stands in a body with status 200. */
export const graphqlProblem = (type: string, message: string, path: string) => ({
  data: { [path]: null },
  errors: [{ type, path: [path], locations: [{ line: 1, column: 1 }], message }],
})
