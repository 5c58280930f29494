import * as actions from '../rooms/actions/index.ts'
import * as assembly from '../rooms/assembly/index.ts'
import * as assistant from '../rooms/assistant/index.ts'
import * as board from '../rooms/board/index.ts'
import * as calls from '../rooms/calls/index.ts'
import * as declaration from '../rooms/declaration/index.ts'
import type { Effects } from '../rooms/facts/index.ts'
import * as home from '../rooms/home/index.ts'
import * as ladder from '../rooms/ladder/index.ts'
import * as models from '../rooms/models/index.ts'
import * as paging from '../rooms/paging/index.ts'
import * as postmortem from '../rooms/postmortem/index.ts'
import * as publishing from '../rooms/publishing/index.ts'
import * as record from '../rooms/record/index.ts'
import * as roles from '../rooms/roles/index.ts'
import * as search from '../rooms/search/index.ts'
import * as timekeeper from '../rooms/timekeeper/index.ts'
import * as todos from '../rooms/todos/index.ts'
import * as updates from '../rooms/updates/index.ts'
import * as upkeep from '../rooms/upkeep/index.ts'

/** What follows from each fact, asked room by room in this order, in the transaction that commits the fact. */
export const effects: readonly Effects[] = [
  assembly.effects,
  roles.effects,
  timekeeper.effects,
  updates.effects,
  record.effects,
  todos.effects,
  actions.effects,
  postmortem.effects,
  declaration.effects,
  paging.effects,
  publishing.effects,
  upkeep.effects,
  calls.effects,
  ladder.effects,
  search.effects,
  models.effects,
  assistant.effects,
  board.effects,
  home.effects,
]
