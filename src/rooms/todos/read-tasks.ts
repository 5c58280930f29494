import type { Reader } from '../../kit/db/index.ts'
import { unquoted } from '../../kit/slack/visible/index.ts'
import { type Inability, inabilityOf } from '../access/index.ts'
import type { World } from '../facts/index.ts'
import { type ParsedTodo, parseTask, parseTodos, peopleNamed, saysTask } from './parse-todo.ts'

/** What a message says is to be done, with why nobody does it where whoever was named cannot. */
export type Task = ParsedTodo & { why?: Inability }

/** Reads the tasks that a message in an incident says. */
export async function tasksSaid(world: World, incidentId: string, text: string): Promise<Task[]> {
  if (!saysTask(text)) return []
  const unable = await unableIn(world.db.read, world, incidentId, text)
  return parseTodos(text, new Set(unable.keys())).map((each) => withWhy(each, unable))
}

/** The same once somebody has said that the message is one: its lines that say so, or all of it. */
export async function tasksMarked(world: World, incidentId: string, shown: string): Promise<Task[]> {
  const said = await tasksSaid(world, incidentId, shown)
  if (said.length > 0) return said
  const unable = await unableIn(world.db.read, world, incidentId, shown)
  const whole = parseTask(unquoted(shown), new Set(unable.keys()))
  return whole ? [withWhy(whole, unable)] : []
}

/** A message that names more people than these is no task of theirs. */
const mostNamed = 60

async function unableIn(
  reader: Reader,
  { settings }: World,
  incidentId: string,
  text: string,
): Promise<Map<string, Inability>> {
  const found = new Map<string, Inability>()
  for (const userId of peopleNamed(text).slice(0, mostNamed)) {
    const why = await inabilityOf(reader, settings(), incidentId, userId)
    if (why) found.set(userId, why)
  }
  return found
}

function withWhy(parsed: ParsedTodo, unable: ReadonlyMap<string, Inability>): Task {
  const why = parsed.refused && unable.get(parsed.refused)
  return why ? { ...parsed, why } : parsed
}
