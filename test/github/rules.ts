import type { Call } from './call.ts'
import { Problem, unprocessable } from './problem.ts'
import type { Repository } from './repository.ts'

/** What a repository refuses by its state or its rules, in the sentences that people have met. */

/** Where nobody has committed anything, git's calls answer so. https://docs.github.com/rest/git, "the repository is empty" */
export async function mustBegin({ git }: Repository): Promise<void> {
  if ((await git.branches()).length === 0) throw new Problem(409, 'Git Repository is empty.')
}

const violation = (sentence: string): string => `Repository rule violations found\n\n${sentence}\n\n`

export function mayCreate({ rules }: Repository): void {
  if (rules.includes('creation')) throw unprocessable('Reference update failed')
}

export function mayDelete({ rules }: Repository): void {
  if (rules.includes('deletion')) throw unprocessable(violation('Cannot delete this branch'))
}

/** The commits that an App makes by the API are signed by GitHub; those of a person's token are not. */
export function mayPush({ repository: { rules, protected: branches }, viewer }: Call, branch: string): void {
  const broken = rules.find((rule) => rule in pushes && (rule !== 'required_signatures' || viewer.via === 'token'))
  if (broken) throw new Problem(409, violation(pushes[broken] ?? ''))
  if (branches.includes(branch)) {
    throw new Problem(409, 'Could not create file: Changes must be made through a pull request.')
  }
}

const pushes: Readonly<Record<string, string>> = {
  update: 'Cannot update this protected ref.',
  pull_request: 'Changes must be made through a pull request.',
  required_signatures: 'Commits must have verified signatures.',
}

/** What push protection knows by its shape. https://docs.github.com/code-security/secret-scanning */
export function mayHold({ pushProtection }: Repository, text: string): void {
  if (pushProtection && /\bghp_[A-Za-z0-9]{36}\b|\bAKIA[A-Z0-9]{16}\b/.test(text)) {
    throw new Problem(409, violation('Secret detected in content'))
  }
}
