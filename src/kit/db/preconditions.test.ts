import { describe, expect, test } from 'vitest'
import { nameServer } from './address.ts'
import { lackingOf } from './preconditions.ts'

describe('an address', () => {
  test.each([
    ['postgres://bot:secret@db:5432/bot', 'PostgreSQL at db:5432/bot'],
    ['postgresql://bot:p@ss@db/bot', 'PostgreSQL at db/bot'],
    ['postgres://bot:p%2Fss@db/bot?sslmode=require', 'PostgreSQL at db/bot'],
    ['postgres://db/bot?user=bot@tenant&password=x', 'PostgreSQL at db/bot'],
    ['postgres:///bot?host=/run/postgresql&user=bot', 'PostgreSQL at a local socket/bot'],
  ])('%s is shown without user and password', (url, name) => {
    expect(nameServer(url)).toBe(name)
  })

  test.each(['1/hunter@x', 'hunter/x', 'hun?ter', 'hunter#x', 'hunter%x', '1/hunter', '1?hunter=x', '1#hunter'])(
    'with the password %s is refused, and says nothing of it',
    (password) => {
      const read = () => nameServer(`postgres://bot:${password}@db:5432/bot`)
      expect(read).toThrow(/^DATABASE_URL [^\n]* \/ DATABASE_URL [^\n]*$/)
      expect(read).not.toThrow('hunter')
    },
  )

  test.each(['mysql://a@b/c', 'db.example', 'postgres://', ''])('%j is none', (url) => {
    if (url === 'postgres://') expect(nameServer(url)).toContain('PostgreSQL')
    else expect(() => nameServer(url)).toThrow('is not of the form postgres://')
  })
})

describe('a server', () => {
  const right = { version: '180000', encoding: 'UTF8', user: 'bot', schema: 'public', readOnly: false, lacks: false }
  const where = 'PostgreSQL at db/bot'
  test('with all that is needed serves', () => expect(lackingOf(where, right)).toBeUndefined())
  test.each([
    [{ version: '130011' }, /runs PostgreSQL 13: version 14/],
    [{ encoding: 'SQL_ASCII' }, /SQL_ASCII.*ENCODING 'UTF8'/],
    [{ encoding: 'EUC_JP' }, /EUC_JP.*ENCODING 'UTF8'/],
    [{ readOnly: true }, /can only be read.*primary/],
    [{ schema: null }, /search_path.*names no schema.*RESET search_path/],
    [{ lacks: true }, /user bot may not create.*GRANT CREATE/],
  ])('%j is told what it lacks, in one line of each language', (other, words) => {
    const told = lackingOf(where, { ...right, ...other })
    expect(told?.en).toMatch(words)
    expect(told?.ja).toMatch(/ください$/)
    expect(`${told?.en}${told?.ja}`).not.toContain('\n')
  })
})
