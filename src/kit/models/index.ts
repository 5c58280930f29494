export { type Connection, type Provider, providers } from './connection.ts'
export { type Attempt, createModels, type Models, type Question, type Terms } from './models.ts'
export { mayPassLater, type Outcome, type Usage, type Wire } from './outcome.ts'
export { Withheld } from './wire.ts'
