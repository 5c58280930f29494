export { type Heard, heardSchema, type Taken } from './heard.ts'
export { namedIn } from './named.ts'
export { type Meant, type Sayable, understand } from './understand.ts'
