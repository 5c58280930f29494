export type { DrawnGallery, DrawnPart, DrawnSample } from './gallery-routes.ts'
export { createApi } from './http.ts'
