/** Makes the page that shows every message and form of the bot in both languages. Usage: npm run gallery */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { page } from './gallery/page.ts'
import { takePicture } from './gallery/picture.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const place = join(root, '.build', 'gallery')

const picture = await takePicture()
await build({
  configFile: false,
  root: join(root, 'sandbox', 'web'),
  // A page that is opened as a file: paths beside it, and a classic script, since browsers load no modules from files.
  base: './',
  plugins: [react()],
  logLevel: 'warn',
  // A classic script has none; the one use is Vite's own, for modules that are never loaded apart here.
  define: { 'import.meta': '{}' },
  build: {
    outDir: place,
    emptyOutDir: true,
    target: 'es2023',
    cssCodeSplit: false,
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: {
      input: join(root, 'sandbox', 'web', 'gallery', 'main.tsx'),
      output: {
        format: 'iife',
        codeSplitting: false,
        entryFileNames: 'gallery.js',
        assetFileNames: ({ names }) => (names[0]?.endsWith('.css') ? 'gallery.css' : 'assets/[name][extname]'),
      },
    },
  },
})
writeFileSync(join(place, 'index.html'), page(picture))
console.log(`${picture.samples.length} messages and forms: ${pathToFileURL(join(place, 'index.html'))}`)
