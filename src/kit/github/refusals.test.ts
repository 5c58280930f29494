import { RequestError } from '@octokit/request-error'
import { expect, test } from 'vitest'
import { classify } from './classify.ts'
import { type Refused, refusedAs, saidIn } from './refusals.ts'

const answered = (status: number, data: unknown) =>
  classify(
    new RequestError('refused', status, {
      request: { method: 'PUT', url: 'https://api.github.com/', headers: {} },
      response: { status, url: '', headers: {}, data },
    }),
  )
const because = (...errors: unknown[]) => ({ message: 'Validation Failed', errors })
const rules = (sentence: string) => `Repository rule violations found\n\n${sentence}\n\n`
const custom = (field: string, message: string) => because({ resource: 'Issue', code: 'custom', field, message })

test.each<[status: number, body: string | object, Refused]>([
  [401, 'Bad credentials', 'unauthorized'],
  [401, 'A JSON web token could not be decoded', 'unauthorized'],
  [403, 'Resource not accessible by personal access token', 'forbidden'],
  [403, 'Resource not accessible by integration', 'forbidden'],
  [403, 'Must have admin rights to Repository.', 'forbidden'],
  [403, 'Resource protected by organization SAML enforcement. You must grant your token access.', 'sso'],
  [403, 'the `acme` organization has an IP allow list enabled, and 192.0.2.1 is not permitted', 'ip_refused'],
  [403, 'Sorry. Your account was suspended.', 'suspended'],
  [403, 'This installation has been suspended', 'suspended'],
  [403, 'Repository access blocked', 'blocked'],
  [451, 'Repository access blocked', 'blocked'],
  [403, 'Repository was archived so is read-only.', 'archived'],
  [409, 'Git Repository is empty.', 'empty'],
  [404, 'This repository is empty.', 'empty'],
  [409, rules('Changes must be made through a pull request.'), 'rule'],
  [409, rules('Commits must have verified signatures.'), 'rule'],
  [409, rules('Cannot update this protected ref.'), 'rule'],
  [409, rules('Required status check "ci" is expected.'), 'rule'],
  [422, rules('Cannot create ref due to creations being restricted.'), 'rule'],
  [422, rules('Commit message must match a given regex pattern'), 'rule'],
  [422, 'Reference update failed', 'rule'],
  [409, 'Could not create file: Changes must be made through a pull request.', 'rule'],
  [403, "You're not authorized to push to this branch. Visit https://docs.github.com/ for more.", 'rule'],
  [409, rules('Secret detected in content'), 'secret_found'],
  [410, 'Issues has been disabled in this repository.', 'issues_disabled'],
  [410, 'Issues are disabled for this repo', 'issues_disabled'],
  [410, 'This issue was deleted', 'gone'],
  [403, 'Unable to create comment because issue is locked.', 'locked'],
  [422, custom('title', 'title is too long (maximum is 256 characters)'), 'too_long'],
  [422, custom('body', 'body is too long (maximum is 65536 characters)'), 'too_long'],
  [413, 'Payload too big', 'too_large'],
  [404, 'Not Found', 'absent'],
  [409, 'postmortems/2026/a.md does not match 3d21ec53a331a6f037a91c368710b99387d012c1', 'moved'],
  [
    409,
    'is at 6dcb09b5b57875f334f61aebed695e2e4193db5e but expected 3d21ec53a331a6f037a91c368710b99387d012c1',
    'moved',
  ],
  [422, 'Invalid request.\n\n"sha" wasn\'t supplied.', 'moved'],
  [409, 'Something that nobody has met', 'conflict'],
  [422, because({ resource: 'PullRequest', field: 'base', code: 'invalid' }), 'refused'],
  [422, because('Reviews may only be requested from collaborators.'), 'refused'],
])('%i %j is about %s', (status, body, refused) => {
  const failure = answered(status, typeof body === 'string' ? { message: body } : body)
  if (failure.is !== 'refused') throw new Error(failure.is)
  expect(refusedAs(failure)).toBe(refused)
})

test.each<[string, object, string]>([
  [
    'in one line',
    { message: rules('Secret detected in content') },
    'Repository rule violations found Secret detected in content',
  ],
  ['by its reasons', custom('title', 'title is too long'), 'title is too long'],
  ['by the field, where there is no sentence', because({ field: 'base', code: 'invalid' }), 'base invalid'],
  [
    'without a token that it quotes',
    { message: `No access with ghp_${'a1'.repeat(18)} here` },
    'No access with [redacted] here',
  ],
])('what GitHub said is shown %s', (_, body, said) => {
  const failure = answered(422, body)
  expect(failure.is === 'refused' && saidIn(failure)).toBe(said)
})

test('what GitHub said at length is shortened', () => {
  const failure = answered(422, { message: 'あ'.repeat(5000) })
  expect(failure.is === 'refused' && saidIn(failure).length).toBeLessThanOrEqual(300)
})
