export { type Heard, type Taken } from './heard.ts'
export { type Meant, type Sayable, understand } from './understand.ts'
