import type { Grounds } from './grounds.ts'

/**
 * What a look has come to, in words: `what` is how it stands, `fix` the one thing to do. `about` names which of several
 * things of one kind it is about. Words never hold a secret.
 */
export type Verdict = { ok: true; what: string } | { ok: false; what: string; fix: string; about?: string }

/** One thing that must hold. Answers nothing where it does not arise, or hangs on what another check has found wrong. */
export type Check = {
  /** Stable, for scripts: `slack.scopes`. */
  id: string
  run(on: Grounds): Promise<Verdict | readonly Verdict[] | undefined>
}

/** A verdict as it is reported: `id` is the check's, with `:` and what it is about. `fix` is null where nothing is to do. */
export type Finding = { id: string; ok: boolean; what: string; fix: string | null }

export const findingOf = (id: string, verdict: Verdict): Finding =>
  verdict.ok
    ? { id, ok: true, what: verdict.what, fix: null }
    : { id: verdict.about ? `${id}:${verdict.about}` : id, ok: false, what: verdict.what, fix: verdict.fix }
