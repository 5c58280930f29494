export { updateArgument, updateFields, updateSaid } from './update-fields.ts'
export { impactLabel, inMinutes } from './words.ts'
