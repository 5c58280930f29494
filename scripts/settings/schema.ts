/** Writes sssbot.schema.json from the settings' schema. Run it after a change there; a test compares the two. */
import { writeFileSync } from 'node:fs'
import { settingsJsonSchema } from '../../src/rooms/settings/file/json-schema.ts'

writeFileSync(new URL('../../sssbot.schema.json', import.meta.url), settingsJsonSchema())
