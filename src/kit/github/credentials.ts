import { createAppAuth } from '@octokit/auth-app'
import type { Octokit } from '@octokit/core'
import { classify } from './classify.ts'
import type { Failure } from './outcome.ts'

/** As whom the bot comes to GitHub, secrets by the names of their environment variables. */
export type CredentialNames =
  | { kind: 'token'; tokenEnv: string }
  /** `id`: the App's id or client id; `installation`: the number in the address of its installation. */
  | { kind: 'app'; id: string; installation: number; privateKeyEnv: string }

export interface Credentials {
  /** The `authorization` header of the next call, or why there is none. */
  header(): Promise<string | Failure>
  /** Drops a token that GitHub refused: the next call gets a new one. */
  invalidate(): void
}

/**
 * The credentials of a connection. An App's token is made when it is needed and kept for most of its hour. The library's own
 * hook is not used: it waits and tries again where GitHub refuses a fresh token.
 */
export function createCredentials(
  names: CredentialNames,
  secret: (name: string) => string | undefined,
  octokit: Octokit,
): Credentials {
  const variable = names.kind === 'token' ? names.tokenEnv : names.privateKeyEnv
  const value = secret(variable)
  if (!value) {
    const missing: Failure = { is: 'refused', status: 0, error: 'secret_missing', name: variable }
    return { header: async () => missing, invalidate() {} }
  }
  if (names.kind === 'token') return { header: async () => `Bearer ${value}`, invalidate() {} }
  const auth = createAppAuth({
    appId: names.id,
    privateKey: value,
    installationId: names.installation,
    request: octokit.request,
    log: { warn() {} },
  })
  let refresh = false
  return {
    async header() {
      try {
        const { token } = await auth({ type: 'installation', refresh })
        refresh = false
        return `Bearer ${token}`
      } catch (error) {
        // An error that GitHub did not send is about the private key; its message may quote the key.
        if (!(error instanceof Error && error.name === 'HttpError')) {
          return { is: 'refused', status: 0, error: 'key_unreadable', name: variable }
        }
        const failure = classify(error)
        // A token that nobody got does nothing.
        return failure.is === 'unsure' ? { is: 'unreached', reason: failure.reason } : failure
      }
    },
    invalidate() {
      refresh = true
    },
  }
}
