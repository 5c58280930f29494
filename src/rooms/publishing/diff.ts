/** How many lines around a change are shown. */
const around = 2
/** Longer documents than this are not compared line by line: their table would take too long. */
const mostCells = 4_000_000

type Line = { mark: ' ' | '-' | '+'; text: string }

/**
 * What differs between two texts, as the lines of a unified diff without its heads; `@@` stands where lines are left out.
 * Empty where they are the same.
 */
export function differences(before: string, after: string): string[] {
  if (before === after) return []
  const lines = compared(before.split('\n'), after.split('\n'))
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ mark }) => mark !== ' '),
  )
  return lines.flatMap(({ mark, text }, at) => {
    if (!near[at]) return []
    return at > 0 && !near[at - 1] ? ['@@', mark + text] : [mark + text]
  })
}

function compared(a: readonly string[], b: readonly string[]): Line[] {
  const same = (from: number, to: number) => a[from] === b[to]
  let head = 0
  while (head < a.length && head < b.length && same(head, head)) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && same(a.length - 1 - tail, b.length - 1 - tail)) tail++
  const mark = (mark: Line['mark'], lines: readonly string[]): Line[] => lines.map((text) => ({ mark, text }))
  return [
    ...mark(' ', a.slice(0, head)),
    ...changed(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...mark(' ', a.slice(a.length - tail)),
  ]
}

/** By the longest common subsequence. */
function changed(a: readonly string[], b: readonly string[]): Line[] {
  const all: Line[] = []
  if (a.length * b.length > mostCells) {
    return [...a.map((text) => ({ mark: '-' as const, text })), ...b.map((text) => ({ mark: '+' as const, text }))]
  }
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const down = longest[(i + 1) * width + j] ?? 0
      const right = longest[i * width + j + 1] ?? 0
      longest[i * width + j] = a[i] === b[j] ? (longest[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(down, right)
    }
  }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left = '', right = ''] = [a[i], b[j]]
    if (i < a.length && j < b.length && left === right) {
      all.push({ mark: ' ', text: left })
      i++
      j++
    } else if (
      i < a.length &&
      (j === b.length || (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0))
    ) {
      all.push({ mark: '-', text: left })
      i++
    } else {
      all.push({ mark: '+', text: right })
      j++
    }
  }
  return all
}
