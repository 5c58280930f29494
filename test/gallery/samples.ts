export { samples } from '../../src/gallery/all.samples.ts'
