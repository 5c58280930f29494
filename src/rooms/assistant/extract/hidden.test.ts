import { expect, test } from 'vitest'
import { withoutSecrets } from './hidden.ts'

test.each([
  ['パスワードは Tokyo!2024vpn です', 'Tokyo!2024vpn'],
  ['共有シークレット secret=r4d1us-Sh4red-K3y', 'r4d1us-Sh4red-K3y'],
  ['the password for vpn is hunter2!', 'hunter2!'],
  ['key AKIAIOSFODNN7EXAMPLE leaked', 'AKIAIOSFODNN7EXAMPLE'],
  ['with secret wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', 'wJalrXUtnFEMI'],
  ['token: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc-def', 'eyJhbGci'],
  ['curl -H "Authorization: Bearer abc.def.ghi"', 'abc.def.ghi'],
])('%s is quoted without it', (words, secret) => {
  expect(withoutSecrets(words)).not.toContain(secret)
})

test.each([
  'パスワードをここに貼らないで',
  'the token is expired, password reset mails are queued',
  'trace 4bf92f3577b34da6a3ce929d0e0e4736 and commit 1bd3523',
  'https://example.com/wiki/PostmortemOfThePaymentsIncident2026Final',
  '/var/lib/kubelet/pods/payments-api/volumes/Config2',
])('%s stays as it is', (words) => {
  expect(withoutSecrets(words)).toBe(words)
})
