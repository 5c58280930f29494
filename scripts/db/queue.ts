/**
 * Turns writing into reading: what `produce` writes comes out of the iterator, one line at a time, so that a large export
 * never lies in memory. What `produce` throws, the reader gets; when the reader goes away, the next write fails.
 */
export async function* linesOf<Line>(
  produce: (write: (line: Line) => Promise<void>) => Promise<void>,
): AsyncGenerator<Line> {
  const waiting: { line: Line; written: PromiseWithResolvers<void> }[] = []
  let arrived = Promise.withResolvers<void>()
  let done = false
  let abandoned = false
  const gone = () => new Error('Nobody reads any more')
  const producing = produce((line) => {
    if (abandoned) return Promise.reject(gone())
    const written = Promise.withResolvers<void>()
    waiting.push({ line, written })
    arrived.resolve()
    return written.promise
  }).finally(() => {
    done = true
    arrived.resolve()
  })
  // Told to the reader below, when it gets there.
  producing.catch(() => {})
  try {
    while (!done || waiting.length > 0) {
      await arrived.promise
      arrived = Promise.withResolvers()
      for (let next = waiting[0]; next; next = waiting[0]) {
        yield next.line
        waiting.shift()
        next.written.resolve()
      }
    }
    await producing
  } finally {
    abandoned = true
    for (const { written } of waiting) written.reject(gone())
  }
}
