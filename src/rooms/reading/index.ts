export { type Core, coresOf } from './core.ts'
export { type Cursor, cursorOf } from './cursor.ts'
export { coresFor, firstIds, listedOne, listFirst, listPage, tagsInUse, withPartOf } from './list.ts'
export { type Holding, type Order, openStatuses, type Wanted } from './wanted.ts'
