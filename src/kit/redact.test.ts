import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLog } from './log.ts'
import { redact } from './redact.ts'

/** Secrets as people choose them, and worse: with all that an address, JSON, a shell or a header gives a meaning to. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '@',
        '/',
        ':',
        '#',
        '%',
        '?',
        '&',
        '=',
        '\\',
        '"',
        "'",
        ' ',
        '$',
        '{{',
        '%40',
        '$1',
        '日',
        '\n',
        '-',
      ),
      fc.string({ minLength: 1, maxLength: 4 }),
    ),
    { minLength: 3, maxLength: 12 },
  )
  .map((parts) => `S3cr${parts.join('')}tZ9q`)

const carriers: ((secret: string) => unknown)[] = [
  (secret) => secret,
  (secret) => ({ note: `it is ${secret}, they say` }),
  (secret) => ({
    err: Object.assign(new Error(`Invalid URL: postgres://bot:${secret}@db/bot`), {
      input: `postgres://bot:${secret}@db/bot`,
    }),
  }),
  (secret) => ({ body: JSON.stringify({ deep: JSON.stringify({ deeper: secret }) }) }),
  (secret) => ({ url: `https://x.example/?a=${encodeURIComponent(secret)}` }),
  (secret) => ({ [secret]: 'as a key' }),
]

describe('what must never be readable, whatever it is made of', () => {
  test('a secret of this installation', () => {
    fc.assert(
      fc.property(nasty, fc.nat(carriers.length - 1), (secret, which) => {
        const lines: string[] = []
        const log = createLog({ secrets: [secret], destination: { write: (line) => void lines.push(line) } })
        log.error(carriers[which]?.(secret) as object, 'Something failed')
        const text = lines.join('')
        const inJson = (inside: string) => JSON.stringify(inside).slice(1, -1)
        const forms = [secret, inJson(secret), inJson(inJson(secret)), inJson(inJson(inJson(secret)))]
        for (const form of [...forms, encodeURIComponent(secret)]) expect(text).not.toContain(form)
        expect(() => JSON.parse(text)).not.toThrow()
      }),
      { seed: 12, numRuns: 600 },
    )
  })

  test.each(['p@ss', 'pa/ss', 'pa:ss', 'pa#ss', 'pa%ss', 'p@/:#?x', '1/x@y', '%40%2f'])(
    'the password %s in an address of which nobody has told',
    (password) => {
      const line = redact(`{"msg":"no: postgres://bot:${password}@db.example:5432/bot","x":"y@z"}`)
      expect(line).toBe('{"msg":"no: postgres://bot:[redacted]@db.example:5432/bot","x":"y@z"}')
    },
  )

  test('a private key, also where it was cut', () => {
    const begin = `-----BEGIN RSA ${'PRIVATE'} KEY-----`
    const whole = `${begin}\nMIIEow\n-----END RSA ${'PRIVATE'} KEY-----`
    expect(redact(`before ${whole} after`)).not.toContain('MIIEow')
    expect(redact(`before ${whole} after`)).toContain('after')
    expect(redact(`${begin}\nMIIEow`)).not.toContain('MIIEow')
    expect(redact(JSON.stringify({ err: { message: `${begin}\nMIIEow` } }))).toMatch(
      /^\{"err":\{"message":".*\[redacted\]"\}\}$/,
    )
  })

  test.each([
    ["{ token: 'hunter22' }", "{ token: '[redacted]' }"],
    ['{"cookie":["a=hunter22","b=hunter22"]}', '{"cookie":["[redacted]"]}'],
    [
      JSON.stringify(JSON.stringify({ api_key: 'hunter"\\22', ok: 1 })),
      '"{\\"api_key\\":\\"[redacted]\\",\\"ok\\":1}"',
    ],
    ['{"password":"hunter22\\\\"}', '{"password":"[redacted]"}'],
    ['{"tokens":120,"note":"the token: it is gone"}', '{"tokens":120,"note":"the token: it is gone"}'],
  ])('%s', (line, struck) => {
    expect(redact(line)).toBe(struck)
  })

  test('a value under the name of a secret, however deep it is quoted', () => {
    fc.assert(
      fc.property(nasty, fc.integer({ min: 0, max: 4 }), (secret, depth) => {
        let text = JSON.stringify({ before: '\\', client_secret: secret, after: 'stays' })
        for (let each = 0; each < depth; each++) text = JSON.stringify({ said: text, more: 'stays too' })
        const struck = redact(text)
        expect(struck).not.toContain('S3cr')
        expect(struck).not.toContain('tZ9q')
        expect(struck).toContain('stays')
        expect(() => JSON.parse(struck)).not.toThrow()
      }),
      { seed: 12, numRuns: 600 },
    )
  })
})

describe('takes no longer than the text is long', () => {
  const work = (text: string) => {
    const begun = performance.now()
    redact(text)
    return performance.now() - begun
  }
  test.each([
    ['-'],
    ['a'],
    ['a.'],
    ['\\'],
    ['"'],
    ['\\"'],
    ['://'],
    ['a://b:c '],
    ['://a:'],
    ['"token":"'],
    ['token='],
    ['token'],
    ['token":'],
    ['Bearer '],
    [' '],
    ['[ '],
    ["'"],
    ['PRIVATE KEY-----'],
    ['-----BEGIN '],
    ['xoxb-'],
    ['@'],
    ['"cookie":["a",'],
    ['\\\\"secret\\\\": \\\\"'],
  ])('of %j again and again', (piece) => {
    // A quadratic walk of a megabyte takes minutes: the bound is far from both, so that a busy machine does not matter.
    expect(work(piece.repeat(1_000_000 / piece.length))).toBeLessThan(5_000)
  })
})
