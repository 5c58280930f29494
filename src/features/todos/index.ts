export { todoNamed } from './todo-meant.ts'
