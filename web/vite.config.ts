import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * `vite build web` writes dist/, which the bot serves. Addresses in it are relative: where the bot lives, the page says in its `<base>`.
 * Nothing is put into the page or a script as data: the content security policy lets files alone in.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
})
