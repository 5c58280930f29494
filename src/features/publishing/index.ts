export { againWords, publicationLine } from './publication.ts'
