import type { DrawnGallery } from '../rooms/api/index.ts'
import { drawn } from './draw.ts'

const partOf = (name: string): string => name.split('/')[0] ?? name

/**
 * Every message and form of one part, the first where none is named, in both languages and with the words of this installation. Of an
 * unknown part there is none. The samples are loaded when somebody asks for the first time.
 */
export async function drawGallery(part: string | undefined): Promise<DrawnGallery> {
  const { samples } = await import('./all.samples.ts')
  const parts = [...new Set(samples.map(({ name }) => partOf(name)))]
  const chosen = part ?? parts[0]
  return {
    parts,
    samples: samples
      .filter(({ name }) => partOf(name) === chosen)
      .map(({ name, to, render }) => ({ name, to, ja: drawn(render('ja')), en: drawn(render('en')) })),
  }
}
