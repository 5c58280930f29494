import { beforeAll } from 'vitest'
import { serverUrl } from '../harness/database.ts'
import { tellOfStops } from './stop.ts'

// The first database waits for the server to be set up.
beforeAll(() => serverUrl())

tellOfStops('http')
