export { createApi } from './http.ts'
