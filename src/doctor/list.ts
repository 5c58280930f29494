import type { Check } from './check.ts'
import { apiTokens } from './checks/api-tokens.ts'
import { appToken, connections, sameApp } from './checks/app-token.ts'
import { databaseClock, encoding, migrations, reached, rights, space } from './checks/database.ts'
import { node, variables } from './checks/environment.ts'
import { github } from './checks/github.ts'
import { port, publicAddress } from './checks/http.ts'
import { channels, groups, people } from './checks/lists.ts'
import { models } from './checks/models.ts'
import { parties, places } from './checks/names.ts'
import { pagers, readKeys } from './checks/pagers.ts'
import { searchable } from './checks/search.ts'
import { sessions } from './checks/sessions.ts'
import { secrets, settingsFile } from './checks/settings.ts'
import { signIn } from './checks/sign-in.ts'
import { botToken, clock, scopes } from './checks/token.ts'

/** Every check, in the order in which people read them: what others hang on comes first. */
export const checks: readonly Check[] = [
  node,
  variables,
  settingsFile,
  secrets,
  reached,
  encoding,
  rights,
  migrations,
  databaseClock,
  space,
  apiTokens,
  searchable,
  port,
  publicAddress,
  signIn,
  sessions,
  botToken,
  scopes,
  appToken,
  sameApp,
  connections,
  clock,
  people,
  groups,
  channels,
  parties,
  places,
  github,
  models,
  pagers,
  readKeys,
]
