export { type RoleHolder, roleHolders } from './store.ts'
export { takeHandler } from './take-handler.ts'
