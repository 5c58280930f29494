/** `npm run export -- <file>`: writes everything that the bot keeps into one file. */
import { systemClock } from '../../src/kit/clock.ts'
import { type Line, writeBundle } from './bundle.ts'
import { onBotDatabase } from './command.ts'
import { linesOf } from './queue.ts'
import { readOut } from './read-out.ts'

await onBotDatabase(async (db, file) => {
  await writeBundle(
    file,
    linesOf<Line>((write) => readOut(db, systemClock, write)),
  )
  return `Exported to ${file}`
})
