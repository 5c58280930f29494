import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LedgerRow } from '../models/index.ts'
import { csvCell } from './csv.ts'
import { ledgerLine } from './ledger-shapes.ts'

/** The cells of a line, as a spreadsheet reads it that takes this sign for their end. */
function cellsOf(line: string, end: ',' | ';' | '\t'): string[] {
  const cells: string[] = []
  let [cell, isQuoted] = ['', false]
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? ''
    if (isQuoted && sign === '"' && line[at + 1] === '"') {
      cell += sign
      at++
    } else if (sign === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted
    else if (!isQuoted && (sign === end || sign === '\n' || sign === '\r')) {
      cells.push(cell)
      cell = ''
    } else cell += sign
  }
  return [...cells, cell]
}

/** Whether a spreadsheet would count with it, however it reads wide letters, and whatever it leaves out. */
const isFormula = (cell: string) => /^[=+\-−@|%]/.test(cell.normalize('NFKC').replace(/^[\s\p{Cc}\p{Cf}"]+/u, ''))

const begins = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹢', '−', '|', '｜']
const before = [
  '',
  ' ',
  '　',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '"',
  '""',
  ' "',
  '\u200b',
  '\ufeff',
  '\u202e',
  '\0',
  'a;',
  'a;"',
  'a\t',
]

describe('a cell is no formula to anybody', () => {
  it.each(begins)('that begins with %s, whatever stands before it', (sign) => {
    for (const lead of before) {
      const said = `${lead}${sign}HYPERLINK("https://evil.example","x")`
      const line = `${csvCell('a')},${csvCell(said)}`
      for (const end of [',', ';', '\t'] as const)
        expect(cellsOf(line, end).filter(isFormula), JSON.stringify([said, end])).toEqual([])
      // Nothing but the mark is added, and nothing is lost.
      expect(cellsOf(line, ',').join(',').replaceAll("'", '')).toBe(`a,${said}`)
    }
  })

  it('whatever it says', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 20 }), (said) => {
        const [first, second, ...others] = cellsOf(`${csvCell(said)},${csvCell('b')}`, ',')
        expect([isFormula(first ?? ''), second, others]).toEqual([false, 'b', []])
      }),
    )
  })

  it('and plain words stay as they are', () => {
    for (const said of ['決済が遅い', 'a-b', '1+1', 'x@example.com', "it's", '', '「=」と書く', '2026-11-23T05:00:00Z'])
      expect(csvCell(said)).toBe(`"${said}"`)
  })
})

it('no cell of the ledger is one either, of whoever names a model or says something', () => {
  const said = '=cmd|"/c calc"!A1'
  const row: LedgerRow = {
    id: said,
    at: new Date(0),
    ended_at: null,
    role: 'fast',
    provider: said,
    model: said,
    url: said,
    leaves: true,
    purpose: said,
    incident_id: said,
    asked_by: said,
    attempt: 1,
    outcome: 'answered',
    reason: said,
    status: 200,
    input_tokens: 1,
    output_tokens: 1,
    is_estimated: false,
    cost: 0,
    request: `\t${said}`,
    request_hash: said,
    answer: `＝${said}`,
    answer_hash: said,
    isHidden: false,
    scrubbed_at: null,
    scrubbed_for: said,
  }
  const cells = cellsOf(ledgerLine(row), ',')
  expect(cells.filter((cell) => cell.includes(said)).length).toBeGreaterThan(10)
  expect(cells.filter(isFormula)).toEqual([])
})
