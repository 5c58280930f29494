// Made by scripts/db/types.ts from the migrations: do not edit.
import type { Json } from './json.ts'

export interface Timers {
  subject: string
  kind: string
  due_at: Date
  data: Json
}

export interface Schema {
  timers: Timers
}
